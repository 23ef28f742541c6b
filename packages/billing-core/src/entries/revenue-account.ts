import type { RevenueAccounts } from '../model/sales-entry.ts';
import type { VatKind } from '../model/vat-kind.ts';

function normal(code: string): string {
  return code.trim().toLowerCase();
}

/**
 * The revenue account of a row: that of its article's coding for the VAT kind, else that of the activity with its code,
 * else the default for the VAT kind, else the default.
 */
export function revenueAccount(code: string | undefined, vatKind: VatKind, revenue: RevenueAccounts): string | undefined {
  const wanted = normal(code ?? '') || undefined;
  const article = revenue.articles?.find(({ codes }) => codes.some((one) => normal(one) === wanted));
  const activity = revenue.activities?.find((one) => normal(one.code) === wanted);
  return article?.accounts[vatKind] ?? activity?.account ?? revenue.perVatKind?.[vatKind] ?? revenue.fallback;
}
