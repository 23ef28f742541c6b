import type { DecimalText } from '@x/billing-core';

const scale = 6;
const one = 10n ** BigInt(scale);
const centStep = one / 100n;

/**
 * The decimal that a number of Visma stands for. A double holds 15 digits exactly; what it shows behind them, and below a
 * millionth, is noise of binary arithmetic, such as 177.75000000000003 or 1.4e-14.
 */
export function decimalOf(value: number): DecimalText {
  const exact = Number(value.toPrecision(15));
  const text = String(exact);
  return /^-?\d+(\.\d{1,6})?$/.test(text) ? text : String(Number(exact.toFixed(scale)));
}

/**
 * Reads decimal text, or a number of Visma as `decimalOf` does, into millionths. Throws a `RangeError` for anything else,
 * text with an exponent or more than six decimals included.
 */
export function toMillionths(value: DecimalText | number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(typeof value === 'number' ? decimalOf(value) : value);
  if (!match) {
    throw new RangeError(`Not a decimal with at most ${scale} decimals: ${String(value)}`);
  }
  const units = BigInt(match[2] ?? '0') * one + BigInt((match[3] ?? '').padEnd(scale, '0'));
  return match[1] === '-' ? -units : units;
}

/** Writes millionths rounded half away from zero to `decimals` places, all of them shown: 31.35, 0.00. */
export function fromMillionths(millionths: bigint, decimals: number): DecimalText {
  const step = 10n ** BigInt(scale - decimals);
  const size = millionths < 0n ? -millionths : millionths;
  const rounded = (size + step / 2n) / step;
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return millionths < 0n && rounded !== 0n ? `-${text}` : text;
}

/** The product, rounded half away from zero to two decimals. */
export function multiplyMoney(left: DecimalText, right: DecimalText): DecimalText {
  // Rounded once, from all twelve decimals: a step of six on the way could turn 0.0049999 into 0.005.
  const cents = divideRounded(toMillionths(left) * toMillionths(right), 10n ** BigInt(2 * scale - 2));
  return fromMillionths(cents * centStep, 2);
}

/** An amount plus VAT at a percentage, rounded half away from zero to two decimals. */
export function withVat(amount: DecimalText, percent: DecimalText): DecimalText {
  const gross = toMillionths(amount) * (100n * one + toMillionths(percent));
  return fromMillionths(divideRounded(gross, 100n * one * centStep) * centStep, 2);
}

/** Sum with two decimals. */
export function sumMoney(amounts: Iterable<DecimalText>): DecimalText {
  let total = 0n;
  for (const each of amounts) {
    total += toMillionths(each);
  }
  return fromMillionths(total, 2);
}

/** The same amount with the other sign; zero has none. */
export function negated(amount: DecimalText): DecimalText {
  if (toMillionths(amount) === 0n) {
    return amount;
  }
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** Whether two amounts are the same number, however many zeros they are written with. */
export function sameAmount(left: DecimalText | number, right: DecimalText | number): boolean {
  return toMillionths(left) === toMillionths(right);
}

/** A JSON number for Visma. Exact: a double holds 15 digits, Visma's largest amount has ten. */
export function wireNumber(amount: DecimalText): number {
  return Number(amount);
}

/** Divides and rounds half away from zero. */
function divideRounded(value: bigint, step: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (size + step / 2n) / step;
  return value < 0n ? -rounded : rounded;
}
