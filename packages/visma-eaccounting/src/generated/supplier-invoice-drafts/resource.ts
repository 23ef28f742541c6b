// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { supplierInvoiceDraftModel } from './schema.ts';
import { supplierInvoiceModel } from '../supplier-invoices/schema.ts';
import type { SupplierInvoiceDraft, SupplierInvoiceDraftInput } from './types.ts';
import type { SupplierInvoice } from '../supplier-invoices/types.ts';

/** Supplier invoice drafts of the company. */
export class SupplierInvoiceDraftsResource extends Resource {
  /**
   * Lists the supplier invoice drafts, page by page.
   *
   * Unless `query` says otherwise, `approvableByCurrentUser` is false.
   *
   * `GET /supplierinvoicedrafts`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof SupplierInvoiceDraft>(
    params?: ListParams<SupplierInvoiceDraft, K, { approvableByCurrentUser?: boolean | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<SupplierInvoiceDraft, K>> {
    return this.pages('GET /supplierinvoicedrafts', [], supplierInvoiceDraftModel, params, options);
  }

  /**
   * Reads a supplier invoice draft.
   *
   * `GET /supplierinvoicedrafts/{id}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<SupplierInvoiceDraft> {
    return this.call('GET /supplierinvoicedrafts/{id}', [id], supplierInvoiceDraftModel, options);
  }

  /**
   * Creates a supplier invoice draft.
   *
   * Unless `query` says otherwise, `useDefaultVatCodes` is true, `calculateVatOnCostAccounts` is false,
   * `batchProcessExtendedValidation` is false and `duplicateCheckExtendedValidation` is false.
   *
   * `POST /supplierinvoicedrafts`. Needs `ea:purchase`.
   */
  create(
    body: SupplierInvoiceDraftInput,
    options?: RequestOptions<{ useDefaultVatCodes?: boolean | undefined; calculateVatOnCostAccounts?: boolean | undefined; batchProcessExtendedValidation?: boolean | undefined; duplicateCheckExtendedValidation?: boolean | undefined }>,
  ): ApiPromise<SupplierInvoiceDraft> {
    return this.call(
      'POST /supplierinvoicedrafts',
      [],
      supplierInvoiceDraftModel,
      options,
      supplierInvoiceDraftModel,
      body,
    );
  }

  /**
   * Replaces a supplier invoice draft: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /supplierinvoicedrafts/{id}`. Needs `ea:purchase`.
   */
  update(id: string, body: SupplierInvoiceDraftInput, options?: RequestOptions): ApiPromise<SupplierInvoiceDraft> {
    return this.call(
      'PUT /supplierinvoicedrafts/{id}',
      [id],
      supplierInvoiceDraftModel,
      options,
      supplierInvoiceDraftModel,
      body,
    );
  }

  /**
   * Changes the named fields of one supplier invoice draft and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /supplierinvoicedrafts/{id}`, then `PUT /supplierinvoicedrafts/{id}`.
   */
  patch(
    id: string,
    change: Partial<SupplierInvoiceDraftInput>,
    options?: RequestOptions,
  ): ApiPromise<SupplierInvoiceDraft> {
    return this.readModifyWrite(
      'GET /supplierinvoicedrafts/{id}',
      'PUT /supplierinvoicedrafts/{id}',
      [id],
      supplierInvoiceDraftModel,
      change,
      options,
    );
  }

  /**
   * Deletes a supplier invoice draft.
   *
   * `DELETE /supplierinvoicedrafts/{id}`. Needs `ea:purchase`.
   */
  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /supplierinvoicedrafts/{id}', [id], undefined, options);
  }

  /**
   * Makes a supplier invoice of a draft.
   *
   * `POST /supplierinvoicedrafts/{id}/convert`. Needs `ea:purchase`.
   */
  convert(id: string, options?: RequestOptions): ApiPromise<SupplierInvoice> {
    return this.call('POST /supplierinvoicedrafts/{id}/convert', [id], supplierInvoiceModel, options);
  }

  /**
   * Removes the allocation periods of a supplier invoice draft.
   *
   * `DELETE /supplierinvoicedrafts/{id}/allocationperiods`. Needs `ea:purchase`.
   */
  deleteAllocationPeriods(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /supplierinvoicedrafts/{id}/allocationperiods', [id], undefined, options);
  }
}
