// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { discountAgreementModel } from './schema.ts';
import type { DiscountAgreement } from './types.ts';

/** Discount agreements of the company. */
export class DiscountAgreementsResource extends Resource {
  /**
   * Lists the discount agreements, page by page.
   *
   * `GET /discountagreements`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof DiscountAgreement>(
    params?: ListParams<DiscountAgreement, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<DiscountAgreement, K>> {
    return this.pages('GET /discountagreements', [], discountAgreementModel, params, options);
  }

  /**
   * Reads a discount agreement.
   *
   * `GET /discountagreements/{discountAgreementId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(discountAgreementId: string, options?: RequestOptions): ApiPromise<DiscountAgreement> {
    return this.call(
      'GET /discountagreements/{discountAgreementId}',
      [discountAgreementId],
      discountAgreementModel,
      options,
    );
  }
}
