import { allocateInGroups } from '../decimal/allocate.ts';
import { type Exact, multiply } from '../decimal/exact.ts';
import { groupBy } from '../lists/group-by.ts';
import { toCents } from '../rounding/printed-line.ts';
import { ofCents } from './entry-lines.ts';
import { byVat, type SharedLine } from './share-figures.ts';

/** The figures of an entry in one currency, in cents. */
export interface Figures {
  readonly lines: readonly SharedLine[];
  readonly total: bigint;
  readonly rounding: bigint;
}

/**
 * The figures in the company's currency. The total is converted and rounded once, and given out by largest remainder
 * over net, VAT per rate and rounding, then over the lines: the entry balances, and no part is off by a cent or more.
 */
export function convert({ lines, total, rounding }: Figures, rate: Exact): Figures | undefined {
  const own = (cents: bigint): Exact => multiply(ofCents(cents), rate);
  const groups = [...groupBy(lines, byVat).values()];
  const vats = groups.map((group) => group.map(({ vat }) => own(vat)));
  const cents = allocateInGroups([[own(rounding)], lines.map(({ net }) => own(net)), ...vats], toCents(own(total)));
  if (cents === undefined) return undefined;
  const vatOf = new Map(groups.flat().map(({ line }, index) => [line, cents[1 + lines.length + index] ?? 0n]));
  return {
    lines: lines.map(({ line }, index) => ({ line, net: cents[1 + index] ?? 0n, vat: vatOf.get(line) ?? 0n })),
    total: toCents(own(total)),
    rounding: cents[0] ?? 0n,
  };
}
