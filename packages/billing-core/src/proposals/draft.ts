import { type Exact, multiply } from '../decimal/exact.ts';
import type { ItemKind } from '../model/items.ts';
import type { LineSource } from '../model/proposal.ts';
import { perEntry, perLine, type PrintedLine } from '../rounding/printed-line.ts';
import type { Bucket } from './bucket.ts';
import type { Settings } from './settings.ts';

/** A line to be, with its exact amount. */
export interface Draft {
  readonly bucket: Bucket;
  /** The first entry: it names the line and decides its place. */
  readonly start: LineSource;
  /** Hours, kilometres or pieces. */
  readonly quantity: Exact;
  readonly exactAmount: Exact;
  /** How it is printed; open until the whole invoice is known where that decides (`exact`). */
  printed: PrintedLine | undefined;
}

/** Expenses and terms are counted in pieces. */
export function countsPieces(kind: ItemKind): boolean {
  return kind === 'expense' || kind === 'term';
}

/** Works out a line's amounts. */
export function draftOf(bucket: Bucket, { rounding }: Settings): Draft {
  const { first, period, quantity } = bucket;
  const counting = { price: period.price, decimals: first.priceDecimals, roundsQuantity: !countsPieces(first.kind) };
  let printed: PrintedLine | undefined;
  if (rounding === 'perLine') printed = perLine(quantity, counting);
  if (rounding === 'perEntry') printed = perEntry(bucket.quantities, counting);
  return { bucket, start: bucket.sources[0], quantity, exactAmount: multiply(quantity, period.price), printed };
}
