// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { approvalModel, approvalResponseModel } from './schema.ts';
import { vatReportModel } from '../vat-reports/schema.ts';
import type { ApprovalInput, ApprovalResponse } from './types.ts';
import type { VatReport } from '../vat-reports/types.ts';

/** Approvals of the company. */
export class ApprovalsResource extends Resource {
  /**
   * Approves or rejects a supplier invoice.
   *
   * `PUT /approval/supplierinvoice/{id}`. Needs `ea:purchase`.
   */
  approveSupplierInvoice(id: string, body: ApprovalInput, options?: RequestOptions): ApiPromise<ApprovalResponse> {
    return this.call('PUT /approval/supplierinvoice/{id}', [id], approvalResponseModel, options, approvalModel, body);
  }

  /**
   * Approves or rejects a VAT report.
   *
   * `PUT /approval/vatreport/{id}`. Needs `ea:accounting`.
   */
  approveVatReport(id: string, body: ApprovalInput, options?: RequestOptions): ApiPromise<VatReport> {
    return this.call('PUT /approval/vatreport/{id}', [id], vatReportModel, options, approvalModel, body);
  }
}
