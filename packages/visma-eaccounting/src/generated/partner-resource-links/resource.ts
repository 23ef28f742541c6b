// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { partnerResourceLinkModel } from './schema.ts';
import type { PartnerResourceLink, PartnerResourceLinkInput } from './types.ts';

/** Links from a record to its counterpart in another system. */
export class PartnerResourceLinksResource extends Resource {
  /**
   * Lists the partner resource links, page by page.
   *
   * `GET /partnerresourcelinks`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof PartnerResourceLink>(
    params?: ListParams<PartnerResourceLink, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<PartnerResourceLink, K>> {
    return this.pages('GET /partnerresourcelinks', [], partnerResourceLinkModel, params, options);
  }

  /**
   * Reads a partner resource link.
   *
   * `GET /partnerresourcelinks/{partnerResourceLinkId}`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  get(partnerResourceLinkId: string, options?: RequestOptions): ApiPromise<PartnerResourceLink> {
    return this.call(
      'GET /partnerresourcelinks/{partnerResourceLinkId}',
      [partnerResourceLinkId],
      partnerResourceLinkModel,
      options,
    );
  }

  /**
   * Creates a partner resource link.
   *
   * `POST /partnerresourcelinks`. Needs `ea:purchase` or `ea:sales`.
   */
  create(body: PartnerResourceLinkInput, options?: RequestOptions): ApiPromise<PartnerResourceLink> {
    return this.call(
      'POST /partnerresourcelinks',
      [],
      partnerResourceLinkModel,
      options,
      partnerResourceLinkModel,
      body,
    );
  }

  /**
   * Replaces a partner resource link: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /partnerresourcelinks/{partnerResourceLinkId}`. Needs `ea:purchase` or `ea:sales`.
   */
  update(
    partnerResourceLinkId: string,
    body: PartnerResourceLinkInput,
    options?: RequestOptions,
  ): ApiPromise<PartnerResourceLink> {
    return this.call(
      'PUT /partnerresourcelinks/{partnerResourceLinkId}',
      [partnerResourceLinkId],
      partnerResourceLinkModel,
      options,
      partnerResourceLinkModel,
      body,
    );
  }

  /**
   * Changes the named fields of one partner resource link and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /partnerresourcelinks/{partnerResourceLinkId}`, then `PUT /partnerresourcelinks/{partnerResourceLinkId}`.
   */
  patch(
    partnerResourceLinkId: string,
    change: Partial<PartnerResourceLinkInput>,
    options?: RequestOptions,
  ): ApiPromise<PartnerResourceLink> {
    return this.readModifyWrite(
      'GET /partnerresourcelinks/{partnerResourceLinkId}',
      'PUT /partnerresourcelinks/{partnerResourceLinkId}',
      [partnerResourceLinkId],
      partnerResourceLinkModel,
      change,
      options,
    );
  }

  /**
   * Deletes a partner resource link.
   *
   * `DELETE /partnerresourcelinks/{partnerResourceLinkId}`. Needs `ea:purchase` or `ea:sales`.
   */
  delete(partnerResourceLinkId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'DELETE /partnerresourcelinks/{partnerResourceLinkId}',
      [partnerResourceLinkId],
      undefined,
      options,
    );
  }
}
