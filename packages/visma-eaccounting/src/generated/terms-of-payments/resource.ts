// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { termsOfPaymentModel } from './schema.ts';
import type { TermsOfPayment } from './types.ts';

/** Terms of payment, for sales and for purchases. */
export class TermsOfPaymentsResource extends Resource {
  /**
   * Lists the term of payments, page by page.
   *
   * `GET /termsofpayments`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof TermsOfPayment>(
    params?: ListParams<TermsOfPayment, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<TermsOfPayment, K>> {
    return this.pages('GET /termsofpayments', [], termsOfPaymentModel, params, options);
  }

  /**
   * Reads a term of payment.
   *
   * `GET /termsofpayments/{id}`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<TermsOfPayment> {
    return this.call('GET /termsofpayments/{id}', [id], termsOfPaymentModel, options);
  }
}
