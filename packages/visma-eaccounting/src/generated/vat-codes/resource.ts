// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { vatCodeModel, vatCodeRateModel } from './schema.ts';
import type { VatCode, VatCodeRate } from './types.ts';

/** VAT codes and their rates. */
export class VatCodesResource extends Resource {
  /**
   * Lists the VAT codes, page by page.
   *
   * `GET /vatcodes`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof VatCode>(
    params?: ListParams<VatCode, K, { vatRateDate?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<VatCode, K>> {
    return this.pages('GET /vatcodes', [], vatCodeModel, params, options);
  }

  /**
   * Reads a VAT code.
   *
   * `GET /vatcodes/{id}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(id: string, options?: RequestOptions<{ vatRateDate?: string | undefined }>): ApiPromise<VatCode> {
    return this.call('GET /vatcodes/{id}', [id], vatCodeModel, options);
  }

  /**
   * Lists the rates of all VAT codes with the dates from which they hold, page by page.
   *
   * `GET /vatcodesrates`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  listRates<K extends keyof VatCodeRate>(
    params?: ListParams<VatCodeRate, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<VatCodeRate, K>> {
    return this.pages('GET /vatcodesrates', [], vatCodeRateModel, params, options);
  }
}
