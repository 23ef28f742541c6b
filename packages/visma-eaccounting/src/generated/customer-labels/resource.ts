// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { customerLabelModel } from './schema.ts';
import type { CustomerLabel, CustomerLabelInput } from './types.ts';

/** Customer labels of the company. */
export class CustomerLabelsResource extends Resource {
  /**
   * Lists the customer labels, page by page.
   *
   * `GET /customerlabels`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof CustomerLabel>(
    params?: ListParams<CustomerLabel, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<CustomerLabel, K>> {
    return this.pages('GET /customerlabels', [], customerLabelModel, params, options);
  }

  /**
   * Reads a customer label.
   *
   * `GET /customerlabels/{customerlabelid}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(customerLabelId: string, options?: RequestOptions): ApiPromise<CustomerLabel> {
    return this.call('GET /customerlabels/{customerlabelid}', [customerLabelId], customerLabelModel, options);
  }

  /**
   * Creates a customer label.
   *
   * `POST /customerlabels`. Needs `ea:sales`.
   */
  create(body: CustomerLabelInput, options?: RequestOptions): ApiPromise<CustomerLabel> {
    return this.call('POST /customerlabels', [], customerLabelModel, options, customerLabelModel, body);
  }

  /**
   * Replaces a customer label: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /customerlabels/{customerlabelid}`. Needs `ea:sales`.
   */
  update(customerLabelId: string, body: CustomerLabelInput, options?: RequestOptions): ApiPromise<CustomerLabel> {
    return this.call(
      'PUT /customerlabels/{customerlabelid}',
      [customerLabelId],
      customerLabelModel,
      options,
      customerLabelModel,
      body,
    );
  }

  /**
   * Changes the named fields of one customer label and keeps all others: reads it, lays the change over it and replaces
   * it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two
   * calls are lost.
   *
   * `GET /customerlabels/{customerlabelid}`, then `PUT /customerlabels/{customerlabelid}`.
   */
  patch(
    customerLabelId: string,
    change: Partial<CustomerLabelInput>,
    options?: RequestOptions,
  ): ApiPromise<CustomerLabel> {
    return this.readModifyWrite(
      'GET /customerlabels/{customerlabelid}',
      'PUT /customerlabels/{customerlabelid}',
      [customerLabelId],
      customerLabelModel,
      change,
      options,
    );
  }

  /**
   * Deletes a customer label.
   *
   * `DELETE /customerlabels/{customerlabelid}`. Needs `ea:sales`.
   */
  delete(customerLabelId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /customerlabels/{customerlabelid}', [customerLabelId], undefined, options);
  }
}
