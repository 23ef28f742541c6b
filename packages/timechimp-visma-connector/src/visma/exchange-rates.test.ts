import { describe, expect, it } from 'vitest';
import type { ConnectorClient } from './client.ts';
import { readExchangeRates } from './exchange-rates.ts';

async function textOf(rate: number): Promise<string | undefined> {
  const client = { currencies: { exchangeRate: () => Promise.resolve({ Rate: rate }) } } as unknown as ConnectorClient;
  const rates = await readExchangeRates(client, [{ currencyCode: 'IDR', date: '2026-03-31' }], 'EUR', undefined);
  return rates.on('IDR', '2026-03-31')['IDR'];
}

describe('B6: the rate of a foreign document', () => {
  it.each([
    [0.92, '0.92'],
    [1.0850000000000002, '1.085'],
    [0.000057, '0.000057'],
    [5.7e-7, '0.00000057'],
    [1e-10, '0.0000000001'],
    [117, '117'],
  ])('%d is the decimal text %s: no exponent, no noise of binary arithmetic', async (rate, text) => {
    expect(await textOf(rate)).toBe(text);
  });
});
