// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { deliveryTermModel } from './schema.ts';
import type { DeliveryTerm, DeliveryTermInput } from './types.ts';

/** Delivery terms of the company. */
export class DeliveryTermsResource extends Resource {
  /**
   * Lists the delivery terms, page by page.
   *
   * `GET /deliveryterms`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof DeliveryTerm>(
    params?: ListParams<DeliveryTerm, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<DeliveryTerm, K>> {
    return this.pages('GET /deliveryterms', [], deliveryTermModel, params, options);
  }

  /**
   * Reads a delivery term.
   *
   * `GET /deliveryterms/{deliveryTermId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(deliveryTermId: string, options?: RequestOptions): ApiPromise<DeliveryTerm> {
    return this.call('GET /deliveryterms/{deliveryTermId}', [deliveryTermId], deliveryTermModel, options);
  }

  /**
   * Creates a delivery term.
   *
   * `POST /deliveryterms`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  create(body: DeliveryTermInput, options?: RequestOptions): ApiPromise<DeliveryTerm> {
    return this.call('POST /deliveryterms', [], deliveryTermModel, options, deliveryTermModel, body);
  }
}
