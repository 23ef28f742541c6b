import type { RevenueAccounts } from '../model/sales-entry.ts';
import type { VatKind } from '../model/vat-kind.ts';

/** The account that was found, if any, or those between which a code leaves the choice. */
export interface FoundAccount {
  readonly account: string | undefined;
  /** Two or more where the code belongs to several articles or activities that lead to different accounts; else empty. */
  readonly candidates: readonly string[];
}

function normal(code: string): string {
  return code.trim().toLowerCase();
}

/**
 * The revenue account of a row: that of its article's coding for the VAT kind, else that of the activity with its code,
 * else the default for the VAT kind, else the default. A code can be the number of one article and the code of an activity
 * that is linked to another: where they lead to different accounts, none of them is taken.
 */
export function revenueAccount(code: string | undefined, vatKind: VatKind, revenue: RevenueAccounts): FoundAccount {
  const wanted = normal(code ?? '') || undefined;
  const fallback = revenue.perVatKind?.[vatKind] ?? revenue.fallback;
  const articles = (revenue.articles ?? []).filter(({ codes }) => codes.some((one) => normal(one) === wanted));
  const activities = (revenue.activities ?? []).filter((one) => normal(one.code) === wanted);
  const ofActivities = activities.map(({ account }) => account);
  const found = articles.length === 0 ? ofActivities : articles.map(({ accounts }) => accounts[vatKind] ?? ofActivities[0] ?? fallback);
  const different = [...new Set(found)];
  return different.length > 1
    ? { account: undefined, candidates: different.map((one) => one ?? 'none') }
    : { account: different[0] ?? fallback, candidates: [] };
}
