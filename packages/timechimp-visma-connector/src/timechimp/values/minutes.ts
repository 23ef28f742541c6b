import { decimalText } from './decimal-text.ts';

/** Hours as whole minutes. */
export interface WholeMinutes {
  readonly minutes: number;
  /**
   * Whether the hours are that many minutes, to the thousandth: 0.3333333333333333 is 20 minutes, 0.33 (19.8 minutes) is
   * not.
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
  // Thousandths of a minute first: half a minute, which no double of hours can hold, is still half a minute.
  const thousandths = halfUp(BigInt(whole + fraction) * 60_000n, scale);
  const size = halfUp(thousandths, 1000n);
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const minutes = Number(size);
  return { minutes: text.startsWith('-') && minutes !== 0 ? -minutes : minutes, exact: size * 1000n === thousandths };
}

function halfUp(value: bigint, divisor: bigint): bigint {
  return (value * 2n + divisor) / (divisor * 2n);
}
