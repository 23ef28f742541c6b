import { allocateCents, allocateInGroups } from '../decimal/allocate.ts';
import { type Exact, percentOf, sum } from '../decimal/exact.ts';
import { formatCents, formatExact } from '../decimal/format.ts';
import { error, type Report } from '../problems/issue.ts';
import { type EntryLine, ofCents } from './entry-lines.ts';

/** A line with its part of the printed figures, in cents. */
export interface SharedLine {
  readonly line: EntryLine;
  readonly net: bigint;
  readonly vat: bigint;
}

/** The printed figures of an invoice, in cents, as on an ordinary (not a credit) invoice. */
export interface PrintedTotals {
  readonly total: bigint;
  readonly net: bigint;
  readonly rounding: bigint;
  /** VAT per percentage, where the document tells it. */
  readonly perRate: readonly { readonly percentage: Exact; readonly cents: bigint }[] | undefined;
}

/** Positions of a list by a key. */
export function positions<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  list.forEach((one, index) => {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

/**
 * Gives VAT out over lines so that together it is `total`. First per rate, each rate being moved by less than a cent, as
 * a document that computes VAT per rate has it; else per line, each line by at most a cent, as one that rounds the VAT
 * of every line has it. `undefined` when neither explains the total.
 */
function shareVat(lines: readonly EntryLine[], exactVat: readonly Exact[], total: bigint): readonly bigint[] | undefined {
  const groups = positions(lines, ({ vat }) => `${vat.kind} ${vat.rate}`);
  const values = groups.map((indices) => indices.flatMap((index) => exactVat[index] ?? []));
  const shares = allocateInGroups(values, total);
  if (shares === undefined) return allocateCents(exactVat, total);
  const cents = lines.map(() => 0n);
  groups.forEach((indices, group) => {
    indices.forEach((index, position) => (cents[index] = shares[group]?.[position] ?? 0n));
  });
  return cents;
}

/** The VAT of every line: as printed per rate where the document tells it, else as total less net. */
function vatOfLines(lines: readonly EntryLine[], nets: readonly bigint[], printed: PrintedTotals): readonly bigint[] | undefined {
  const exactVat = lines.map(({ vat }, index) => percentOf(ofCents(nets[index] ?? 0n), vat.percentage));
  const total = printed.total - printed.net - printed.rounding;
  const taxed = positions(lines, ({ vat }) => (printed.perRate ? vat.rate : String(vat.percentage.units > 0n)));
  const cents = lines.map(() => 0n);
  for (const indices of taxed) {
    const group = indices.flatMap((index) => lines[index] ?? []);
    const percentage = group[0]?.vat.percentage;
    const wanted =
      percentage === undefined || percentage.units === 0n
        ? 0n
        : printed.perRate
          ? printed.perRate
              .filter((one) => one.percentage.units * percentage.per === percentage.units * one.percentage.per)
              .reduce((all, one) => all + one.cents, 0n)
          : total;
    const shares = shareVat(group, indices.flatMap((index) => exactVat[index] ?? []), wanted);
    if (shares === undefined) return undefined;
    for (const [share, index] of indices.entries()) cents[index] = shares[share] ?? 0n;
  }
  return cents.reduce((all, one) => all + one, 0n) === total ? cents : undefined;
}

/**
 * Gives the printed net and VAT out over the lines: the document that was sent leads, and a line may move by at most
 * one cent. Otherwise the invoice is refused with both figures.
 */
export function shareFigures(lines: readonly EntryLine[], printed: PrintedTotals, report: Report): readonly SharedLine[] | undefined {
  const values = lines.map(({ net }) => net);
  const nets = allocateCents(values, printed.net);
  const printedNet = formatCents(printed.net);
  if (nets === undefined) {
    const rows = formatExact(sum(values));
    report(error('invoice-total', `The rows add up to ${rows}, but the invoice says ${printedNet} without VAT.`, { rows, printed: printedNet }));
    return undefined;
  }
  const vats = vatOfLines(lines, nets, printed);
  if (vats === undefined) {
    const vat = formatCents(printed.total - printed.net - printed.rounding);
    const rows = formatExact(sum(lines.map(({ vat: { percentage } }, index) => percentOf(ofCents(nets[index] ?? 0n), percentage))));
    report(error('invoice-total', `The VAT of the rows is ${rows}, but the invoice says ${vat}.`, { rows, printed: vat }));
    return undefined;
  }
  return lines.map((line, index) => ({ line, net: nets[index] ?? 0n, vat: vats[index] ?? 0n }));
}
