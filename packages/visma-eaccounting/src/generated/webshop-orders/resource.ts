// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { textAnswer } from '../../core/text-answer.ts';
import { webshopOrderModel } from './schema.ts';
import type { WebshopOrder } from './types.ts';

/** Webshop orders of the company. */
export class WebshopOrdersResource extends Resource {
  /**
   * Lists the webshop orders, page by page.
   *
   * `GET /webshoporders`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof WebshopOrder>(
    params?: ListParams<WebshopOrder, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<WebshopOrder, K>> {
    return this.pages('GET /webshoporders', [], webshopOrderModel, params, options);
  }

  /**
   * Reads a webshop order.
   *
   * `GET /webshoporders/{webshopOrderId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(webshopOrderId: string, options?: RequestOptions): ApiPromise<WebshopOrder> {
    return this.call('GET /webshoporders/{webshopOrderId}', [webshopOrderId], webshopOrderModel, options);
  }

  /**
   * Makes an order or an invoice of a webshop order and answers its id.
   *
   * `POST /webshoporders/{webshopOrderId}/convert`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  convert(webshopOrderId: string, options?: RequestOptions): ApiPromise<string> {
    return this.call('POST /webshoporders/{webshopOrderId}/convert', [webshopOrderId], textAnswer, options);
  }
}
