// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { foreignPaymentCodesModel } from './schema.ts';
import type { ForeignPaymentCodes } from './types.ts';

/** Foreign payment codes of the company. */
export class ForeignPaymentCodesResource extends Resource {
  /**
   * Lists the foreign payment codes, page by page.
   *
   * `GET /foreignpaymentcodes`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof ForeignPaymentCodes>(
    params?: ListParams<ForeignPaymentCodes, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<ForeignPaymentCodes, K>> {
    return this.pages('GET /foreignpaymentcodes', [], foreignPaymentCodesModel, params, options);
  }

  /**
   * Reads a foreign payment code.
   *
   * `GET /foreignpaymentcodes/{foreignpaymentcodeId}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(foreignPaymentCodeId: string, options?: RequestOptions): ApiPromise<ForeignPaymentCodes> {
    return this.call(
      'GET /foreignpaymentcodes/{foreignpaymentcodeId}',
      [foreignPaymentCodeId],
      foreignPaymentCodesModel,
      options,
    );
  }
}
