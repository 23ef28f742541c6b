import { decimalText } from './decimal-text.ts';

/** Hours as whole minutes. */
export interface WholeMinutes {
  readonly minutes: number;
  /**
   * Whether the hours are that many minutes, up to a thousandth of one: 0.3333333333333333 is 20 minutes, 0.33 (19.8
   * minutes) is not.
   */
  readonly exact: boolean;
}

/**
 * Hours (a double of TimeChimp) to whole minutes: the nearest one, half away from zero, computed on the decimal text and
 * never in binary. Hours that were entered as minutes and kept with at least 2 decimals come back as the minutes that
 * were entered. Undefined when they are more minutes than a safe integer holds.
 */
export function wholeMinutes(hours: number): WholeMinutes | undefined {
  const text = decimalText(hours);
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const scale = 10n ** BigInt(fraction.length);
  const exact = BigInt(whole + fraction) * 60n;
  const size = (exact * 2n + scale) / (scale * 2n);
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const off = exact - size * scale;
  const minutes = Number(size);
  return {
    minutes: text.startsWith('-') && minutes !== 0 ? -minutes : minutes,
    exact: (off < 0n ? -off : off) * 1000n <= scale,
  };
}
