import { allocateInGroups } from '../decimal/allocate.ts';
import { type Exact, multiply } from '../decimal/exact.ts';
import { toCents } from '../rounding/printed-line.ts';
import { ofCents } from './entry-lines.ts';
import { positions, type SharedLine } from './share-figures.ts';

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
  const rates = positions(lines, ({ line }) => `${line.vat.kind} ${line.vat.rate}`);
  const vats = rates.map((indices) => indices.map((index) => own(lines[index]?.vat ?? 0n)));
  const shares = allocateInGroups([lines.map(({ net }) => own(net)), [own(rounding)], ...vats], toCents(own(total)));
  if (shares === undefined) return undefined;
  const [nets = [], [rest = 0n] = [], ...parts] = shares;
  const vatOf = new Map(rates.flatMap((indices, group) => indices.map((index, position) => [index, parts[group]?.[position]])));
  return {
    lines: lines.map(({ line }, index) => ({ line, net: nets[index] ?? 0n, vat: vatOf.get(index) ?? 0n })),
    total: toCents(own(total)),
    rounding: rest,
  };
}
