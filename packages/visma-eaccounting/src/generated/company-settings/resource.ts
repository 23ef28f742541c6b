// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import {
  accountingLockSettingsModel,
  companyRotRutSettingsModel,
  companySettingsModel,
} from './schema.ts';
import type {
  AccountingLockSettingsInput,
  CompanyRotRutSettingsInput,
  CompanySettings,
  CompanySettingsInput,
} from './types.ts';

/** The company that the access token is bound to: country, currency, locks, next numbers. */
export class CompanySettingsResource extends Resource {
  /**
   * Reads the settings of the company that the access token is bound to.
   *
   * `GET /companysettings`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(options?: RequestOptions): ApiPromise<CompanySettings> {
    return this.call('GET /companysettings', [], companySettingsModel, options);
  }

  /**
   * Replaces the settings: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /companysettings`. Needs `ea:sales`.
   */
  update(body: CompanySettingsInput, options?: RequestOptions): ApiPromise<CompanySettings> {
    return this.call('PUT /companysettings', [], companySettingsModel, options, companySettingsModel, body);
  }

  /**
   * Changes the named fields of one company settings and keeps all others: reads it, lays the change over it and
   * replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between
   * the two calls are lost.
   *
   * `GET /companysettings`, then `PUT /companysettings`.
   */
  patch(change: Partial<CompanySettingsInput>, options?: RequestOptions): ApiPromise<CompanySettings> {
    return this.readModifyWrite(
      'GET /companysettings',
      'PUT /companysettings',
      [],
      companySettingsModel,
      change,
      options,
    );
  }

  /**
   * Locks the bookkeeping up to a date, or sets the interval of the lock.
   *
   * `PUT /companysettings/accountinglocksettings`. Needs `ea:sales`.
   */
  updateAccountingLock(body: AccountingLockSettingsInput, options?: RequestOptions): ApiPromise<CompanySettings> {
    return this.call(
      'PUT /companysettings/accountinglocksettings',
      [],
      companySettingsModel,
      options,
      accountingLockSettingsModel,
      body,
    );
  }

  /**
   * Sets the Swedish ROT and RUT settings.
   *
   * `PUT /companysettings/rotrut`. Needs `ea:sales`.
   */
  updateRotRut(body: CompanyRotRutSettingsInput, options?: RequestOptions): ApiPromise<CompanySettings> {
    return this.call(
      'PUT /companysettings/rotrut',
      [],
      companySettingsModel,
      options,
      companyRotRutSettingsModel,
      body,
    );
  }
}
