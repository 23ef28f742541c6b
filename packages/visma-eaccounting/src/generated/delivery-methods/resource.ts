// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { deliveryMethodModel } from './schema.ts';
import type { DeliveryMethod, DeliveryMethodInput } from './types.ts';

/** Delivery methods of the company. */
export class DeliveryMethodsResource extends Resource {
  /**
   * Lists the delivery methods, page by page.
   *
   * `GET /deliverymethods`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof DeliveryMethod>(
    params?: ListParams<DeliveryMethod, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<DeliveryMethod, K>> {
    return this.pages('GET /deliverymethods', [], deliveryMethodModel, params, options);
  }

  /**
   * Reads a delivery method.
   *
   * `GET /deliverymethods/{deliveryMethodId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(deliveryMethodId: string, options?: RequestOptions): ApiPromise<DeliveryMethod> {
    return this.call('GET /deliverymethods/{deliveryMethodId}', [deliveryMethodId], deliveryMethodModel, options);
  }

  /**
   * Creates a delivery method.
   *
   * `POST /deliverymethods`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  create(body: DeliveryMethodInput, options?: RequestOptions): ApiPromise<DeliveryMethod> {
    return this.call('POST /deliverymethods', [], deliveryMethodModel, options, deliveryMethodModel, body);
  }
}
