import { divideRounded, scaled } from '../exact.ts';

/** One row's figures for the sum of a document; amounts in cents, the rate in percent. */
export interface TaxedAmount {
  /** Quantity x price less discount: without VAT, or with it where the document's prices include it. */
  readonly amount: bigint;
  readonly percent: number;
}

/** The base, the VAT and the rate of a part of a document. */
export interface VatPart {
  readonly percent: number;
  readonly net: bigint;
  readonly vat: bigint;
}

/** A document's sums in cents. */
export interface Totals {
  readonly parts: readonly VatPart[];
  readonly net: bigint;
  readonly vat: bigint;
  readonly rounding: bigint;
  /** net + vat + rounding. */
  readonly total: bigint;
}

/** Quantity (2 decimals) x price (4) x (1 - discount (4)), rounded half away from zero to cents. */
export function rowAmount(quantity: number, unitPrice: number, discount: number): bigint {
  const product = scaled(quantity, 2) * scaled(unitPrice, 4) * (10_000n - scaled(discount, 4));
  return divideRounded(product, 100_000_000n);
}

/** VAT on an amount in cents, rounded half away from zero. `included` takes it out of an amount that contains it. */
export function vatOf(amount: bigint, percent: number, included: boolean): bigint {
  const rate = scaled(percent, 4);
  return included ? divideRounded(amount * rate, 1_000_000n + rate) : divideRounded(amount * rate, 1_000_000n);
}

/** Sums a document: VAT once per rate (or per row), the total to whole units where the company rounds. */
export function totalsOf(
  rows: readonly TaxedAmount[],
  options: { readonly included: boolean; readonly perRow: boolean; readonly wholeUnits: boolean },
): Totals {
  const parts = [...new Set(rows.map(({ percent }) => percent))]
    .sort((left, right) => right - left)
    .map((percent) => partOf(percent, rows.filter((row) => row.percent === percent), options));
  const sum = (pick: (part: VatPart) => bigint): bigint => parts.reduce((total, part) => total + pick(part), 0n);
  const net = sum((part) => part.net);
  const vat = sum((part) => part.vat);
  const exact = net + vat;
  const total = options.wholeUnits ? divideRounded(exact, 100n) * 100n : exact;
  return { parts, net, vat, rounding: total - exact, total };
}

function partOf(
  percent: number,
  rows: readonly TaxedAmount[],
  options: { readonly included: boolean; readonly perRow: boolean },
): VatPart {
  const amount = rows.reduce((sum, row) => sum + row.amount, 0n);
  const vat = options.perRow
    ? rows.reduce((sum, row) => sum + vatOf(row.amount, percent, options.included), 0n)
    : vatOf(amount, percent, options.included);
  return { percent, net: options.included ? amount - vat : amount, vat };
}

/** An amount in another currency: `rate` units of the target for one of the source. */
export function converted(amount: bigint, rate: number): bigint {
  return divideRounded(amount * scaled(rate, 6), 1_000_000n);
}
