// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { listOf } from '../../schemas/list-of.ts';
import { allocationPeriodModel, allocationPlanModel } from './schema.ts';
import type { AllocationPeriod, AllocationPlanInput } from './types.ts';

/** Allocation periods of the company. */
export class AllocationPeriodsResource extends Resource {
  /**
   * Lists the allocation periods, page by page.
   *
   * `GET /allocationperiods`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof AllocationPeriod>(
    params?: ListParams<AllocationPeriod, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<AllocationPeriod, K>> {
    return this.pages('GET /allocationperiods', [], allocationPeriodModel, params, options);
  }

  /**
   * Reads an allocation period.
   *
   * `GET /allocationperiods/{allocationPeriodId}`. Needs `ea:purchase` or `ea:purchase_readonly`.
   */
  get(allocationPeriodId: string, options?: RequestOptions): ApiPromise<AllocationPeriod> {
    return this.call(
      'GET /allocationperiods/{allocationPeriodId}',
      [allocationPeriodId],
      allocationPeriodModel,
      options,
    );
  }

  /**
   * Creates an allocation period.
   *
   * `POST /allocationperiods`. Needs `ea:purchase`.
   */
  create(body: readonly AllocationPlanInput[], options?: RequestOptions): ApiPromise<AllocationPeriod> {
    return this.call('POST /allocationperiods', [], allocationPeriodModel, options, listOf(allocationPlanModel), body);
  }

  /**
   * Replaces an allocation period: fields that are left out are cleared.
   *
   * `PUT /allocationperiods`. Needs `ea:purchase`.
   */
  update(body: readonly AllocationPlanInput[], options?: RequestOptions): ApiPromise<AllocationPeriod> {
    return this.call('PUT /allocationperiods', [], allocationPeriodModel, options, listOf(allocationPlanModel), body);
  }
}
