/**
 * An exact decimal as text: optional minus, digits, optional point and digits (`"31.35"`, `"-0.5"`); no exponent,
 * no plus, no thousands. Every amount, rate, quantity and percentage crosses the border of this package so, because
 * text survives JSON unchanged. A malformed one becomes a {@link Problem}, never an exception.
 */
export type DecimalText = string;

/** A calendar day `YYYY-MM-DD`, without a time or a zone. */
export type LocalDate = string;

/** A span of days, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A rate that holds for part of the time. Both ends are included; a missing end is open. */
export interface DatedRate {
  readonly rate: DecimalText;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

/**
 * A price without VAT, per hour, kilometre or piece: one for all time, or one per period. Periods that overlap with
 * different rates, and days that none covers, are problems: a rate is never guessed.
 */
export type Rate = DecimalText | readonly DatedRate[];

/** The kinds of things that can be billed or booked. */
export type SourceKind = 'time' | 'expense' | 'mileage' | 'term' | 'invoice';

/** Points at one thing in the source system. */
export interface SourceRef {
  readonly kind: SourceKind;
  readonly id: string;
}

/** Either a value, or everything that stands in its way. `problems` of a success are warnings only. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T; readonly problems: P }
  | { readonly ok: false; readonly problems: P };
