import { allocateInGroups } from '../decimal/allocate.ts';
import { type Exact, multiply } from '../decimal/exact.ts';
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
  const ownTotal = toCents(own(total));
  const parts = [
    { group: 'rounding', cents: rounding },
    ...lines.map(({ netCents }) => ({ group: 'net', cents: netCents })),
    ...lines.map((line) => ({ group: byVat(line), cents: line.vatCents })),
  ];
  const converted = allocateInGroups(parts, ({ group }) => group, ({ cents }) => own(cents), ownTotal);
  if (converted === undefined) return undefined;
  const [ownRounding = 0n, ...ofLines] = converted;
  return {
    lines: lines.map((line, index) => ({ ...line, netCents: ofLines[index] ?? 0n, vatCents: ofLines[lines.length + index] ?? 0n })),
    total: ownTotal,
    rounding: ownRounding,
  };
}
