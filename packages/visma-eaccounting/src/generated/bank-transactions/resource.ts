// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { bankTransactionModel } from './schema.ts';
import type { BankTransaction } from './types.ts';

/** Bank transactions of the company. */
export class BankTransactionsResource extends Resource {
  /**
   * Reads a bank transaction.
   *
   * `GET /banktransactions/{bankAccountId}/{bankTransactionId}`. Needs `ea:accounting`, `ea:accounting_readonly`,
   * `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  get(bankAccountId: string, bankTransactionId: string, options?: RequestOptions): ApiPromise<BankTransaction> {
    return this.call(
      'GET /banktransactions/{bankAccountId}/{bankTransactionId}',
      [bankAccountId, bankTransactionId],
      bankTransactionModel,
      options,
    );
  }

  /**
   * Lists the matched transactions of a bank account, page by page.
   *
   * `GET /banktransactions/{bankAccountId}/matched`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  listMatched<K extends keyof BankTransaction>(
    bankAccountId: string,
    params?: ListParams<BankTransaction, K, { fromDate?: string | undefined; toDate?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<BankTransaction, K>> {
    return this.pages(
      'GET /banktransactions/{bankAccountId}/matched',
      [bankAccountId],
      bankTransactionModel,
      params,
      options,
    );
  }

  /**
   * Lists the unmatched transactions of a bank account, page by page.
   *
   * `GET /banktransactions/{bankAccountId}/unmatched`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  listUnmatched<K extends keyof BankTransaction>(
    bankAccountId: string,
    params?: ListParams<BankTransaction, K, { fromDate?: string | undefined; toDate?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<BankTransaction, K>> {
    return this.pages(
      'GET /banktransactions/{bankAccountId}/unmatched',
      [bankAccountId],
      bankTransactionModel,
      params,
      options,
    );
  }
}
