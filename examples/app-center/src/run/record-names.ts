import type { Difference, SearchableKind } from '@x/timechimp-visma-connector';
import { guids } from '../html/difference-words.ts';
import type { AppParts } from '../parts.ts';

/** Which of Visma's lists a field's ids come from. */
const lists: readonly (readonly [field: RegExp, kind: SearchableKind])[] = [
  [/ArticleId/, 'articles'],
  [/TermsOfPaymentId/, 'termsOfPayment'],
  [/VatCodeId/, 'vatCodes'],
  [/ProjectId/, 'projects'],
  [/CostCenterItemId/, 'costCenterItems'],
];

/**
 * Names of Visma's records that differences name by GUID, by GUID. Visma is asked only where there are any, and only for
 * their lists. Without an answer there are no names: a page of figures is not to fail for that.
 */
export async function recordNames({ connector, tenantId }: Pick<AppParts, 'connector' | 'tenantId'>, differences: readonly Difference[]): Promise<ReadonlyMap<string, string>> {
  const texts = differences.filter((each) => `${each.expected} ${each.actual}`.search(guids) >= 0).map(({ field, expected, actual }) => `${field} ${expected} ${actual}`);
  const kinds = lists.filter(([field]) => texts.some((text) => field.test(text))).map(([, kind]) => kind);
  const found = await Promise.all(kinds.map((kind) => connector.masterData({ tenantId, kind, limit: 10_000 }).catch(() => ({ hits: [] }))));
  return new Map(found.flatMap(({ hits }) => hits.map(({ value, label }) => [String(value).toLowerCase(), label] as const)));
}
