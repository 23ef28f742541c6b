// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { vatReportModel } from './schema.ts';
import type { VatReport } from './types.ts';

/** VAT reports of the company. */
export class VatReportsResource extends Resource {
  /**
   * Lists the VAT reports, page by page.
   *
   * `GET /vatreports`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof VatReport>(
    params?: ListParams<VatReport, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<VatReport, K>> {
    return this.pages('GET /vatreports', [], vatReportModel, params, options);
  }

  /**
   * Reads a VAT report.
   *
   * `GET /vatreports/{id}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<VatReport> {
    return this.call('GET /vatreports/{id}', [id], vatReportModel, options);
  }
}
