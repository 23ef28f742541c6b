import type { DecimalText } from '@x/billing-core';
import { decimalOf } from './amounts.ts';

/**
 * A VAT rate of Visma as a percentage in decimal text: 21, 21.0 and 0.21 all become "21".
 * Visma's reference calls the number a percentage and does not settle its scale; no VAT rate lies between 0 and 1 percent,
 * so a fraction is recognised without doubt.
 */
export function percentText(rate: number): DecimalText {
  if (!Number.isFinite(rate) || rate < 0) {
    throw new RangeError(`A VAT rate is a number from 0 on, got ${rate}.`);
  }
  const text = decimalOf(rate);
  return rate > 0 && rate < 1 ? shiftTwo(text) : text;
}

/** Multiplies a plain decimal below 1 by 100 on its digits, so that 0.055 gives 5.5 and no binary fraction. */
function shiftTwo(text: string): DecimalText {
  const digits = text.slice(text.indexOf('.') + 1).padEnd(2, '0');
  const whole = String(Number(digits.slice(0, 2)));
  const rest = digits.slice(2).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}
