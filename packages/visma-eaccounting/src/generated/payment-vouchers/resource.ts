// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { paymentVoucherModel } from './schema.ts';
import { voucherModel } from '../vouchers/schema.ts';
import type { PaymentVoucherInput } from './types.ts';
import type { Voucher } from '../vouchers/types.ts';

/** Payment vouchers of the company. */
export class PaymentVouchersResource extends Resource {
  /**
   * Creates a payment voucher.
   *
   * Unless `query` says otherwise, `useAutomaticVatCalculation` is false, `useDefaultVatCodes` is true,
   * `useDefaultVoucherSeries` is true and `checkExistingBankTransaction` is false.
   *
   * `POST /paymentvoucher`. Needs `ea:accounting`.
   */
  create(
    body: PaymentVoucherInput,
    options?: RequestOptions<{ useAutomaticVatCalculation?: boolean | undefined; useDefaultVatCodes?: boolean | undefined; useDefaultVoucherSeries?: boolean | undefined; checkExistingBankTransaction?: boolean | undefined }>,
  ): ApiPromise<Voucher> {
    return this.call('POST /paymentvoucher', [], voucherModel, options, paymentVoucherModel, body);
  }
}
