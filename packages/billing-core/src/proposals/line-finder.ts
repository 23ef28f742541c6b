import { type Day, startOfWeek } from '../calendar/day.ts';
import { SetHash } from '../identity/set-hash.ts';
import type { BillableItem } from '../model/items.ts';
import { Bucket, type Entry, type PlacedEntries, type ProposalGroup } from './bucket.ts';
import type { Context, LineFamily, PricedPeriod, ReadyContext } from './context.ts';
import { SEPARATOR } from './contexts.ts';
import type { Settings } from './settings.ts';

/** Sorts entries into the lines that they make up. */
export interface LineFinder {
  /** All invoices to be. */
  readonly groups: ReadonlyMap<string, ProposalGroup>;
  /** The invoice that an entry goes to, also where an error keeps it off. */
  readonly groupOf: (item: BillableItem, context: Context) => ProposalGroup;
  /** Puts an entry on its line at a price. Entries of different price, VAT, article or invoice never share one. */
  readonly place: (entry: Entry, context: Context, ready: ReadyContext, period: PricedPeriod) => void;
}

/** What a grouping takes from the context; the rest is taken from the entry. */
function groupedBy(grouping: string, { activity, project, product }: ReadyContext): string {
  const ids: Partial<Record<string, string>> = { activity: activity?.id, project: project?.id, product: product?.id };
  return ids[grouping] ?? '';
}

/** What a grouping takes from the entry; `undefined` where every entry is a line of its own. */
const CHANGING: Readonly<Partial<Record<string, (entry: Entry) => Day | string | undefined>>> = {
  employee: ({ item }) => ('userId' in item ? (item.userId ?? '') : ''),
  day: ({ day }) => day,
  week: ({ day }) => startOfWeek(day),
  detailed: () => undefined,
  ride: () => undefined,
};

/** Groups and splits as the policy says. */
export function lineFinder({ grouping, policy }: Settings, placed: PlacedEntries): LineFinder {
  const families = new Map<string, LineFamily>();
  const groups = new Map<string, ProposalGroup>();
  const changing = { time: CHANGING[grouping.time], expense: CHANGING[grouping.expense], mileage: CHANGING[grouping.mileage], term: CHANGING[grouping.term] };
  const byMonth = policy.split?.includes('month') === true;
  const monthOf = ({ date }: BillableItem): string => (byMonth ? date.slice(0, 7) : '');

  const groupOf = (item: BillableItem, context: Context): ProposalGroup => {
    const identity = { customerId: '', currencyCode: '', projectId: '', reference: '', ...context.group, month: monthOf(item) };
    const key = Object.values(identity).join(SEPARATOR);
    const group = groups.get(key) ?? { ...identity, key, lines: [], ids: new SetHash(), complete: true };
    groups.set(key, group);
    return group;
  };

  const makeFamily = (item: BillableItem, context: Context, ready: ReadyContext, period: PricedPeriod): LineFamily => {
    const group = groupOf(item, context);
    const key = [
      group.key,
      item.kind,
      groupedBy(grouping[item.kind], ready),
      period.priceKey,
      ready.vat.key,
      ready.articleId ?? '',
      policy.projectPerLine === true ? (ready.project?.id ?? '') : '',
    ].join(SEPARATOR);
    const family = families.get(key) ?? { group, lines: new Map() };
    families.set(key, family);
    period.families.set(group.month, family);
    return family;
  };

  return {
    groups,
    groupOf,
    place: (entry, context, ready, period) => {
      const { item } = entry;
      const read = changing[item.kind];
      const part = read ? read(entry) : '';
      const month = monthOf(item);
      const before = period.family;
      const family = before?.group.month === month ? before : (period.families.get(month) ?? makeFamily(item, context, ready, period));
      family.group.ids.add(entry);
      // Colleagues write their hours side by side: only where no employee decides is the next entry often on the same line.
      const often = typeof part === 'number' || part === '';
      if (often && family === before && part === period.part && period.line !== undefined) {
        period.line.add(entry);
        return;
      }
      let line = part === undefined ? undefined : family.lines.get(part);
      if (line === undefined) {
        line = new Bucket(placed, ready, period, entry);
        family.group.lines.push(line);
        if (part !== undefined) family.lines.set(part, line);
      } else {
        if (line !== period.line) line.join(period);
        line.add(entry);
      }
      if (family !== before) period.family = family;
      if (often) {
        period.line = line;
        period.part = part;
      }
    },
  };
}
