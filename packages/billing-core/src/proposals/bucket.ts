import { exact, type Exact, sum } from '../decimal/exact.ts';
import { compareIds, compareText } from '../identity/compare-ids.ts';
import { SetHash, type TextHash } from '../identity/set-hash.ts';
import type { BillableItem } from '../model/items.ts';
import type { LineSource } from '../model/proposal.ts';
import type { GroupOfContext, PricedPeriod, ReadyContext } from './context.ts';
import { quantityOf, quantityText } from './quantity.ts';

/** What an invoice is split by; an empty text where it is not. */
export interface ProposalGroup extends GroupOfContext {
  readonly key: string;
  readonly month: string;
}

/** Orders sources by date, then id. */
export function compareByDate(a: LineSource, b: LineSource): number {
  return compareText(a.date, b.date) || compareIds(a.id, b.id);
}

function sourceOf(item: BillableItem, date: string): LineSource {
  return { kind: item.kind, id: item.id, date, quantity: quantityText(item) };
}

/**
 * The entries of one line to be. All that is asked of an entry is worked out when it comes in, because coming back to a
 * million entries later costs more than the arithmetic. A line has at least one entry, and often no other: what only
 * several need is made when the second comes.
 */
export class Bucket {
  readonly group: ProposalGroup;
  /** The first context; what decides the line is equal in all of them. */
  readonly first: ReadyContext;
  readonly period: PricedPeriod;
  readonly hash = new SetHash();
  /** In the order in which they came. */
  readonly items: BillableItem[];
  readonly #sources: LineSource[];
  #others: Map<PricedPeriod, ReadyContext> | undefined;
  #sorted = true;
  #last: LineSource;
  #minutes = 0;

  /** A line of one entry, as {@link add} takes it. */
  constructor(group: ProposalGroup, context: ReadyContext, period: PricedPeriod, item: BillableItem, date: string, hash: TextHash) {
    this.group = group;
    this.first = context;
    this.period = period;
    this.#last = sourceOf(item, date);
    this.items = [item];
    this.#sources = [this.#last];
    this.#count(item, hash);
  }

  /** Adds an entry that was checked, with the hash of its id. Its date is given apart: one text for all entries of a day. */
  add(item: BillableItem, date: string, hash: TextHash): void {
    const source = sourceOf(item, date);
    if (this.#sorted && compareByDate(this.#last, source) > 0) this.#sorted = false;
    this.#last = source;
    this.items.push(item);
    this.#sources.push(source);
    this.#count(item, hash);
  }

  #count(item: BillableItem, hash: TextHash): void {
    if (item.kind === 'time') this.#minutes += item.minutes;
    this.hash.add(hash);
  }

  /** Notes another context and period that entries of the line have. */
  join(context: ReadyContext, period: PricedPeriod): void {
    if (period !== this.period) (this.#others ??= new Map<PricedPeriod, ReadyContext>()).set(period, context);
  }

  /** All contexts of the entries. */
  get contexts(): readonly ReadyContext[] {
    return this.#others ? [...new Set([this.first, ...this.#others.values()])] : [this.first];
  }

  /** All periods that the entries are priced in. */
  get periods(): readonly PricedPeriod[] {
    return [this.period, ...(this.#others?.keys() ?? [])];
  }

  /** The entries as sources, by date, then id. */
  get sources(): readonly [LineSource, ...LineSource[]] {
    if (!this.#sorted) this.#sources.sort(compareByDate);
    this.#sorted = true;
    return this.#sources as [LineSource, ...LineSource[]];
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
