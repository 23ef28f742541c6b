// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { costCenterModel } from './schema.ts';
import type { CostCenter, CostCenterInput } from './types.ts';

/** Cost centres. They can be listed and renamed, not created. */
export class CostCentersResource extends Resource {
  /**
   * Lists the cost centers, page by page.
   *
   * `GET /costcenters`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof CostCenter>(
    params?: ListParams<CostCenter, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<CostCenter, K>> {
    return this.pages('GET /costcenters', [], costCenterModel, params, options);
  }

  /**
   * Replaces a cost center: fields that are left out are cleared.
   *
   * `PUT /costcenters/{id}`. Needs `ea:accounting` or `ea:sales`.
   */
  update(id: string, body: CostCenterInput, options?: RequestOptions): ApiPromise<CostCenter> {
    return this.call('PUT /costcenters/{id}', [id], costCenterModel, options, costCenterModel, body);
  }
}
