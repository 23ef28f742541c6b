// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { listOf } from '../../schemas/list-of.ts';
import { invoicePaymentModel } from '../shared/schema.ts';
import {
  supplierInvoiceModel,
  supplierInvoiceOffsetCandidateModel,
  supplierInvoiceOffsetCreateModel,
  supplierInvoiceOffsetResponseModel,
  supplierInvoiceOffsetUndoResponseModel,
  transactionalCostsRequestModel,
  validateDocumentResponseModel,
} from './schema.ts';
import type { InvoicePayment, InvoicePaymentInput } from '../shared/types.ts';
import type {
  SupplierInvoice,
  SupplierInvoiceInput,
  SupplierInvoiceOffsetCandidate,
  SupplierInvoiceOffsetCreateInput,
  SupplierInvoiceOffsetResponse,
  SupplierInvoiceOffsetUndoResponse,
  TransactionalCostsRequestInput,
  ValidateDocumentResponse,
} from './types.ts';

/** Supplier invoices of the company. */
export class SupplierInvoicesResource extends Resource {
  /**
   * Lists the supplier invoices, page by page.
   *
   * `GET /supplierinvoices`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof SupplierInvoice>(
    params?: ListParams<SupplierInvoice, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<SupplierInvoice, K>> {
    return this.pages('GET /supplierinvoices', [], supplierInvoiceModel, params, options);
  }

  /**
   * Reads a supplier invoice.
   *
   * `GET /supplierinvoices/{id}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<SupplierInvoice> {
    return this.call('GET /supplierinvoices/{id}', [id], supplierInvoiceModel, options);
  }

  /**
   * Creates a supplier invoice.
   *
   * Unless `query` says otherwise, `useDefaultVatCodes` is true, `calculateVatOnCostAccounts` is false and
   * `duplicateCheckExtendedValidation` is false.
   *
   * `POST /supplierinvoices`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  create(
    body: SupplierInvoiceInput,
    options?: RequestOptions<{ useDefaultVatCodes?: boolean | undefined; calculateVatOnCostAccounts?: boolean | undefined; duplicateCheckExtendedValidation?: boolean | undefined }>,
  ): ApiPromise<SupplierInvoice> {
    return this.call('POST /supplierinvoices', [], supplierInvoiceModel, options, supplierInvoiceModel, body);
  }

  /**
   * Asks what processing a document would cost.
   *
   * `POST /supplierinvoices/transactionalcosts`.
   */
  checkTransactionalCosts(
    body: TransactionalCostsRequestInput,
    options?: RequestOptions,
  ): ApiPromise<ValidateDocumentResponse> {
    return this.call(
      'POST /supplierinvoices/transactionalcosts',
      [],
      validateDocumentResponseModel,
      options,
      transactionalCostsRequestModel,
      body,
    );
  }

  /**
   * Books a payment of a supplier invoice.
   *
   * `POST /supplierinvoices/{invoiceId}/payments`. Needs `ea:sales`.
   */
  createPayment(invoiceId: string, body: InvoicePaymentInput, options?: RequestOptions): ApiPromise<InvoicePayment> {
    return this.call(
      'POST /supplierinvoices/{invoiceId}/payments',
      [invoiceId],
      invoicePaymentModel,
      options,
      invoicePaymentModel,
      body,
    );
  }

  /**
   * Sets a credit invoice off against invoices.
   *
   * `POST /supplierinvoices/{creditInvoiceId}/offset`. Needs `ea:purchase`.
   */
  offset(
    creditInvoiceId: string,
    body: SupplierInvoiceOffsetCreateInput,
    options?: RequestOptions,
  ): ApiPromise<SupplierInvoiceOffsetResponse[]> {
    return this.call(
      'POST /supplierinvoices/{creditInvoiceId}/offset',
      [creditInvoiceId],
      listOf(supplierInvoiceOffsetResponseModel),
      options,
      supplierInvoiceOffsetCreateModel,
      body,
    );
  }

  /**
   * Lists the invoices that a credit invoice can be set off against.
   *
   * `GET /supplierinvoices/{creditInvoiceId}/offsetcandidates`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  offsetCandidates(creditInvoiceId: string, options?: RequestOptions): ApiPromise<SupplierInvoiceOffsetCandidate[]> {
    return this.call(
      'GET /supplierinvoices/{creditInvoiceId}/offsetcandidates',
      [creditInvoiceId],
      listOf(supplierInvoiceOffsetCandidateModel),
      options,
    );
  }

  /**
   * Takes a set-off back.
   *
   * `POST /supplierinvoices/{invoiceId}/offset/undo`. Needs `ea:purchase`.
   */
  undoOffset(invoiceId: string, options?: RequestOptions): ApiPromise<SupplierInvoiceOffsetUndoResponse> {
    return this.call(
      'POST /supplierinvoices/{invoiceId}/offset/undo',
      [invoiceId],
      supplierInvoiceOffsetUndoResponseModel,
      options,
    );
  }
}
