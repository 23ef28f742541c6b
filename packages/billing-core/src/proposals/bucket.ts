import type { Day } from '../calendar/day.ts';
import { exact, type Exact, sum } from '../decimal/exact.ts';
import { compareIds } from '../identity/compare-ids.ts';
import type { SetHash, TextHash } from '../identity/set-hash.ts';
import type { BillableItem } from '../model/items.ts';
import type { LineSource } from '../model/proposal.ts';
import type { GroupOfContext, PricedPeriod, ReadyContext } from './context.ts';
import { quantityOf, quantityText } from './quantity.ts';

/** The entry that is looked at, with the hash of its id: one object for all entries, one after the other. */
export interface Entry extends TextHash {
  item: BillableItem;
  position: number;
  day: Day;
  /** Whether its id, and all before, came in rising order. */
  rising: boolean;
}

/**
 * The items of a run by position, with what the lines keep of them. Lists of its own for each line would cost more than
 * the arithmetic where there are many lines: a line knows its first and last entry, and each entry the next.
 */
export interface PlacedEntries {
  readonly items: readonly BillableItem[];
  readonly days: Int32Array;
  /** The position of the line's next entry. */
  readonly next: Int32Array;
}

/** Room for all items of a run. */
export function placedEntries(items: readonly BillableItem[]): PlacedEntries {
  return { items, days: new Int32Array(items.length), next: new Int32Array(items.length) };
}

/** One invoice to be: what it is split by (an empty text where it is not), and its lines. */
export interface ProposalGroup extends GroupOfContext {
  readonly key: string;
  readonly month: string;
  readonly lines: Bucket[];
  /** Of the ids of all its entries. */
  readonly ids: SetHash;
  /** False when an error keeps entries off the invoice. */
  complete: boolean;
}

function sourceOf(item: BillableItem): LineSource {
  return { kind: item.kind, id: item.id, date: item.date, quantity: quantityText(item) };
}

/** More than a list has places: a day times this and a place are one number. */
const PLACES = 2 ** 31;

/**
 * Orders sources by date, then id. Days are compared as numbers, in one go, because comparing a million texts takes longer
 * than all the rest; only among the entries of one day are ids looked at.
 */
function inOrder(sources: readonly LineSource[], days: readonly Day[]): LineSource[] {
  const keys = new Float64Array(days.length);
  days.forEach((day, place) => (keys[place] = day * PLACES + place));
  const byDay: LineSource[] = [];
  for (const key of keys.sort()) byDay.push(sources[key - Math.floor(key / PLACES) * PLACES] as LineSource);
  for (let start = 0, end = 0; start < byDay.length; start = end) {
    const date = byDay[start]?.date;
    while (end < byDay.length && byDay[end]?.date === date) end++;
    if (end - start > 1) byDay.slice(start, end).sort((a, b) => compareIds(a.id, b.id)).forEach((source, place) => (byDay[start + place] = source));
  }
  return byDay;
}

/** The entries of one line to be. It has at least one, and often no other: what only several need is made when the second comes. */
export class Bucket {
  /** The first context; what decides the line is equal in all of them. */
  readonly first: ReadyContext;
  readonly period: PricedPeriod;
  readonly #placed: PlacedEntries;
  readonly #head: number;
  #tail: number;
  #sorted = true;
  #minutes = 0;
  #day: Day;
  #lastDay: Day;
  #others: PricedPeriod[] | undefined;
  #sources: LineSource[];

  /** A line of one entry, as {@link add} takes it. */
  constructor(placed: PlacedEntries, context: ReadyContext, period: PricedPeriod, entry: Entry) {
    this.#placed = placed;
    this.first = context;
    this.period = period;
    this.#head = this.#tail = entry.position;
    this.#day = this.#lastDay = entry.day;
    this.#sources = [sourceOf(entry.item)];
    this.#count(entry);
  }

  /** Adds an entry that was checked. */
  add(entry: Entry): void {
    const { item, day, position, rising } = entry;
    const last = this.#tail;
    if (this.#sorted) this.#sorted = this.#lastDay < day || (this.#lastDay === day && (rising || compareIds(this.#itemAt(last).id, item.id) < 0));
    if (day < this.#day) this.#day = day;
    this.#placed.next[last] = position;
    this.#tail = position;
    this.#lastDay = day;
    this.#sources.push(sourceOf(item));
    this.#count(entry);
  }

  #count(entry: Entry): void {
    const { item, position, day } = entry;
    this.#placed.days[position] = day;
    if (item.kind === 'time') this.#minutes += item.minutes;
  }

  /** What is read of the entries, in the order in which they came. */
  #each<T>(read: (position: number) => T): T[] {
    let position = this.#head;
    return this.#sources.map((_, place) => {
      if (place > 0) position = this.#placed.next[position] ?? 0;
      return read(position);
    });
  }

  #itemAt(position: number): BillableItem {
    return this.#placed.items[position] as BillableItem;
  }

  /** The entry that came first. */
  get item(): BillableItem {
    return this.#itemAt(this.#head);
  }

  /** Notes another period that entries of the line are priced in. */
  join(period: PricedPeriod): void {
    if (period === this.period) return;
    const others = (this.#others ??= []);
    if (!others.includes(period)) others.push(period);
  }

  /** All periods that the entries are priced in. */
  get periods(): readonly PricedPeriod[] {
    return [this.period, ...(this.#others ?? [])];
  }

  /** All contexts of the entries. */
  get contexts(): readonly ReadyContext[] {
    return [...new Set(this.periods.map(({ context }) => context ?? this.first))];
  }

  /** What all contexts tell; `undefined` where they differ. */
  ofContexts(read: (context: ReadyContext) => string | undefined): string | undefined {
    const told = read(this.first);
    return this.#others?.some(({ context }) => read(context ?? this.first) !== told) ? undefined : told;
  }

  /** What all entries tell; `undefined` where they differ. */
  ofEntries(read: (item: BillableItem) => string | undefined): string | undefined {
    const told = read(this.item);
    return this.#each((position) => read(this.#itemAt(position))).every((one) => one === told) ? told : undefined;
  }

  /** The day of the first entry. */
  get day(): Day {
    return this.#day;
  }

  /** The entries as sources, by date, then id: the first one names the line and decides its place. */
  get sources(): readonly [LineSource, ...LineSource[]] {
    if (!this.#sorted) this.#sources = inOrder(this.#sources, this.#each((position) => this.#placed.days[position] ?? 0));
    this.#sorted = true;
    return this.#sources as [LineSource, ...LineSource[]];
  }

  /** What every entry counts, in hours, kilometres or pieces. */
  get quantities(): readonly Exact[] {
    return this.#each((position) => quantityOf(this.#itemAt(position)) ?? exact(0n));
  }

  /**
   * Minutes of hours, summed as numbers: an entry has at most 10,000,000 of them, so that the sum of 900,000,000 entries
   * is still a whole number that a double holds exactly. One bigint per line instead of a million.
   */
  get minutes(): number {
    return this.#minutes;
  }

  /** What the entries count together, in hours, kilometres or pieces. */
  get quantity(): Exact {
    return this.first.kind === 'time' ? exact(BigInt(this.#minutes), 60n) : sum(this.quantities);
  }
}
