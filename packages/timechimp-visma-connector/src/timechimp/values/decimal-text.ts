import type { DecimalText } from '@x/billing-core';

/**
 * The decimal text of a JSON number. A double holds every decimal of up to 15 digits exactly, and its shortest text is
 * that decimal; longer texts are noise of binary arithmetic (`31.349999999999998`) and are rounded to 15 digits with
 * `fifteen-digits`. No exponent, no negative zero.
 */
export function decimalText(value: number, numbers: 'fifteen-digits' | 'as-sent' = 'fifteen-digits'): DecimalText {
  if (!Number.isFinite(value)) throw new RangeError('Not a finite number.');
  const shortest = withoutExponent(String(value));
  if (numbers === 'as-sent' || significantDigits(shortest) <= 15) return shortest;
  return withoutExponent(String(Number(value.toPrecision(15))));
}

/** The same decimal with the other sign; zero stays as it is. */
export function negated(value: DecimalText): DecimalText {
  if (/^-?0*(\.0*)?$/.test(value)) return value.replace('-', '');
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

function significantDigits(text: string): number {
  return text.replace(/^-?0*\.?0*/, '').replace('.', '').length;
}

function withoutExponent(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? `${sign}${digits}${'0'.repeat(point - digits.length)}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
