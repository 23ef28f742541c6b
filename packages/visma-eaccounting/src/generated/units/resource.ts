// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { unitModel } from './schema.ts';
import type { Unit } from './types.ts';

/** Units of articles, such as hours or pieces. */
export class UnitsResource extends Resource {
  /**
   * Lists the units, page by page.
   *
   * `GET /units`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Unit>(params?: ListParams<Unit, K>, options?: RequestOptions): PagePromise<Selected<Unit, K>> {
    return this.pages('GET /units', [], unitModel, params, options);
  }

  /**
   * Reads a unit.
   *
   * `GET /units/{id}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Unit> {
    return this.call('GET /units/{id}', [id], unitModel, options);
  }
}
