import { type Exact, multiply } from '../decimal/exact.ts';
import { formatBetween, formatCents, formatExact, formatUnits } from '../decimal/format.ts';
import type { ItemKind } from '../model/items.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { InvoiceLine } from '../model/proposal.ts';
import { exceedsBound } from '../rounding/difference.ts';
import { perEntry, perLine, type PrintedLine } from '../rounding/printed-line.ts';
import type { Bucket } from './bucket.ts';
import type { Settings } from './settings.ts';

/** A printed line with its figures as text. */
export interface Figures extends PrintedLine {
  readonly texts: Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'amount' | 'exactAmount'>;
  /** Whether Visma takes amounts of this size. */
  readonly fits: boolean;
}

/** What the entries of a line come to. */
export interface Amounts {
  /** Hours, kilometres or pieces. */
  readonly quantity: Exact;
  readonly exactAmount: Exact;
  /** Open until the whole invoice is known where that decides (`exact`). */
  readonly figures: Figures | undefined;
  /** Whether rounding moved the amount too far from the exact one. */
  readonly tooFar: boolean;
}

/** Expenses and terms are counted in pieces. */
export function countsPieces(kind: ItemKind): boolean {
  return kind === 'expense' || kind === 'term';
}

/** Visma takes amounts up to 99,999,999.99. */
export function fitsVisma(amount: DecimalText): boolean {
  return amount.replace(/^-|\..*/g, '').length <= 8;
}

/** The figures of a line as text; the price with 2 decimals, up to `decimals` where it needs them. */
export function figuresOf(printed: PrintedLine, exactAmount: Exact, decimals: number): Figures {
  const { quantity, price, cents, lumpSum } = printed;
  const texts = {
    quantity: formatUnits(quantity, 2),
    unitPrice: formatBetween(price, 2, Math.max(2, decimals)),
    amount: formatCents(cents),
    exactAmount: formatExact(exactAmount),
  };
  return { quantity, price, cents, lumpSum, texts, fits: fitsVisma(texts.amount) && fitsVisma(texts.unitPrice) };
}

function workOut(bucket: Bucket, { rounding, bound }: Settings): Amounts {
  const { quantity, first: { kind, priceDecimals: decimals }, period: { price } } = bucket;
  const exactAmount = multiply(quantity, price);
  if (rounding === 'exact') return { quantity, exactAmount, figures: undefined, tooFar: false };
  const counting = { price, decimals, roundsQuantity: !countsPieces(kind) };
  const printed = rounding === 'perLine' ? perLine(quantity, counting) : perEntry(bucket.quantities, counting);
  return { quantity, exactAmount, figures: figuresOf(printed, exactAmount, decimals), tooFar: exceedsBound(printed.cents, exactAmount, bound) };
}

/**
 * Works out what lines come to. People write hours in quarters: among a million lines the same minutes at the same price
 * are frequent, and are worked out once.
 */
export function amountsFinder(settings: Settings): (bucket: Bucket) => Amounts {
  const perPrice = new Map<string, Map<number, Amounts>>();

  const amountsAt = ({ period: { priceKey }, first: { priceDecimals } }: Bucket): Map<number, Amounts> => {
    const key = `${priceKey} ${priceDecimals}`;
    const known = perPrice.get(key) ?? new Map<number, Amounts>();
    perPrice.set(key, known);
    return known;
  };

  return (bucket) => {
    // With `perEntry` it also matters how the minutes are spread over the entries.
    if (bucket.first.kind !== 'time' || settings.rounding === 'perEntry') return workOut(bucket, settings);
    const known = (bucket.period.amounts ??= amountsAt(bucket));
    let amounts = known.get(bucket.minutes);
    if (amounts === undefined) known.set(bucket.minutes, (amounts = workOut(bucket, settings)));
    return amounts;
  };
}
