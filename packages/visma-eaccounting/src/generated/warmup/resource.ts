// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';

/** Warmup of the company. */
export class WarmupResource extends Resource {
  /**
   * Wakes the API up. Needs no scope.
   *
   * `GET /warmup_wnkq2yfuzq`.
   */
  get(options?: RequestOptions): ApiPromise<void> {
    return this.call('GET /warmup_wnkq2yfuzq', [], undefined, options);
  }
}
