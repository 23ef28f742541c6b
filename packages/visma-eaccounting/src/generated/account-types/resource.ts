// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { accountTypesModel } from './schema.ts';
import type { AccountTypes } from './types.ts';

/** Account types of the company. */
export class AccountTypesResource extends Resource {
  /**
   * Lists the account types, page by page.
   *
   * `GET /accountTypes`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof AccountTypes>(
    params?: ListParams<AccountTypes, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<AccountTypes, K>> {
    return this.pages('GET /accountTypes', [], accountTypesModel, params, options);
  }
}
