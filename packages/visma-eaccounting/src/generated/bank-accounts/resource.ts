// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { bankAccountModel } from './schema.ts';
import type { BankAccount, BankAccountInput } from './types.ts';

/** Bank accounts of the company. */
export class BankAccountsResource extends Resource {
  /**
   * Lists the bank accounts, page by page.
   *
   * `GET /bankaccounts`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof BankAccount>(
    params?: ListParams<BankAccount, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<BankAccount, K>> {
    return this.pages('GET /bankaccounts', [], bankAccountModel, params, options);
  }

  /**
   * Reads a bank account.
   *
   * `GET /bankaccounts/{bankAccountId}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(bankAccountId: string, options?: RequestOptions): ApiPromise<BankAccount> {
    return this.call('GET /bankaccounts/{bankAccountId}', [bankAccountId], bankAccountModel, options);
  }

  /**
   * Creates a bank account.
   *
   * `POST /bankaccounts`. Needs `ea:purchase`.
   */
  create(body: BankAccountInput, options?: RequestOptions): ApiPromise<BankAccount> {
    return this.call('POST /bankaccounts', [], bankAccountModel, options, bankAccountModel, body);
  }

  /**
   * Replaces a bank account: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /bankaccounts/{bankAccountId}`. Needs `ea:purchase`.
   */
  update(bankAccountId: string, body: BankAccountInput, options?: RequestOptions): ApiPromise<BankAccount> {
    return this.call(
      'PUT /bankaccounts/{bankAccountId}',
      [bankAccountId],
      bankAccountModel,
      options,
      bankAccountModel,
      body,
    );
  }

  /**
   * Changes the named fields of one bank account and keeps all others: reads it, lays the change over it and replaces
   * it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two
   * calls are lost.
   *
   * `GET /bankaccounts/{bankAccountId}`, then `PUT /bankaccounts/{bankAccountId}`.
   */
  patch(bankAccountId: string, change: Partial<BankAccountInput>, options?: RequestOptions): ApiPromise<BankAccount> {
    return this.readModifyWrite(
      'GET /bankaccounts/{bankAccountId}',
      'PUT /bankaccounts/{bankAccountId}',
      [bankAccountId],
      bankAccountModel,
      change,
      options,
    );
  }

  /**
   * Deletes a bank account.
   *
   * `DELETE /bankaccounts/{bankAccountId}`. Needs `ea:purchase`.
   */
  delete(bankAccountId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /bankaccounts/{bankAccountId}', [bankAccountId], undefined, options);
  }
}
