// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { quoteModel } from './schema.ts';
import type { Quote, QuoteInput } from './types.ts';

/** Quote drafts of the company. */
export class QuoteDraftsResource extends Resource {
  /**
   * Lists the quote drafts, page by page.
   *
   * `GET /quotedrafts`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Quote>(
    params?: ListParams<Quote, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Quote, K>> {
    return this.pages('GET /quotedrafts', [], quoteModel, params, options);
  }

  /**
   * Reads a quote draft.
   *
   * `GET /quotedrafts/{id}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('GET /quotedrafts/{id}', [id], quoteModel, options);
  }

  /**
   * Creates a quote draft.
   *
   * `POST /quotedrafts`. Needs `ea:sales`.
   */
  create(body: QuoteInput, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('POST /quotedrafts', [], quoteModel, options, quoteModel, body);
  }

  /**
   * Replaces a quote draft: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /quotedrafts/{id}`. Needs `ea:sales`.
   */
  update(id: string, body: QuoteInput, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('PUT /quotedrafts/{id}', [id], quoteModel, options, quoteModel, body);
  }

  /**
   * Changes the named fields of one quote draft and keeps all others: reads it, lays the change over it and replaces
   * it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two
   * calls are lost.
   *
   * `GET /quotedrafts/{id}`, then `PUT /quotedrafts/{id}`.
   */
  patch(id: string, change: Partial<QuoteInput>, options?: RequestOptions): ApiPromise<Quote> {
    return this.readModifyWrite('GET /quotedrafts/{id}', 'PUT /quotedrafts/{id}', [id], quoteModel, change, options);
  }

  /**
   * Deletes a quote draft.
   *
   * `DELETE /quotedrafts/{id}`. Needs `ea:sales`.
   */
  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /quotedrafts/{id}', [id], undefined, options);
  }

  /**
   * Makes a quote of a quote draft.
   *
   * `PUT /quotedrafts/{id}/convert`. Needs `ea:sales`.
   */
  convert(id: string, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('PUT /quotedrafts/{id}/convert', [id], quoteModel, options);
  }
}
