// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PageAnswer } from '../../core/page-answer.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { listOf } from '../../schemas/list-of.ts';
import { pageOf } from '../../core/page-answer.ts';
import { salesPriceListModel, salesPriceListRowModel } from './schema.ts';
import type {
  SalesPriceList,
  SalesPriceListInput,
  SalesPriceListRow,
  SalesPriceListRowInput,
} from './types.ts';

/** Sales price lists of the company. */
export class SalesPriceListsResource extends Resource {
  /**
   * Lists the sales price lists, page by page.
   *
   * `GET /salespricelists`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof SalesPriceList>(
    params?: ListParams<SalesPriceList, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<SalesPriceList, K>> {
    return this.pages('GET /salespricelists', [], salesPriceListModel, params, options);
  }

  /**
   * Reads a sales price list.
   *
   * `GET /salespricelists/{salesPriceListId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(salesPriceListId: string, options?: RequestOptions): ApiPromise<SalesPriceList> {
    return this.call('GET /salespricelists/{salesPriceListId}', [salesPriceListId], salesPriceListModel, options);
  }

  /**
   * Creates a sales price list.
   *
   * `POST /salespricelists`. Needs `ea:sales`.
   */
  create(body: SalesPriceListInput, options?: RequestOptions): ApiPromise<SalesPriceList> {
    return this.call('POST /salespricelists', [], salesPriceListModel, options, salesPriceListModel, body);
  }

  /**
   * Replaces a sales price list: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /salespricelists/{salesPriceListId}`. Needs `ea:sales`.
   */
  update(salesPriceListId: string, body: SalesPriceListInput, options?: RequestOptions): ApiPromise<SalesPriceList> {
    return this.call(
      'PUT /salespricelists/{salesPriceListId}',
      [salesPriceListId],
      salesPriceListModel,
      options,
      salesPriceListModel,
      body,
    );
  }

  /**
   * Changes the named fields of one sales price list and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /salespricelists/{salesPriceListId}`, then `PUT /salespricelists/{salesPriceListId}`.
   */
  patch(
    salesPriceListId: string,
    change: Partial<SalesPriceListInput>,
    options?: RequestOptions,
  ): ApiPromise<SalesPriceList> {
    return this.readModifyWrite(
      'GET /salespricelists/{salesPriceListId}',
      'PUT /salespricelists/{salesPriceListId}',
      [salesPriceListId],
      salesPriceListModel,
      change,
      options,
    );
  }

  /**
   * Deletes a sales price list.
   *
   * `DELETE /salespricelists/{salesPriceListId}`. Needs `ea:sales`.
   */
  delete(salesPriceListId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /salespricelists/{salesPriceListId}', [salesPriceListId], undefined, options);
  }

  /**
   * Reads the price of an article in a price list.
   *
   * `GET /salespricelists/prices/{salesPriceListId}/{articleId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  getPrice(salesPriceListId: string, articleId: string, options?: RequestOptions): ApiPromise<SalesPriceListRow> {
    return this.call(
      'GET /salespricelists/prices/{salesPriceListId}/{articleId}',
      [salesPriceListId, articleId],
      salesPriceListRowModel,
      options,
    );
  }

  /**
   * Lists the prices of all price lists, page by page.
   *
   * `GET /salespricelists/prices`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  listPrices<K extends keyof SalesPriceListRow>(
    params?: ListParams<SalesPriceListRow, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<SalesPriceListRow, K>> {
    return this.pages('GET /salespricelists/prices', [], salesPriceListRowModel, params, options);
  }

  /**
   * Lists the prices of one price list, page by page.
   *
   * `GET /salespricelists/prices/{salesPriceListId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  listPricesOf<K extends keyof SalesPriceListRow>(
    salesPriceListId: string,
    params?: ListParams<SalesPriceListRow, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<SalesPriceListRow, K>> {
    return this.pages(
      'GET /salespricelists/prices/{salesPriceListId}',
      [salesPriceListId],
      salesPriceListRowModel,
      params,
      options,
    );
  }

  /**
   * Replaces prices of a price list.
   *
   * Unless `query` says otherwise, `updateRecurringInvoices` is false.
   *
   * `PUT /salespricelists/{salesPriceListId}/prices`. Needs `ea:sales`.
   */
  updatePrices(
    salesPriceListId: string,
    body: readonly SalesPriceListRowInput[],
    options?: RequestOptions<{ updateRecurringInvoices?: boolean | undefined }>,
  ): ApiPromise<PageAnswer<SalesPriceListRow>> {
    return this.call(
      'PUT /salespricelists/{salesPriceListId}/prices',
      [salesPriceListId],
      pageOf(salesPriceListRowModel),
      options,
      listOf(salesPriceListRowModel),
      body,
    );
  }
}
