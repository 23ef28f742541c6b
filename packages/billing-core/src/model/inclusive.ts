import type { DecimalText } from './primitives.ts';
import type { VatTotal } from './proposal.ts';

/** A line with its price grossed up. */
export interface InclusiveLine {
  /** The line's key in the proposal. */
  readonly key: string;
  readonly quantity: DecimalText;
  /** With VAT; 2 decimals. */
  readonly unitPrice: DecimalText;
  /** With VAT: `quantity` x `unitPrice`. */
  readonly amount: DecimalText;
}

/** A proposal as an invoice whose prices include VAT prints it: the lines add up to the total, and VAT is taken out of it. */
export interface InclusivePrices {
  readonly lines: readonly InclusiveLine[];
  readonly vat: readonly VatTotal[];
  readonly netAmount: DecimalText;
  readonly vatAmount: DecimalText;
  readonly totalAmount: DecimalText;
  /** `totalAmount` less the proposal's own: rounding per line instead of per rate. */
  readonly difference: DecimalText;
}
