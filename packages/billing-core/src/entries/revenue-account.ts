import type { RevenueAccounts } from '../model/sales-entry.ts';
import type { VatKind } from '../model/vat-kind.ts';

function normal(code: string): string {
  return code.trim().toLowerCase();
}

/**
 * The revenue account of a row: that of its article's coding for the VAT kind, else that of the activity with its code,
 * else the default for the VAT kind, else the default; `undefined` where none is set. A code can be the number of one
 * article and the code of an activity that is linked to another: where they lead to different accounts, all are given.
 */
export function revenueAccounts(code: string | undefined, vatKind: VatKind, revenue: RevenueAccounts): readonly (string | undefined)[] {
  const wanted = normal(code ?? '') || undefined;
  const fallback = revenue.perVatKind?.[vatKind] ?? revenue.fallback;
  const articles = (revenue.articles ?? []).filter(({ codes }) => codes.some((one) => normal(one) === wanted));
  const activities = (revenue.activities ?? []).filter((one) => normal(one.code) === wanted).map(({ account }) => account);
  const found = articles.length > 0 ? articles.map(({ accounts }) => accounts[vatKind] ?? activities[0] ?? fallback) : activities;
  return [...new Set(found.length > 0 ? found : [fallback])];
}
