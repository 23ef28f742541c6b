import { dayOf, isoWeek } from '../calendar/day.ts';
import type { BillableItem } from '../model/items.ts';
import { Bucket, type ProposalGroup } from './bucket.ts';
import type { Context, PricedPeriod, ReadyContext } from './context.ts';
import { SEPARATOR } from './contexts.ts';
import type { Settings } from './settings.ts';

/** Sorts entries into the lines that they make up. */
export interface LineFinder {
  /** All lines to be. */
  readonly list: () => readonly Bucket[];
  /** The key of the invoice that an entry goes to, also where an error keeps it off. */
  readonly proposalKey: (item: BillableItem, context: Context) => string;
  /** The line of an entry at a price. Entries of different price, VAT, article or invoice never share one. */
  readonly lineOf: (item: BillableItem, context: Context, ready: ReadyContext, period: PricedPeriod) => Bucket;
}

/** What a grouping takes from the context; the rest is taken from the entry. */
function groupedBy(grouping: string, { activity, userId, project, product }: ReadyContext): string {
  const ids: Partial<Record<string, string>> = { activity: activity?.id, employee: userId, project: project?.id, product: product?.id };
  return ids[grouping] ?? '';
}

/** Groups and splits as the policy says. */
export function lineFinder({ grouping, policy }: Settings): LineFinder {
  const byKey = new Map<string, Bucket>();
  const groups = new Map<string, ProposalGroup>();
  const weeks = new Map<string, string>();
  const split = policy.split ?? [];
  const monthOf = split.includes('month') ? ({ date }: BillableItem): string => date.slice(0, 7) : (): string => '';

  const weekOf = (date: string): string => {
    const known = weeks.get(date);
    if (known !== undefined) return known;
    const { year, week } = isoWeek(dayOf(date) ?? 0);
    weeks.set(date, `${year}-W${week}`);
    return `${year}-W${week}`;
  };

  /** What changes from entry to entry within a context. */
  const changing = (item: BillableItem): string => {
    const month = monthOf(item);
    switch (grouping[item.kind]) {
      case 'day':
        return item.date;
      case 'week':
        return month + weekOf(item.date);
      case 'detailed':
      case 'ride':
        return month + SEPARATOR + item.id;
      default:
        return month;
    }
  };

  const proposalKey = (item: BillableItem, context: Context): string => context.proposalKey + SEPARATOR + monthOf(item);

  const groupOf = (item: BillableItem, context: Context, { customer, currencyCode, project, reference }: ReadyContext): ProposalGroup => {
    const key = proposalKey(item, context);
    const group = groups.get(key) ?? {
      key,
      customerId: customer.id,
      currencyCode,
      projectId: split.includes('project') ? (project?.id ?? '') : '',
      reference: split.includes('reference') ? reference : '',
      month: monthOf(item),
    };
    groups.set(key, group);
    return group;
  };

  const make = (item: BillableItem, part: string, context: Context, ready: ReadyContext, period: PricedPeriod): Bucket => {
    const group = groupOf(item, context, ready);
    const key = [
      group.key,
      item.kind,
      groupedBy(grouping[item.kind], ready),
      part,
      period.priceKey,
      ready.vat.kind,
      ready.vat.rate,
      ready.articleId ?? '',
      policy.projectPerLine === true ? (ready.project?.id ?? '') : '',
    ].join(SEPARATOR);
    const bucket = byKey.get(key) ?? new Bucket(group, ready, period);
    byKey.set(key, bucket);
    bucket.contexts.add(ready);
    bucket.periods.add(period);
    period.buckets.set(part, bucket);
    return bucket;
  };

  return {
    list: () => [...byKey.values()],
    proposalKey,
    lineOf: (item, context, ready, period) => {
      const part = changing(item);
      const bucket = period.buckets.get(part) ?? make(item, part, context, ready, period);
      if (part === '' && ready.periods.length === 1 && (period.from ?? period.until) === undefined) ready.line = bucket;
      return bucket;
    },
  };
}
