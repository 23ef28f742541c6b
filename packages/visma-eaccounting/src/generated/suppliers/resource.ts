// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { supplierModel } from './schema.ts';
import type { Supplier, SupplierInput } from './types.ts';

/** Suppliers of the company. */
export class SuppliersResource extends Resource {
  /**
   * Lists the suppliers, page by page.
   *
   * `GET /suppliers`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof Supplier>(
    params?: ListParams<Supplier, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Supplier, K>> {
    return this.pages('GET /suppliers', [], supplierModel, params, options);
  }

  /**
   * Reads a supplier.
   *
   * `GET /suppliers/{id}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Supplier> {
    return this.call('GET /suppliers/{id}', [id], supplierModel, options);
  }

  /**
   * Creates a supplier.
   *
   * `POST /suppliers`. Needs `ea:purchase`.
   */
  create(body: SupplierInput, options?: RequestOptions): ApiPromise<Supplier> {
    return this.call('POST /suppliers', [], supplierModel, options, supplierModel, body);
  }

  /**
   * Replaces a supplier: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /suppliers/{id}`. Needs `ea:purchase`.
   */
  update(id: string, body: SupplierInput, options?: RequestOptions): ApiPromise<Supplier> {
    return this.call('PUT /suppliers/{id}', [id], supplierModel, options, supplierModel, body);
  }

  /**
   * Changes the named fields of one supplier and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /suppliers/{id}`, then `PUT /suppliers/{id}`.
   */
  patch(id: string, change: Partial<SupplierInput>, options?: RequestOptions): ApiPromise<Supplier> {
    return this.readModifyWrite('GET /suppliers/{id}', 'PUT /suppliers/{id}', [id], supplierModel, change, options);
  }

  /**
   * Deletes a supplier.
   *
   * `DELETE /suppliers/{id}`. Needs `ea:purchase`.
   */
  delete(id: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /suppliers/{id}', [id], undefined, options);
  }
}
