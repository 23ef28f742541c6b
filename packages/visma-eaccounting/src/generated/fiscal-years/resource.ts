// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { listOf } from '../../schemas/list-of.ts';
import {
  accountOpeningBalanceModel,
  fiscalYearModel,
  fiscalYearUpdateModel,
  openingBalancesModel,
} from './schema.ts';
import type {
  AccountOpeningBalanceInput,
  FiscalYear,
  FiscalYearInput,
  FiscalYearUpdateInput,
  OpeningBalances,
} from './types.ts';

/** Fiscal years and their opening balances. */
export class FiscalYearsResource extends Resource {
  /**
   * Lists the fiscal years, page by page.
   *
   * `GET /fiscalyears`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof FiscalYear>(
    params?: ListParams<FiscalYear, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<FiscalYear, K>> {
    return this.pages('GET /fiscalyears', [], fiscalYearModel, params, options);
  }

  /**
   * Reads a fiscal year.
   *
   * `GET /fiscalyears/{id}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<FiscalYear> {
    return this.call('GET /fiscalyears/{id}', [id], fiscalYearModel, options);
  }

  /**
   * Creates a fiscal year.
   *
   * `POST /fiscalyears`. Needs `ea:accounting` or `ea:sales`.
   */
  create(body: FiscalYearInput, options?: RequestOptions): ApiPromise<FiscalYear> {
    return this.call('POST /fiscalyears', [], fiscalYearModel, options, fiscalYearModel, body);
  }

  /**
   * Locks or unlocks a fiscal year.
   *
   * `PUT /fiscalyears/{id}`. Needs `ea:accounting` or `ea:sales`.
   */
  update(id: string, body: FiscalYearUpdateInput, options?: RequestOptions): ApiPromise<FiscalYear> {
    return this.call('PUT /fiscalyears/{id}', [id], fiscalYearModel, options, fiscalYearUpdateModel, body);
  }

  /**
   * Lists the opening balances of the first fiscal year, page by page.
   *
   * `GET /fiscalyears/openingbalances`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  openingBalances<K extends keyof OpeningBalances>(
    params?: ListParams<OpeningBalances, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<OpeningBalances, K>> {
    return this.pages('GET /fiscalyears/openingbalances', [], openingBalancesModel, params, options);
  }

  /**
   * Replaces the opening balances of the first fiscal year.
   *
   * Unless `query` says otherwise, `enableInactiveAccounts` is true.
   *
   * `PUT /fiscalyears/openingbalances`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  updateOpeningBalances(
    body: readonly AccountOpeningBalanceInput[],
    options?: RequestOptions<{ enableInactiveAccounts?: boolean | undefined }>,
  ): ApiPromise<OpeningBalances[]> {
    return this.call(
      'PUT /fiscalyears/openingbalances',
      [],
      listOf(openingBalancesModel),
      options,
      listOf(accountOpeningBalanceModel),
      body,
    );
  }
}
