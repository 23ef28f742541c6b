// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { autoInvoiceAddressModel, customerModel } from './schema.ts';
import type { AutoInvoiceAddress, Customer, CustomerInput } from './types.ts';

/** Customers: whom invoices are addressed to. */
export class CustomersResource extends Resource {
  /**
   * Lists the customers, page by page.
   *
   * `GET /customers`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Customer>(
    params?: ListParams<Customer, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Customer, K>> {
    return this.pages('GET /customers', [], customerModel, params, options);
  }

  /**
   * Reads a customer.
   *
   * `GET /customers/{customerId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(customerId: string, options?: RequestOptions): ApiPromise<Customer> {
    return this.call('GET /customers/{customerId}', [customerId], customerModel, options);
  }

  /**
   * Creates a customer. Without `CustomerNumber` the API assigns one. A `VatNumber` is looked up in VIES and may be
   * refused.
   *
   * `POST /customers`. Needs `ea:sales`.
   */
  create(body: CustomerInput, options?: RequestOptions): ApiPromise<Customer> {
    return this.call('POST /customers', [], customerModel, options, customerModel, body);
  }

  /**
   * Replaces a customer: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /customers/{customerId}`. Needs `ea:sales`.
   */
  update(customerId: string, body: CustomerInput, options?: RequestOptions): ApiPromise<Customer> {
    return this.call('PUT /customers/{customerId}', [customerId], customerModel, options, customerModel, body);
  }

  /**
   * Changes the named fields of one customer and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /customers/{customerId}`, then `PUT /customers/{customerId}`.
   */
  patch(customerId: string, change: Partial<CustomerInput>, options?: RequestOptions): ApiPromise<Customer> {
    return this.readModifyWrite(
      'GET /customers/{customerId}',
      'PUT /customers/{customerId}',
      [customerId],
      customerModel,
      change,
      options,
    );
  }

  /**
   * Deletes a customer who has no transactions. Otherwise set `IsActive` to false.
   *
   * `DELETE /customers/{customerId}`. Needs `ea:sales`.
   */
  delete(customerId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /customers/{customerId}', [customerId], undefined, options);
  }

  /**
   * Lists the addresses at which a customer can receive electronic invoices.
   *
   * `GET /customers/{customerId}/autoinvoicerecipients`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  autoInvoiceRecipients<K extends keyof AutoInvoiceAddress>(
    customerId: string,
    params?: ListParams<AutoInvoiceAddress, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<AutoInvoiceAddress, K>> {
    return this.pages(
      'GET /customers/{customerId}/autoinvoicerecipients',
      [customerId],
      autoInvoiceAddressModel,
      params,
      options,
    );
  }
}
