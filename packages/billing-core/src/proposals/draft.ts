import { exact, type Exact, multiply, sum } from '../decimal/exact.ts';
import type { BillableItem, ItemKind } from '../model/items.ts';
import { compareIds, compareText } from '../identity/compare-ids.ts';
import { perEntry, perLine, type PrintedLine } from '../rounding/printed-line.ts';
import type { Bucket } from './bucket.ts';
import { quantityOf } from './quantity.ts';
import type { Settings } from './settings.ts';

/** A line to be, with its exact amount; how it is printed is open where the whole invoice decides (`exact`). */
export interface Draft {
  readonly bucket: Bucket;
  /** Hours, kilometres or pieces. */
  readonly quantity: Exact;
  readonly exactAmount: Exact;
  readonly printed: PrintedLine | undefined;
}

/** Orders items of one kind by date, then id. */
function compareItems(a: BillableItem, b: BillableItem): number {
  return compareText(a.date, b.date) || compareIds(a.id, b.id);
}

/** Expenses and terms are counted in pieces. */
export function countsPieces(kind: ItemKind): boolean {
  return kind === 'expense' || kind === 'term';
}

function quantitiesOf(items: readonly BillableItem[]): readonly Exact[] {
  return items.map((item) => quantityOf(item) ?? exact(0n));
}

/** Minutes are summed as whole numbers: one bigint for a million entries instead of a million. */
function totalOf(items: readonly BillableItem[]): Exact {
  if (items[0]?.kind !== 'time') return sum(quantitiesOf(items));
  let minutes = 0;
  for (const item of items) minutes += item.kind === 'time' ? item.minutes : 0;
  return exact(BigInt(minutes), 60n);
}

/** Sorts a bucket's items and works out its amounts. */
export function draftOf(bucket: Bucket, settings: Settings): Draft {
  const { items, first, period } = bucket;
  const { rounding } = settings;
  items.sort(compareItems);
  const quantity = totalOf(items);
  const exactAmount = multiply(quantity, period.price);
  const counting = {
    price: period.price,
    decimals: first.priceDecimals,
    roundsQuantity: !countsPieces(first.kind),
  };
  const printed = rounding === 'perEntry' ? perEntry(quantitiesOf(items), counting) : perLine(quantity, counting);
  return { bucket, quantity, exactAmount, printed: rounding === 'exact' ? undefined : printed };
}
