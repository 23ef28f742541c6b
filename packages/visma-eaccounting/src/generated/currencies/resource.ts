// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { currencyModel, exchangeRateModel } from './schema.ts';
import type { Currency, ExchangeRate } from './types.ts';

/** Currencies and exchange rates. */
export class CurrenciesResource extends Resource {
  /**
   * Lists the currencies, page by page.
   *
   * `GET /currencies`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Currency>(
    params?: ListParams<Currency, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Currency, K>> {
    return this.pages('GET /currencies', [], currencyModel, params, options);
  }

  /**
   * Reads the exchange rate between two currencies on a date.
   *
   * `GET /currencies/exchangerate`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  exchangeRate(
    options?: RequestOptions<{ sourceCurrencyCode?: string | undefined; targetCurrencyCode?: string | undefined; date?: string | undefined }>,
  ): ApiPromise<ExchangeRate> {
    return this.call('GET /currencies/exchangerate', [], exchangeRateModel, options);
  }
}
