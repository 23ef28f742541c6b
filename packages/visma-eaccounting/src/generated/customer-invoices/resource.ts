// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { FileAnswer } from '../../core/file-answer.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { fileAnswer } from '../../core/file-answer.ts';
import {
  customerInvoiceModel,
  electronicInvoiceRequestModel,
  invoiceUrlModel,
  paymentReminderEmailModel,
} from './schema.ts';
import { emailModel, invoicePaymentModel } from '../shared/schema.ts';
import type {
  CustomerInvoice,
  CustomerInvoiceInput,
  ElectronicInvoiceRequestInput,
  InvoiceUrl,
  PaymentReminderEmailInput,
} from './types.ts';
import type { EmailInput, InvoicePayment, InvoicePaymentInput } from '../shared/types.ts';

/** Final customer invoices: numbered and booked. */
export class CustomerInvoicesResource extends Resource {
  /**
   * Lists the customer invoices, page by page.
   *
   * `GET /customerinvoices`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof CustomerInvoice>(
    params?: ListParams<CustomerInvoice, K, { modifiedSinceUtc?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<CustomerInvoice, K>> {
    return this.pages('GET /customerinvoices', [], customerInvoiceModel, params, options);
  }

  /**
   * Reads a customer invoice.
   *
   * `GET /customerinvoices/{invoiceId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(invoiceId: string, options?: RequestOptions): ApiPromise<CustomerInvoice> {
    return this.call('GET /customerinvoices/{invoiceId}', [invoiceId], customerInvoiceModel, options);
  }

  /**
   * Creates an invoice and books it at once. It cannot be changed afterwards: a draft is the safer way.
   *
   * Unless `query` says otherwise, `rotReducedAutomaticDistribution` is false.
   *
   * `POST /customerinvoices`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  create(
    body: CustomerInvoiceInput,
    options?: RequestOptions<{ rotReducedAutomaticDistribution?: boolean | undefined }>,
  ): ApiPromise<CustomerInvoice> {
    return this.call('POST /customerinvoices', [], customerInvoiceModel, options, customerInvoiceModel, body);
  }

  /**
   * Books a payment of an invoice.
   *
   * `POST /customerinvoices/{invoiceId}/payments`. Needs `ea:sales`.
   */
  createPayment(invoiceId: string, body: InvoicePaymentInput, options?: RequestOptions): ApiPromise<InvoicePayment> {
    return this.call(
      'POST /customerinvoices/{invoiceId}/payments',
      [invoiceId],
      invoicePaymentModel,
      options,
      invoicePaymentModel,
      body,
    );
  }

  /**
   * Answers a temporary address from which the PDF can be fetched without a token.
   *
   * `GET /customerinvoices/{invoiceId}/pdf`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  pdf(invoiceId: string, options?: RequestOptions): ApiPromise<InvoiceUrl> {
    return this.call('GET /customerinvoices/{invoiceId}/pdf', [invoiceId], invoiceUrlModel, options);
  }

  /**
   * Answers the invoice as a PDF file. Marks nothing as printed on our side.
   *
   * `GET /customerinvoices/{invoiceId}/print`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  print(invoiceId: string, options?: RequestOptions): ApiPromise<FileAnswer> {
    return this.call('GET /customerinvoices/{invoiceId}/print', [invoiceId], fileAnswer, options);
  }

  /**
   * Sends an invoice through the electronic invoice service.
   *
   * `POST /customerinvoices/{invoiceId}/einvoice`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  sendElectronicInvoice(
    invoiceId: string,
    body: ElectronicInvoiceRequestInput,
    options?: RequestOptions,
  ): ApiPromise<void> {
    return this.call(
      'POST /customerinvoices/{invoiceId}/einvoice',
      [invoiceId],
      undefined,
      options,
      electronicInvoiceRequestModel,
      body,
    );
  }

  /**
   * Sends an invoice by e-mail.
   *
   * `POST /customerinvoices/{invoiceId}/email`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  sendEmail(invoiceId: string, body: EmailInput, options?: RequestOptions): ApiPromise<void> {
    return this.call('POST /customerinvoices/{invoiceId}/email', [invoiceId], undefined, options, emailModel, body);
  }

  /**
   * Sends a payment reminder by e-mail.
   *
   * `POST /customerinvoices/{invoiceId}/paymentreminders`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  sendPaymentReminder(invoiceId: string, body: PaymentReminderEmailInput, options?: RequestOptions): ApiPromise<void> {
    return this.call(
      'POST /customerinvoices/{invoiceId}/paymentreminders',
      [invoiceId],
      undefined,
      options,
      paymentReminderEmailModel,
      body,
    );
  }

  /**
   * Cancels an invoice. Not possible once it is paid or credited.
   *
   * Unless `query` says otherwise, `updateStock` is false.
   *
   * `POST /customerinvoices/{invoiceId}/void`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  void(invoiceId: string, options?: RequestOptions<{ updateStock?: boolean | undefined }>): ApiPromise<void> {
    return this.call('POST /customerinvoices/{invoiceId}/void', [invoiceId], undefined, options);
  }
}
