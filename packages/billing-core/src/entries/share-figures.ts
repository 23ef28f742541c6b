import { allocateCents, allocateInGroups } from '../decimal/allocate.ts';
import { compare, type Exact, percentOf, sum } from '../decimal/exact.ts';
import { formatCents, formatExact } from '../decimal/format.ts';
import { roundHalfAwayFromZero } from '../decimal/round.ts';
import { groupBy } from '../lists/group-by.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
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

/** Lines of one VAT kind and rate. */
export function byVat({ line: { vat } }: SharedLine): string {
  return vat.key;
}

function exactVat({ line, net }: SharedLine): Exact {
  return percentOf(ofCents(net), line.vat.percentage);
}

/**
 * Gives VAT out over lines so that together it is `total`. First per rate, each rate being moved by less than a cent, as
 * a document that computes VAT per rate has it; else per line, each line by at most a cent, as one that rounds the VAT
 * of every line has it. `undefined` when neither explains the total.
 */
function shareVat(lines: readonly SharedLine[], total: bigint): readonly SharedLine[] | undefined {
  const groups = [...groupBy(lines, byVat).values()];
  const values = groups.map((group) => group.map(exactVat));
  const cents = allocateInGroups(values, total) ?? allocateCents(values.flat(), total);
  return cents && groups.flat().map((one, index) => ({ ...one, vat: cents[index] ?? 0n }));
}

function vatOf(lines: readonly SharedLine[]): bigint {
  return lines.reduce((all, { vat }) => all + vat, 0n);
}

/** The VAT of every line: as printed per rate where the document tells it, else as total less net. */
function withVat(lines: readonly SharedLine[], { perRate }: PrintedTotals, total: bigint): readonly SharedLine[] | undefined {
  const taxed = lines.filter(({ line }) => line.vat.percentage.units > 0n);
  const groups = perRate ? [...groupBy(taxed, ({ line }) => line.vat.rate).values()] : [taxed];
  const shared = groups.map((group) => {
    const printed = perRate?.filter(({ percentage }) => group.some(({ line }) => compare(line.vat.percentage, percentage) === 0n));
    return shareVat(group, printed ? printed.reduce((all, { cents }) => all + cents, 0n) : total);
  });
  const known = shared.filter((group) => group !== undefined).flat();
  const all = [...lines.filter((one) => !taxed.includes(one)), ...known];
  return all.length === lines.length && vatOf(all) === total ? all.sort((a, b) => a.line.index - b.line.index) : undefined;
}

function mismatch(what: string, computed: Exact, cents: bigint): Issue {
  const [rows, printed] = [formatExact(computed), formatCents(cents)];
  return error('invoice-total', `${what} ${rows}, but the invoice says ${printed}.`, { rows, printed });
}

/** Whether these nets are the ones that the printed VAT was reckoned from: per rate where the document tells it, else in all. */
function explainsVat(lines: readonly SharedLine[], { perRate }: PrintedTotals, total: bigint): boolean {
  const vatOn = (group: readonly SharedLine[]): bigint => roundHalfAwayFromZero(sum(group.map(exactVat)), 2);
  if (perRate === undefined) return [...groupBy(lines, byVat).values()].reduce((all, group) => all + vatOn(group), 0n) === total;
  return perRate.every(({ percentage, cents }) => vatOn(lines.filter(({ line }) => compare(line.vat.percentage, percentage) === 0n)) === cents);
}

/**
 * The printed net over the lines: every row rounded, or every rate, whichever the printed VAT was reckoned from; where
 * neither explains it, over all lines at once. A net that went to another rate would be declared there.
 */
function shareNet(lines: readonly EntryLine[], printed: PrintedTotals, vat: bigint): readonly SharedLine[] | undefined {
  const values = lines.map(({ net }) => net);
  const withNets = (nets: readonly bigint[], order = lines): readonly SharedLine[] => order.map((line, index) => ({ line, net: nets[index] ?? 0n, vat: 0n }));
  const groups = [...groupBy(lines, ({ vat: { kind, rate } }) => `${kind} ${rate}`).values()];
  const rounded = values.map((value) => roundHalfAwayFromZero(value, 2));
  const perRow = rounded.reduce((all, cents) => all + cents, 0n) === printed.net ? withNets(rounded) : undefined;
  const perRate = allocateInGroups(groups.map((group) => group.map(({ net }) => net)), printed.net);
  const explained = [perRow, perRate && withNets(perRate, groups.flat())].find((shared) => shared && explainsVat(shared, printed, vat));
  const anyway = allocateCents(values, printed.net);
  return explained ?? (anyway && withNets(anyway));
}

/**
 * Gives the printed net and VAT out over the lines: the document that was sent leads, and a line may move by at most
 * one cent. Otherwise the invoice is refused with both figures.
 */
export function shareFigures(lines: readonly EntryLine[], printed: PrintedTotals, report: Report): readonly SharedLine[] | undefined {
  const vat = printed.total - printed.net - printed.rounding;
  const netted = shareNet(lines, printed, vat);
  if (netted === undefined) {
    report(mismatch('The rows without VAT add up to', sum(lines.map(({ net }) => net)), printed.net));
    return undefined;
  }
  const shared = withVat(netted, printed, vat);
  if (shared === undefined) report(mismatch('The VAT of the rows is', sum(netted.map(exactVat)), vat));
  return shared;
}
