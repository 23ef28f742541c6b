import { exact, type Exact, multiply } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { BillableItem } from '../model/items.ts';
import type { DecimalText } from '../model/primitives.ts';

/** Entries of more minutes than this (19 years) are not hours of work. */
const MAX_MINUTES = 10_000_000;

function isMinutes(minutes: number): boolean {
  return Number.isSafeInteger(minutes) && Math.abs(minutes) <= MAX_MINUTES;
}

/** What an item counts, in hours, kilometres or pieces; `undefined` when it is malformed. */
export function quantityOf(item: BillableItem): Exact | undefined {
  switch (item.kind) {
    case 'time':
      return isMinutes(item.minutes) ? exact(BigInt(item.minutes), 60n) : undefined;
    case 'mileage':
      return parseDecimal(item.distance);
    case 'expense':
      return parseDecimal(item.quantity);
    case 'term': {
      const quantity = parseDecimal(item.quantity);
      const { days, of } = item.proration ?? { days: 1, of: 1 };
      if (![days, of].every(Number.isSafeInteger) || days < 0 || days > of || of < 1) return undefined;
      return quantity && multiply(quantity, exact(BigInt(days), BigInt(of)));
    }
  }
}

/** Whether an item counts something, nothing, or what cannot be read. Hours are looked at without making a bigint. */
export function checkQuantity(item: BillableItem): 'some' | 'none' | 'malformed' {
  if (item.kind === 'time') {
    if (!isMinutes(item.minutes)) return 'malformed';
    return item.minutes === 0 ? 'none' : 'some';
  }
  const quantity = quantityOf(item);
  if (quantity === undefined) return 'malformed';
  return quantity.units === 0n ? 'none' : 'some';
}

/** What an item counts, as text: minutes for time, kilometres or pieces otherwise. */
export function quantityText(item: BillableItem): DecimalText {
  if (item.kind === 'time') return String(item.minutes);
  return item.kind === 'mileage' ? item.distance : item.quantity;
}
