// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { bankModel } from './schema.ts';
import type { Bank } from './types.ts';

/** Banks of the company. */
export class BanksResource extends Resource {
  /**
   * Lists the banks, page by page.
   *
   * `GET /banks`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof Bank>(params?: ListParams<Bank, K>, options?: RequestOptions): PagePromise<Selected<Bank, K>> {
    return this.pages('GET /banks', [], bankModel, params, options);
  }
}
