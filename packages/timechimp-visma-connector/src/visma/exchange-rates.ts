import type { DecimalText, LocalDate } from '@x/billing-core';
import type { ConnectorClient } from './client.ts';

/** What one unit of a currency is worth in the company's on a day. Asked of Visma once per currency and day. */
export interface ExchangeRates {
  /** Rates by currency code for a day, as billing-core takes them; empty for the company's own currency. */
  on(currencyCode: string, day: LocalDate): Readonly<Record<string, DecimalText>>;
}

/** Reads the rates of foreign documents from Visma (`GET /currencies/exchangerate`), one call per currency and day. */
export async function readExchangeRates(
  client: ConnectorClient,
  documents: readonly { readonly currencyCode: string; readonly date: LocalDate }[],
  companyCurrency: string,
  signal: AbortSignal | undefined,
): Promise<ExchangeRates> {
  const rates = new Map<string, DecimalText>();
  for (const { currencyCode, date } of documents) {
    const key = `${currencyCode}/${date}`;
    if (currencyCode !== companyCurrency && !rates.has(key)) {
      const query = { sourceCurrencyCode: currencyCode, targetCurrencyCode: companyCurrency, date };
      const { Rate } = await client.currencies.exchangeRate({ query, signal });
      rates.set(key, rateText(Rate));
    }
  }
  return {
    on(currencyCode, day) {
      const rate = rates.get(`${currencyCode}/${day}`);
      return rate === undefined ? {} : { [currencyCode.toUpperCase()]: rate };
    },
  };
}

/**
 * The rate as decimal text: the 15 digits that a double holds exactly, none of the noise behind them, and however small,
 * without an exponent.
 */
function rateText(rate: number): DecimalText {
  const [digits = '', exponent] = String(Number(rate.toPrecision(15))).split('e-');
  return exponent === undefined ? digits : `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`;
}
