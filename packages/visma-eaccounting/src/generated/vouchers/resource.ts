// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { voucherModel } from './schema.ts';
import type { Voucher, VoucherInput } from './types.ts';

/** Vouchers: the entries of the bookkeeping. */
export class VouchersResource extends Resource {
  /**
   * Lists the vouchers, page by page.
   *
   * `GET /vouchers`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof Voucher>(
    params?: ListParams<Voucher, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Voucher, K>> {
    return this.pages('GET /vouchers', [], voucherModel, params, options);
  }

  /**
   * Reads one voucher of a fiscal year.
   *
   * `GET /vouchers/{fiscalyearId}/{voucherId}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(fiscalYearId: string, voucherId: string, options?: RequestOptions): ApiPromise<Voucher> {
    return this.call('GET /vouchers/{fiscalyearId}/{voucherId}', [fiscalYearId, voucherId], voucherModel, options);
  }

  /**
   * Books a voucher. It can be neither changed nor deleted afterwards. `useDefaultVatCodes` is true by default and then
   * replaces the VAT codes of the rows.
   *
   * Unless `query` says otherwise, `useAutomaticVatCalculation` is false, `useDefaultVatCodes` is true and
   * `useDefaultVoucherSeries` is true.
   *
   * `POST /vouchers`. Needs `ea:accounting`.
   */
  create(
    body: VoucherInput,
    options?: RequestOptions<{ useAutomaticVatCalculation?: boolean | undefined; useDefaultVatCodes?: boolean | undefined; useDefaultVoucherSeries?: boolean | undefined }>,
  ): ApiPromise<Voucher> {
    return this.call('POST /vouchers', [], voucherModel, options, voucherModel, body);
  }

  /**
   * Lists the vouchers of one fiscal year, page by page.
   *
   * `GET /vouchers/{fiscalyearId}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  listForFiscalYear<K extends keyof Voucher>(
    fiscalYearId: string,
    params?: ListParams<Voucher, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Voucher, K>> {
    return this.pages('GET /vouchers/{fiscalyearId}', [fiscalYearId], voucherModel, params, options);
  }
}
