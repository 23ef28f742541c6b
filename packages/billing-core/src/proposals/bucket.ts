import { exact, type Exact, sum } from '../decimal/exact.ts';
import { SetHash } from '../identity/set-hash.ts';
import type { BillableItem, ItemKind } from '../model/items.ts';
import type { LineSource } from '../model/proposal.ts';
import type { PricedPeriod, ReadyContext } from './context.ts';
import { compareItems } from './input-order.ts';
import { quantityOf, quantityText } from './quantity.ts';

/** The kinds in the order in which an invoice lists them. */
export const KIND_ORDER: readonly ItemKind[] = ['time', 'expense', 'mileage', 'term'];

/** What an invoice is split by; an empty text where it is not. */
export interface ProposalGroup {
  readonly key: string;
  readonly customerId: string;
  readonly currencyCode: string;
  readonly projectId: string;
  readonly reference: string;
  readonly month: string;
}

function sourceOf(item: BillableItem): LineSource {
  return { kind: item.kind, id: item.id, date: item.date, quantity: quantityText(item) };
}

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
  readonly #items: BillableItem[] = [];
  readonly #sources: LineSource[] = [];
  readonly #salt: number;
  #sorted: boolean;
  #minutes = 0;

  /** An empty line. `sorted` promises that entries come by date, then id. */
  constructor(group: ProposalGroup, first: ReadyContext, period: PricedPeriod, sorted: boolean) {
    this.#sorted = sorted;
    this.group = group;
    this.first = first;
    this.period = period;
    this.#salt = KIND_ORDER.indexOf(first.kind);
  }

  /** Adds an entry that was checked. */
  add(item: BillableItem): void {
    if (item.kind === 'time') this.#minutes += item.minutes;
    this.#items.push(item);
    this.#sources.push(sourceOf(item));
    this.hash.add(item.id, this.#salt);
  }

  /** The entries by date, then id. */
  get items(): readonly BillableItem[] {
    this.#sort();
    return this.#items;
  }

  /** The entries as sources, in the same order. */
  get sources(): readonly LineSource[] {
    this.#sort();
    return this.#sources;
  }

  /** What every entry counts, in hours, kilometres or pieces. */
  get quantities(): readonly Exact[] {
    return this.#items.map((item) => quantityOf(item) ?? exact(0n));
  }

  /** What they count together. Minutes are summed as whole numbers: one bigint instead of a million. */
  get quantity(): Exact {
    return this.first.kind === 'time' ? exact(BigInt(this.#minutes), 60n) : sum(this.quantities);
  }

  #sort(): void {
    if (this.#sorted) return;
    this.#items.sort(compareItems);
    this.#items.forEach((item, index) => (this.#sources[index] = sourceOf(item)));
    this.#sorted = true;
  }
}
