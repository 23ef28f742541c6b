// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { FileAnswer } from '../../core/file-answer.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { fileAnswer } from '../../core/file-answer.ts';
import { customerInvoiceModel } from '../customer-invoices/schema.ts';
import { orderConversionModel, orderModel } from './schema.ts';
import { emailModel } from '../shared/schema.ts';
import type { CustomerInvoice } from '../customer-invoices/types.ts';
import type { Order, OrderConversionInput, OrderInput } from './types.ts';
import type { EmailInput } from '../shared/types.ts';

/** Orders of the company. */
export class OrdersResource extends Resource {
  /**
   * Lists the orders, page by page.
   *
   * `GET /orders`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Order>(
    params?: ListParams<Order, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Order, K>> {
    return this.pages('GET /orders', [], orderModel, params, options);
  }

  /**
   * Reads an order.
   *
   * `GET /orders/{id}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Order> {
    return this.call('GET /orders/{id}', [id], orderModel, options);
  }

  /**
   * Creates an order.
   *
   * `POST /orders`. Needs `ea:sales`.
   */
  create(body: OrderInput, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /orders', [], orderModel, options, orderModel, body);
  }

  /**
   * Replaces an order: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /orders/{id}`. Needs `ea:sales`.
   */
  update(id: string, body: OrderInput, options?: RequestOptions): ApiPromise<Order> {
    return this.call('PUT /orders/{id}', [id], orderModel, options, orderModel, body);
  }

  /**
   * Changes the named fields of one order and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /orders/{id}`, then `PUT /orders/{id}`.
   */
  patch(id: string, change: Partial<OrderInput>, options?: RequestOptions): ApiPromise<Order> {
    return this.readModifyWrite('GET /orders/{id}', 'PUT /orders/{id}', [id], orderModel, change, options);
  }

  /**
   * Deletes an order.
   *
   * `DELETE /orders/{id}`. Needs `ea:sales`.
   */
  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /orders/{id}', [id], undefined, options);
  }

  /**
   * Marks an order as completed.
   *
   * `POST /orders/{id}/completed`. Needs `ea:sales`.
   */
  complete(id: string, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /orders/{id}/completed', [id], orderModel, options);
  }

  /**
   * Makes an invoice of an order.
   *
   * `POST /orders/{id}/convert`. Needs `ea:sales`.
   */
  convert(id: string, body: OrderConversionInput, options?: RequestOptions): ApiPromise<CustomerInvoice> {
    return this.call('POST /orders/{id}/convert', [id], customerInvoiceModel, options, orderConversionModel, body);
  }

  /**
   * Makes an order of an order draft.
   *
   * `POST /orders/{id}/converteddrafttoorder`. Needs `ea:sales`.
   */
  convertDraftToOrder(id: string, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /orders/{id}/converteddrafttoorder', [id], orderModel, options);
  }

  /**
   * Makes an order of what was not delivered.
   *
   * `POST /orders/{id}/backorder`. Needs `ea:sales`.
   */
  createBackorder(id: string, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /orders/{id}/backorder', [id], orderModel, options);
  }

  /**
   * Answers the order as a PDF file.
   *
   * `GET /orders/{id}/print`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  print(id: string, options?: RequestOptions): ApiPromise<FileAnswer> {
    return this.call('GET /orders/{id}/print', [id], fileAnswer, options);
  }

  /**
   * Answers the delivery note as a PDF file.
   *
   * `GET /orders/{id}/deliverynote/print`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  printDeliveryNote(id: string, options?: RequestOptions): ApiPromise<FileAnswer> {
    return this.call('GET /orders/{id}/deliverynote/print', [id], fileAnswer, options);
  }

  /**
   * Sends an order by e-mail.
   *
   * `POST /orders/{id}/email`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  sendEmail(id: string, body: EmailInput, options?: RequestOptions): ApiPromise<void> {
    return this.call('POST /orders/{id}/email', [id], undefined, options, emailModel, body);
  }

  /**
   * Cancels an order.
   *
   * `POST /orders/{id}/voided`. Needs `ea:sales`.
   */
  void(id: string, options?: RequestOptions): ApiPromise<Order> {
    return this.call('POST /orders/{id}/voided', [id], orderModel, options);
  }
}
