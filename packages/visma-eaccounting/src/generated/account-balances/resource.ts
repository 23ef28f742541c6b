// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { accountBalanceModel } from './schema.ts';
import type { AccountBalance } from './types.ts';

/** Account balances of the company. */
export class AccountBalancesResource extends Resource {
  /**
   * Lists the balances of all accounts on a date, page by page.
   *
   * `GET /accountbalances/{date}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof AccountBalance>(
    date: string,
    params?: ListParams<AccountBalance, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<AccountBalance, K>> {
    return this.pages('GET /accountbalances/{date}', [date], accountBalanceModel, params, options);
  }

  /**
   * Reads the balance of one account on a date.
   *
   * `GET /accountbalances/{accountNumber}/{date}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(accountNumber: number, date: string, options?: RequestOptions): ApiPromise<AccountBalance> {
    return this.call(
      'GET /accountbalances/{accountNumber}/{date}',
      [accountNumber, date],
      accountBalanceModel,
      options,
    );
  }
}
