// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { inventoryItemModel } from './schema.ts';
import type { InventoryItem } from './types.ts';

/** Inventory items of the company. */
export class InventoryItemsResource extends Resource {
  /**
   * Lists the inventory items, page by page.
   *
   * `GET /inventoryitems`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  list<K extends keyof InventoryItem>(
    params?: ListParams<InventoryItem, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<InventoryItem, K>> {
    return this.pages('GET /inventoryitems', [], inventoryItemModel, params, options);
  }

  /**
   * Reads an inventory item.
   *
   * `GET /inventoryitems/{id}`. Needs `ea:accounting` or `ea:accounting_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<InventoryItem> {
    return this.call('GET /inventoryitems/{id}', [id], inventoryItemModel, options);
  }
}
