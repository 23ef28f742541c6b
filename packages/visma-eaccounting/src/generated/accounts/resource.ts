// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { accountModel, standardAccountModel } from './schema.ts';
import type { Account, AccountInput, StandardAccount } from './types.ts';

/** The chart of accounts, per fiscal year. */
export class AccountsResource extends Resource {
  /**
   * Lists the accounts, page by page.
   *
   * `GET /accounts`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof Account>(
    params?: ListParams<Account, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Account, K>> {
    return this.pages('GET /accounts', [], accountModel, params, options);
  }

  /**
   * Reads one account of a fiscal year.
   *
   * `GET /accounts/{fiscalyearId}/{accountNumber}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(fiscalYearId: string, accountNumber: number, options?: RequestOptions): ApiPromise<Account> {
    return this.call(
      'GET /accounts/{fiscalyearId}/{accountNumber}',
      [fiscalYearId, accountNumber],
      accountModel,
      options,
    );
  }

  /**
   * Creates an account.
   *
   * Unless `query` says otherwise, `useDefaultAccountType` is true.
   *
   * `POST /accounts`. Needs `ea:accounting`.
   */
  create(
    body: AccountInput,
    options?: RequestOptions<{ useDefaultAccountType?: boolean | undefined }>,
  ): ApiPromise<Account> {
    return this.call('POST /accounts', [], accountModel, options, accountModel, body);
  }

  /**
   * Replaces an account: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /accounts/{fiscalyearId}/{accountNumber}`. Needs `ea:accounting`.
   */
  update(
    fiscalYearId: string,
    accountNumber: number,
    body: AccountInput,
    options?: RequestOptions,
  ): ApiPromise<Account> {
    return this.call(
      'PUT /accounts/{fiscalyearId}/{accountNumber}',
      [fiscalYearId, accountNumber],
      accountModel,
      options,
      accountModel,
      body,
    );
  }

  /**
   * Changes the named fields of one account and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /accounts/{fiscalyearId}/{accountNumber}`, then `PUT /accounts/{fiscalyearId}/{accountNumber}`.
   */
  patch(
    fiscalYearId: string,
    accountNumber: number,
    change: Partial<AccountInput>,
    options?: RequestOptions,
  ): ApiPromise<Account> {
    return this.readModifyWrite(
      'GET /accounts/{fiscalyearId}/{accountNumber}',
      'PUT /accounts/{fiscalyearId}/{accountNumber}',
      [fiscalYearId, accountNumber],
      accountModel,
      change,
      options,
    );
  }

  /**
   * Lists the chart of accounts of one fiscal year, page by page.
   *
   * `GET /accounts/{fiscalyearId}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  listForFiscalYear<K extends keyof Account>(
    fiscalYearId: string,
    params?: ListParams<Account, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Account, K>> {
    return this.pages('GET /accounts/{fiscalyearId}', [fiscalYearId], accountModel, params, options);
  }

  /**
   * Lists the accounts with a standard role, such as the debtor account. Dutch companies only.
   *
   * `GET /accounts/standardaccounts`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  standardAccounts<K extends keyof StandardAccount>(
    params?: ListParams<StandardAccount, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<StandardAccount, K>> {
    return this.pages('GET /accounts/standardaccounts', [], standardAccountModel, params, options);
  }
}
