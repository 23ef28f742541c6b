// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { textAnswer } from '../../core/text-answer.ts';
import {
  ledgerVoucherRelationModel,
  voucherWithOverunderPaymentModel,
} from './schema.ts';
import type {
  LedgerVoucherRelation,
  VoucherWithOverunderPaymentInput,
} from './types.ts';

/** Vouchers with over under payment of the company. */
export class VouchersWithOverUnderPaymentResource extends Resource {
  /**
   * Creates a vouchers with over under payment.
   *
   * `POST /voucherwithoverunderpayment`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  create(body: VoucherWithOverunderPaymentInput, options?: RequestOptions): ApiPromise<string> {
    return this.call(
      'POST /voucherwithoverunderpayment',
      [],
      textAnswer,
      options,
      voucherWithOverunderPaymentModel,
      body,
    );
  }

  /**
   * Lists what a voucher settles in the ledgers, page by page.
   *
   * `GET /voucherwithoverunderpayment/{voucherId}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  listOf<K extends keyof LedgerVoucherRelation>(
    voucherId: string,
    params?: ListParams<LedgerVoucherRelation, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<LedgerVoucherRelation, K>> {
    return this.pages(
      'GET /voucherwithoverunderpayment/{voucherId}',
      [voucherId],
      ledgerVoucherRelationModel,
      params,
      options,
    );
  }
}
