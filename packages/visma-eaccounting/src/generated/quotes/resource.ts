// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { FileAnswer } from '../../core/file-answer.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { fileAnswer } from '../../core/file-answer.ts';
import { customerInvoiceModel } from '../customer-invoices/schema.ts';
import { orderModel } from '../orders/schema.ts';
import { quoteModel } from '../quote-drafts/schema.ts';
import { quoteConversionModel } from './schema.ts';
import { emailModel } from '../shared/schema.ts';
import type { CustomerInvoice } from '../customer-invoices/types.ts';
import type { Order } from '../orders/types.ts';
import type { Quote, QuoteInput } from '../quote-drafts/types.ts';
import type { QuoteConversionInput } from './types.ts';
import type { EmailInput } from '../shared/types.ts';

/** Quotes of the company. */
export class QuotesResource extends Resource {
  /**
   * Lists the quotes, page by page.
   *
   * `GET /quotes`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Quote>(
    params?: ListParams<Quote, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Quote, K>> {
    return this.pages('GET /quotes', [], quoteModel, params, options);
  }

  /**
   * Reads a quote.
   *
   * `GET /quotes/{id}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('GET /quotes/{id}', [id], quoteModel, options);
  }

  /**
   * Creates a quote.
   *
   * `POST /quotes`. Needs `ea:sales`.
   */
  create(body: QuoteInput, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('POST /quotes', [], quoteModel, options, quoteModel, body);
  }

  /**
   * Replaces a quote: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /quotes/{id}`. Needs `ea:sales`.
   */
  update(id: string, body: QuoteInput, options?: RequestOptions): ApiPromise<Quote> {
    return this.call('PUT /quotes/{id}', [id], quoteModel, options, quoteModel, body);
  }

  /**
   * Changes the named fields of one quote and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /quotes/{id}`, then `PUT /quotes/{id}`.
   */
  patch(id: string, change: Partial<QuoteInput>, options?: RequestOptions): ApiPromise<Quote> {
    return this.readModifyWrite('GET /quotes/{id}', 'PUT /quotes/{id}', [id], quoteModel, change, options);
  }

  /**
   * Deletes a quote.
   *
   * `DELETE /quotes/{id}`. Needs `ea:sales`.
   */
  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /quotes/{id}', [id], undefined, options);
  }

  /**
   * Marks a quote as accepted.
   *
   * `PUT /quotes/{id}/accept`. Needs `ea:sales`.
   */
  accept(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('PUT /quotes/{id}/accept', [id], undefined, options);
  }

  /**
   * Makes an invoice of a quote.
   *
   * `POST /quotes/{id}/converttocustomerinvoice`. Needs `ea:sales`.
   */
  convertToCustomerInvoice(
    id: string,
    body: QuoteConversionInput,
    options?: RequestOptions,
  ): ApiPromise<CustomerInvoice> {
    return this.call(
      'POST /quotes/{id}/converttocustomerinvoice',
      [id],
      customerInvoiceModel,
      options,
      quoteConversionModel,
      body,
    );
  }

  /**
   * Makes an order of a quote.
   *
   * `POST /quotes/{id}/converttoorder`. Needs `ea:sales`.
   */
  convertToOrder(id: string, body: QuoteConversionInput, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /quotes/{id}/converttoorder', [id], orderModel, options, quoteConversionModel, body);
  }

  /**
   * Answers the order that a quote would become, without making it.
   *
   * `POST /quotes/{id}/previeworder`. Needs `ea:sales`.
   */
  previewOrder(id: string, body: QuoteConversionInput, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /quotes/{id}/previeworder', [id], orderModel, options, quoteConversionModel, body);
  }

  /**
   * Answers the quote as a PDF file.
   *
   * `GET /quotes/{id}/print`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  print(id: string, options?: RequestOptions): ApiPromise<FileAnswer> {
    return this.call('GET /quotes/{id}/print', [id], fileAnswer, options);
  }

  /**
   * Sends a quote by e-mail.
   *
   * `POST /quotes/{id}/email`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  sendEmail(id: string, body: EmailInput, options?: RequestOptions): ApiPromise<void> {
    return this.call('POST /quotes/{id}/email', [id], undefined, options, emailModel, body);
  }
}
