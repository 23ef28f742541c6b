import type { Day } from '../calendar/day.ts';
import { exact, type Exact, sum } from '../decimal/exact.ts';
import { compareIds } from '../identity/compare-ids.ts';
import { SetHash, type TextHash } from '../identity/set-hash.ts';
import type { BillableItem } from '../model/items.ts';
import type { LineSource } from '../model/proposal.ts';
import type { PricedPeriod, ReadyContext } from './context.ts';
import { quantityOf, quantityText } from './quantity.ts';

/** What an invoice is split by; an empty text where it is not. */
export interface ProposalGroup {
  readonly key: string;
  readonly customerId: string;
  readonly currencyCode: string;
  readonly projectId: string;
  readonly reference: string;
  readonly month: string;
}

/** Earlier than any date, as a small whole number: those are the fast ones. */
const BEFORE_ALL_DAYS = -1_000_000;

/**
 * The entries of one line to be. All that is asked of an entry is worked out when it comes in, because coming back to a
 * million entries later costs more than the arithmetic.
 */
export class Bucket {
  readonly group: ProposalGroup;
  /** The first context; what decides the line is equal in all of them. */
  readonly first: ReadyContext;
  readonly period: PricedPeriod;
  readonly contexts = new Set<ReadyContext>();
  readonly periods = new Set<PricedPeriod>();
  readonly hash = new SetHash();
  /** In the order in which they came. */
  readonly items: BillableItem[] = [];
  readonly #days: Day[] = [];
  #sorted = true;
  #lastDay: Day = BEFORE_ALL_DAYS;
  #lastId = '';
  #minutes = 0;
  #sources: readonly LineSource[] | undefined;

  /** An empty line. */
  constructor(group: ProposalGroup, first: ReadyContext, period: PricedPeriod) {
    this.group = group;
    this.first = first;
    this.period = period;
  }

  /** Adds an entry that was checked, with its day and the hash of its id. */
  add(item: BillableItem, day: Day, hash: TextHash): void {
    const { id } = item;
    if (day < this.#lastDay || (day === this.#lastDay && compareIds(this.#lastId, id) > 0)) this.#sorted = false;
    this.#lastDay = day;
    this.#lastId = id;
    if (item.kind === 'time') this.#minutes += item.minutes;
    this.items.push(item);
    this.#days.push(day);
    this.hash.add(hash);
  }

  /** The entries as sources, by date, then id. */
  get sources(): readonly LineSource[] {
    return (this.#sources ??= this.#inOrder().map((item) => ({ kind: item.kind, id: item.id, date: item.date, quantity: quantityText(item) })));
  }

  /** Positions are sorted by their days, which are numbers side by side: the entries themselves are looked at within a day only. */
  #inOrder(): readonly BillableItem[] {
    const { items } = this;
    if (this.#sorted) return items;
    const days = this.#days;
    const after = (a: number, b: number): number =>
      (days[a] ?? 0) - (days[b] ?? 0) || compareIds(items[a]?.id ?? '', items[b]?.id ?? '');
    return [...days.keys()].sort(after).flatMap((position) => items[position] ?? []);
  }

  /** What every entry counts, in hours, kilometres or pieces. */
  get quantities(): readonly Exact[] {
    return this.items.map((item) => quantityOf(item) ?? exact(0n));
  }

  /**
   * What they count together. Minutes are summed as numbers: an entry has at most 10,000,000 of them, so that the sum of
   * 900,000,000 entries is still a whole number that a double holds exactly. One bigint per line instead of a million.
   */
  get quantity(): Exact {
    return this.first.kind === 'time' ? exact(BigInt(this.#minutes), 60n) : sum(this.quantities);
  }
}
