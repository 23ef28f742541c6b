// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { countryModel } from './schema.ts';
import type { Country } from './types.ts';

/** Countries with their ISO codes and whether they are in the EU. */
export class CountriesResource extends Resource {
  /**
   * Lists the countries, page by page.
   *
   * `GET /countries`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Country>(
    params?: ListParams<Country, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Country, K>> {
    return this.pages('GET /countries', [], countryModel, params, options);
  }

  /**
   * Reads a country.
   *
   * `GET /countries/{countrycode}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(countryCode: string, options?: RequestOptions): ApiPromise<Country> {
    return this.call('GET /countries/{countrycode}', [countryCode], countryModel, options);
  }
}
