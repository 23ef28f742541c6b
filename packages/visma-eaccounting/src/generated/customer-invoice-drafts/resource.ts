// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { customerInvoiceDraftModel, customerInvoiceDraftValidationModel } from './schema.ts';
import { customerInvoiceModel } from '../customer-invoices/schema.ts';
import type {
  CustomerInvoiceDraft,
  CustomerInvoiceDraftInput,
  CustomerInvoiceDraftValidationInput,
} from './types.ts';
import type { CustomerInvoice } from '../customer-invoices/types.ts';

/** Invoice drafts: the only invoices that can still be changed or deleted. */
export class CustomerInvoiceDraftsResource extends Resource {
  /**
   * Lists the customer invoice drafts, page by page.
   *
   * `GET /customerinvoicedrafts`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof CustomerInvoiceDraft>(
    params?: ListParams<CustomerInvoiceDraft, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<CustomerInvoiceDraft, K>> {
    return this.pages('GET /customerinvoicedrafts', [], customerInvoiceDraftModel, params, options);
  }

  /**
   * Reads a customer invoice draft.
   *
   * `GET /customerinvoicedrafts/{invoiceDraftId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(invoiceDraftId: string, options?: RequestOptions): ApiPromise<CustomerInvoiceDraft> {
    return this.call(
      'GET /customerinvoicedrafts/{invoiceDraftId}',
      [invoiceDraftId],
      customerInvoiceDraftModel,
      options,
    );
  }

  /**
   * Creates a customer invoice draft.
   *
   * Unless `query` says otherwise, `overrideCustomerIsPrivatePerson` is false.
   *
   * `POST /customerinvoicedrafts`. Needs `ea:sales`.
   */
  create(
    body: CustomerInvoiceDraftInput,
    options?: RequestOptions<{ overrideCustomerIsPrivatePerson?: boolean | undefined }>,
  ): ApiPromise<CustomerInvoiceDraft> {
    return this.call(
      'POST /customerinvoicedrafts',
      [],
      customerInvoiceDraftModel,
      options,
      customerInvoiceDraftModel,
      body,
    );
  }

  /**
   * Replaces a customer invoice draft: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /customerinvoicedrafts/{customerInvoiceDraftId}`. Needs `ea:sales`.
   */
  update(
    customerInvoiceDraftId: string,
    body: CustomerInvoiceDraftInput,
    options?: RequestOptions,
  ): ApiPromise<CustomerInvoiceDraft> {
    return this.call(
      'PUT /customerinvoicedrafts/{customerInvoiceDraftId}',
      [customerInvoiceDraftId],
      customerInvoiceDraftModel,
      options,
      customerInvoiceDraftModel,
      body,
    );
  }

  /**
   * Changes the named fields of one customer invoice draft and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /customerinvoicedrafts/{invoiceDraftId}`, then `PUT /customerinvoicedrafts/{customerInvoiceDraftId}`.
   */
  patch(
    customerInvoiceDraftId: string,
    change: Partial<CustomerInvoiceDraftInput>,
    options?: RequestOptions,
  ): ApiPromise<CustomerInvoiceDraft> {
    return this.readModifyWrite(
      'GET /customerinvoicedrafts/{invoiceDraftId}',
      'PUT /customerinvoicedrafts/{customerInvoiceDraftId}',
      [customerInvoiceDraftId],
      customerInvoiceDraftModel,
      change,
      options,
    );
  }

  /**
   * Deletes a customer invoice draft.
   *
   * `DELETE /customerinvoicedrafts/{customerInvoiceDraftId}`. Needs `ea:sales`.
   */
  delete(customerInvoiceDraftId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'DELETE /customerinvoicedrafts/{customerInvoiceDraftId}',
      [customerInvoiceDraftId],
      undefined,
      options,
    );
  }

  /**
   * Makes a final invoice of a draft: it gets its number and is booked. With `body` the API first compares the expected
   * totals and rows, and refuses when they differ. Without `keepOriginalDraftDate` the invoice is dated today unless
   * the draft lies in the future.
   *
   * Unless `query` says otherwise, `keepOriginalDraftDate` is false and `overrideCompanyKeepOriginalDraftDate` is
   * false.
   *
   * `POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert`. Needs `ea:sales`.
   */
  convert(
    customerInvoiceDraftId: string,
    body?: CustomerInvoiceDraftValidationInput,
    options?: RequestOptions<{ keepOriginalDraftDate?: boolean | undefined; overrideCompanyKeepOriginalDraftDate?: boolean | undefined }>,
  ): ApiPromise<CustomerInvoice> {
    return this.call(
      'POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert',
      [customerInvoiceDraftId],
      customerInvoiceModel,
      options,
      body && customerInvoiceDraftValidationModel,
      body,
    );
  }
}
