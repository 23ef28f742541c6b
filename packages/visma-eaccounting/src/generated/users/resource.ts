// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { userModel } from './schema.ts';
import type { User } from './types.ts';

/** People with access to the company. */
export class UsersResource extends Resource {
  /**
   * Lists the users, page by page.
   *
   * `GET /users`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  list<K extends keyof User>(params?: ListParams<User, K>, options?: RequestOptions): PagePromise<Selected<User, K>> {
    return this.pages('GET /users', [], userModel, params, options);
  }
}
