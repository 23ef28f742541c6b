import { dayOf, isoWeek } from '../calendar/day.ts';
import type { BillableItem } from '../model/items.ts';
import { Bucket, type ProposalGroup } from './bucket.ts';
import type { Context, PricedPeriod, ReadyContext } from './context.ts';
import { SEPARATOR } from './contexts.ts';
import type { Settings } from './settings.ts';

/** What a grouping takes from the context; what it takes from the entry is in {@link Buckets.changing}. */
function staticGroup(grouping: string, context: ReadyContext): string {
  switch (grouping) {
    case 'activity':
      return context.activity?.id ?? '';
    case 'employee':
      return context.userId ?? '';
    case 'project':
      return context.project?.id ?? '';
    case 'product':
      return context.product?.id ?? '';
    default:
      return '';
  }
}

/** Sorts entries into the lines that they make up. */
export class Buckets {
  readonly #byKey = new Map<string, Bucket>();
  readonly #groups = new Map<string, ProposalGroup>();
  readonly #weeks = new Map<string, string>();
  readonly #settings: Settings;
  readonly #byMonth: boolean;
  readonly #sorted: boolean;

  /** Groups and splits as the policy says. `sorted` promises that entries come by date, then id. */
  constructor(settings: Settings, sorted: boolean) {
    this.#sorted = sorted;
    this.#settings = settings;
    this.#byMonth = settings.policy.split?.includes('month') === true;
  }

  /** All lines to be. */
  list(): readonly Bucket[] {
    return [...this.#byKey.values()];
  }

  /** The line of an entry at a price. Entries of different price, VAT, article or invoice never share one. */
  of(item: BillableItem, context: Context, ready: ReadyContext, period: PricedPeriod): Bucket {
    const changing = this.#changing(item);
    const bucket = period.buckets.get(changing) ?? this.#make(item, changing, context, ready, period);
    if (changing === '' && ready.periods.length === 1 && (period.from ?? period.until) === undefined) ready.line = bucket;
    return bucket;
  }

  #make(item: BillableItem, changing: string, context: Context, ready: ReadyContext, period: PricedPeriod): Bucket {
    const group = this.#group(item, context, ready);
    const { grouping, policy } = this.#settings;
    const key = [
      group.key,
      item.kind,
      staticGroup(grouping[item.kind], ready),
      changing,
      period.priceKey,
      ready.vat.kind,
      ready.vat.rate,
      ready.articleId ?? '',
      policy.projectPerLine === true ? (ready.project?.id ?? '') : '',
    ].join(SEPARATOR);
    const bucket = this.#byKey.get(key) ?? new Bucket(group, ready, period, this.#sorted);
    this.#byKey.set(key, bucket);
    bucket.contexts.add(ready);
    bucket.periods.add(period);
    period.buckets.set(changing, bucket);
    return bucket;
  }

  /** The key of the invoice that an entry goes to, also where an error keeps it off. */
  proposalKey(item: BillableItem, context: Context): string {
    return this.#byMonth ? `${context.proposalKey}${SEPARATOR}${item.date.slice(0, 7)}` : context.proposalKey;
  }

  #changing(item: BillableItem): string {
    const grouping = this.#settings.grouping[item.kind];
    const month = this.#byMonth ? item.date.slice(0, 7) : '';
    switch (grouping) {
      case 'day':
        return item.date;
      case 'week':
        return month + this.#week(item.date);
      case 'detailed':
      case 'ride':
        return month + SEPARATOR + item.id;
      default:
        return month;
    }
  }

  #week(date: string): string {
    const known = this.#weeks.get(date);
    if (known !== undefined) return known;
    const { year, week } = isoWeek(dayOf(date) ?? 0);
    const label = `${year}-W${week}`;
    this.#weeks.set(date, label);
    return label;
  }

  #group(item: BillableItem, context: Context, ready: ReadyContext): ProposalGroup {
    const key = this.proposalKey(item, context);
    const split = this.#settings.policy.split ?? [];
    const group = this.#groups.get(key) ?? {
      key,
      customerId: ready.customer.id,
      currencyCode: ready.currencyCode,
      projectId: split.includes('project') ? (ready.project?.id ?? '') : '',
      reference: split.includes('reference') ? ready.reference : '',
      month: this.#byMonth ? item.date.slice(0, 7) : '',
    };
    this.#groups.set(key, group);
    return group;
  }
}
