// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { FileAnswer } from '../../core/file-answer.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { fileAnswer } from '../../core/file-answer.ts';
import {
  salesDocumentAttachmentModel,
  salesDocumentAttachmentUploadModel,
} from './schema.ts';
import type {
  SalesDocumentAttachment,
  SalesDocumentAttachmentUploadInput,
} from './types.ts';

/** Files that travel with invoices, drafts, orders and quotes. */
export class SalesDocumentAttachmentsResource extends Resource {
  /**
   * Lists the sales document attachments, page by page.
   *
   * `GET /salesdocumentattachments`. Needs `ea:sales`.
   */
  list<K extends keyof SalesDocumentAttachment>(
    params?: ListParams<SalesDocumentAttachment, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<SalesDocumentAttachment, K>> {
    return this.pages('GET /salesdocumentattachments', [], salesDocumentAttachmentModel, params, options);
  }

  /**
   * Reads a sales document attachment.
   *
   * `GET /salesdocumentattachments/{attachmentId}`. Needs `ea:sales`.
   */
  get(attachmentId: string, options?: RequestOptions): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'GET /salesdocumentattachments/{attachmentId}',
      [attachmentId],
      salesDocumentAttachmentModel,
      options,
    );
  }

  /**
   * Creates a sales document attachment.
   *
   * `POST /salesdocumentattachments`. Needs `ea:sales`.
   * @deprecated by the API.
   */
  create(body: SalesDocumentAttachmentUploadInput, options?: RequestOptions): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'POST /salesdocumentattachments',
      [],
      salesDocumentAttachmentModel,
      options,
      salesDocumentAttachmentUploadModel,
      body,
    );
  }

  /**
   * Deletes a sales document attachment.
   *
   * `DELETE /salesdocumentattachments/{customerInvoiceDraftId}/{attachmentId}`. Needs `ea:sales`.
   * @deprecated by the API.
   */
  delete(customerInvoiceDraftId: string, attachmentId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'DELETE /salesdocumentattachments/{customerInvoiceDraftId}/{attachmentId}',
      [customerInvoiceDraftId, attachmentId],
      undefined,
      options,
    );
  }

  /**
   * Attaches a file to an invoice.
   *
   * `POST /salesdocumentattachments/customerinvoice`. Needs `ea:sales`.
   */
  createForCustomerInvoice(
    body: SalesDocumentAttachmentUploadInput,
    options?: RequestOptions,
  ): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'POST /salesdocumentattachments/customerinvoice',
      [],
      salesDocumentAttachmentModel,
      options,
      salesDocumentAttachmentUploadModel,
      body,
    );
  }

  /**
   * Attaches a file to an invoice draft.
   *
   * `POST /salesdocumentattachments/customerinvoicedraft`. Needs `ea:sales`.
   */
  createForCustomerInvoiceDraft(
    body: SalesDocumentAttachmentUploadInput,
    options?: RequestOptions,
  ): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'POST /salesdocumentattachments/customerinvoicedraft',
      [],
      salesDocumentAttachmentModel,
      options,
      salesDocumentAttachmentUploadModel,
      body,
    );
  }

  /**
   * Attaches a file to an order.
   *
   * `POST /salesdocumentattachments/order`. Needs `ea:sales`.
   */
  createForOrder(
    body: SalesDocumentAttachmentUploadInput,
    options?: RequestOptions,
  ): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'POST /salesdocumentattachments/order',
      [],
      salesDocumentAttachmentModel,
      options,
      salesDocumentAttachmentUploadModel,
      body,
    );
  }

  /**
   * Attaches a file to a quote.
   *
   * `POST /salesdocumentattachments/quote`. Needs `ea:sales`.
   */
  createForQuote(
    body: SalesDocumentAttachmentUploadInput,
    options?: RequestOptions,
  ): ApiPromise<SalesDocumentAttachment> {
    return this.call(
      'POST /salesdocumentattachments/quote',
      [],
      salesDocumentAttachmentModel,
      options,
      salesDocumentAttachmentUploadModel,
      body,
    );
  }

  /**
   * Removes a file from an invoice.
   *
   * `DELETE /salesdocumentattachments/customerinvoice/{customerInvoiceId}/{attachmentId}`. Needs `ea:sales`.
   */
  deleteFromCustomerInvoice(
    customerInvoiceId: string,
    attachmentId: string,
    options?: RequestOptions,
  ): ApiPromise<void> {
    return this.call(
      'DELETE /salesdocumentattachments/customerinvoice/{customerInvoiceId}/{attachmentId}',
      [customerInvoiceId, attachmentId],
      undefined,
      options,
    );
  }

  /**
   * Removes a file from an invoice draft.
   *
   * `DELETE /salesdocumentattachments/customerinvoicedraft/{customerInvoiceDraftId}/{attachmentId}`. Needs `ea:sales`.
   */
  deleteFromCustomerInvoiceDraft(
    customerInvoiceDraftId: string,
    attachmentId: string,
    options?: RequestOptions,
  ): ApiPromise<void> {
    return this.call(
      'DELETE /salesdocumentattachments/customerinvoicedraft/{customerInvoiceDraftId}/{attachmentId}',
      [customerInvoiceDraftId, attachmentId],
      undefined,
      options,
    );
  }

  /**
   * Removes a file from an order.
   *
   * `DELETE /salesdocumentattachments/order/{orderId}/{attachmentId}`. Needs `ea:sales`.
   */
  deleteFromOrder(orderId: string, attachmentId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'DELETE /salesdocumentattachments/order/{orderId}/{attachmentId}',
      [orderId, attachmentId],
      undefined,
      options,
    );
  }

  /**
   * Removes a file from a quote.
   *
   * `DELETE /salesdocumentattachments/quote/{quoteId}/{attachmentId}`. Needs `ea:sales`.
   */
  deleteFromQuote(quoteId: string, attachmentId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'DELETE /salesdocumentattachments/quote/{quoteId}/{attachmentId}',
      [quoteId, attachmentId],
      undefined,
      options,
    );
  }

  /**
   * Answers the attachment as a PDF file.
   *
   * `GET /salesdocumentattachments/{attachmentId}.pdf`. Needs `ea:sales`.
   */
  pdf(attachmentId: string, options?: RequestOptions): ApiPromise<FileAnswer> {
    return this.call('GET /salesdocumentattachments/{attachmentId}.pdf', [attachmentId], fileAnswer, options);
  }
}
