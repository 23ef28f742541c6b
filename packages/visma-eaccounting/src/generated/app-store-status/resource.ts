// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { appStoreActivationStatusModel } from './schema.ts';
import type { AppStoreActivationStatus, AppStoreActivationStatusInput } from './types.ts';

/** App store status of the company. */
export class AppStoreStatusResource extends Resource {
  /**
   * Lists whether the app is activated for the company, page by page.
   *
   * `GET /appstore/status`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof AppStoreActivationStatus>(
    params?: ListParams<AppStoreActivationStatus, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<AppStoreActivationStatus, K>> {
    return this.pages('GET /appstore/status', [], appStoreActivationStatusModel, params, options);
  }

  /**
   * Activates or deactivates the app for the company.
   *
   * `PUT /appstore/status`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  update(body: AppStoreActivationStatusInput, options?: RequestOptions): ApiPromise<AppStoreActivationStatus> {
    return this.call(
      'PUT /appstore/status',
      [],
      appStoreActivationStatusModel,
      options,
      appStoreActivationStatusModel,
      body,
    );
  }
}
