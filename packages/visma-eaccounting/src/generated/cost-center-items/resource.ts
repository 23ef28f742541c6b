// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { costCenterItemModel } from './schema.ts';
import type { CostCenterItem, CostCenterItemInput } from './types.ts';

/** The items of a cost centre, to which rows can be booked. */
export class CostCenterItemsResource extends Resource {
  /**
   * Reads a cost center item.
   *
   * `GET /costcenteritems/{itemId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  get(itemId: string, options?: RequestOptions): ApiPromise<CostCenterItem> {
    return this.call('GET /costcenteritems/{itemId}', [itemId], costCenterItemModel, options);
  }

  /**
   * Creates a cost center item.
   *
   * `POST /costcenteritems`. Needs `ea:accounting` or `ea:sales`.
   */
  create(body: CostCenterItemInput, options?: RequestOptions): ApiPromise<CostCenterItem> {
    return this.call('POST /costcenteritems', [], costCenterItemModel, options, costCenterItemModel, body);
  }

  /**
   * Replaces a cost center item: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /costcenteritems/{costCenterItemId}`. Needs `ea:accounting` or `ea:sales`.
   */
  update(costCenterItemId: string, body: CostCenterItemInput, options?: RequestOptions): ApiPromise<CostCenterItem> {
    return this.call(
      'PUT /costcenteritems/{costCenterItemId}',
      [costCenterItemId],
      costCenterItemModel,
      options,
      costCenterItemModel,
      body,
    );
  }

  /**
   * Changes the named fields of one cost center item and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /costcenteritems/{itemId}`, then `PUT /costcenteritems/{costCenterItemId}`.
   */
  patch(
    costCenterItemId: string,
    change: Partial<CostCenterItemInput>,
    options?: RequestOptions,
  ): ApiPromise<CostCenterItem> {
    return this.readModifyWrite(
      'GET /costcenteritems/{itemId}',
      'PUT /costcenteritems/{costCenterItemId}',
      [costCenterItemId],
      costCenterItemModel,
      change,
      options,
    );
  }
}
