import { allocateCents } from '../decimal/allocate.ts';
import { type Exact, multiply } from '../decimal/exact.ts';
import { toCents } from '../rounding/printed-line.ts';
import { ofCents } from './entry-lines.ts';
import type { SharedLine } from './share-figures.ts';

/** The figures of an entry in one currency, in cents. */
export interface Figures {
  readonly lines: readonly SharedLine[];
  readonly total: bigint;
  readonly rounding: bigint;
}

/**
 * The figures in the company's currency. The total is converted and rounded once; its parts are given out by largest
 * remainder, so that the entry balances and no part is off by more than a cent.
 */
export function convert({ lines, total, rounding }: Figures, rate: Exact): Figures | undefined {
  const converted = toCents(multiply(ofCents(total), rate));
  const parts = [...lines.flatMap(({ net, vat }) => [net, vat]), rounding];
  const cents = allocateCents(parts.map((part) => multiply(ofCents(part), rate)), converted);
  return cents && {
    lines: lines.map(({ line }, index) => ({ line, net: cents[index * 2] ?? 0n, vat: cents[index * 2 + 1] ?? 0n })),
    total: converted,
    rounding: cents.at(-1) ?? 0n,
  };
}
