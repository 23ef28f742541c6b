import { allocateCents, allocateInGroups } from '../decimal/allocate.ts';
import { type Exact, percentOf, sum } from '../decimal/exact.ts';
import { exactKey, formatCents, formatExact } from '../decimal/format.ts';
import { groupBy } from '../lists/group-by.ts';
import { totalOf } from '../lists/total-of.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { toCents } from '../rounding/printed-line.ts';
import { type EntryLine, ofCents } from './entry-lines.ts';

/** A line with its part of the printed figures, in cents. */
export interface SharedLine extends EntryLine {
  readonly netCents: bigint;
  readonly vatCents: bigint;
}

/** The printed figures of an invoice, in cents, as on an ordinary (not a credit) invoice. */
export interface PrintedTotals {
  readonly total: bigint;
  readonly net: bigint;
  readonly vat: bigint;
  readonly rounding: bigint;
  /** VAT per percentage (as {@link exactKey} writes it), where the document tells it. */
  readonly perRate: ReadonlyMap<string, bigint> | undefined;
}

/** Groups lines of one VAT kind and rate. */
export function byVat({ vat }: EntryLine): string {
  return vat.key;
}

function byPercentage({ vat }: EntryLine): string {
  return exactKey(vat.percentage);
}

function exactNet({ net }: EntryLine): Exact {
  return net;
}

function exactVat({ netCents, vat }: SharedLine): Exact {
  return percentOf(ofCents(netCents), vat.percentage);
}

/**
 * Gives VAT out over lines so that together it is `total`. First per rate, each rate being moved by less than a cent, as
 * a document that computes VAT per rate has it; else per line, each line by at most a cent, as one that rounds the VAT
 * of every line has it. `undefined` when neither explains the total.
 */
function shareVat(lines: readonly SharedLine[], total: bigint): readonly SharedLine[] | undefined {
  const cents = allocateInGroups(lines, byVat, exactVat, total) ?? allocateCents(lines.map(exactVat), total);
  return cents && lines.map((line, index) => ({ ...line, vatCents: cents[index] ?? 0n }));
}

/** The VAT of every line: as printed per rate where the document tells it, else as total less net. */
function withVat(lines: readonly SharedLine[], { perRate, vat: total }: PrintedTotals): readonly SharedLine[] | undefined {
  const isTaxed = ({ vat }: SharedLine): boolean => vat.percentage.units > 0n;
  const groups = groupBy(lines.filter(isTaxed), perRate ? byPercentage : () => '');
  const shared = [...groups].flatMap(([percentage, group]) => shareVat(group, perRate ? (perRate.get(percentage) ?? 0n) : total) ?? []);
  const all = [...lines.filter((line) => !isTaxed(line)), ...shared];
  const complete = all.length === lines.length && totalOf(all, ({ vatCents }) => vatCents) === total;
  return complete ? all.sort((a, b) => a.index - b.index) : undefined;
}

function mismatch(what: string, computed: Exact, cents: bigint): Issue {
  const [rows, printed] = [formatExact(computed), formatCents(cents)];
  return error('invoice-total', `${what} ${rows}, but the invoice says ${printed}.`, { rows, printed });
}

/** Whether these nets are the ones that the printed VAT was reckoned from: per rate where the document tells it, else in all. */
function explainsVat(lines: readonly SharedLine[], { perRate, vat }: PrintedTotals): boolean {
  const vatOn = (group: readonly SharedLine[]): bigint => toCents(sum(group.map(exactVat)));
  return perRate
    ? [...perRate].every(([percentage, cents]) => vatOn(lines.filter((line) => byPercentage(line) === percentage)) === cents)
    : totalOf([...groupBy(lines, byVat).values()], vatOn) === vat;
}

/**
 * The printed net over the lines: every row rounded, or every rate, whichever the printed VAT was reckoned from; where
 * neither explains it, over all lines at once. A net that went to another rate would be declared there.
 */
function shareNet(lines: readonly EntryLine[], printed: PrintedTotals): readonly SharedLine[] | undefined {
  const withNets = (nets: readonly bigint[] | undefined): readonly SharedLine[] | undefined =>
    nets && lines.map((line, index) => ({ ...line, netCents: nets[index] ?? 0n, vatCents: 0n }));
  const rounded = withNets(lines.map(({ net }) => toCents(net))) ?? [];
  const perRow = totalOf(rounded, ({ netCents }) => netCents) === printed.net ? rounded : undefined;
  const perRate = withNets(allocateInGroups(lines, byVat, exactNet, printed.net));
  return [perRow, perRate].find((shared) => shared && explainsVat(shared, printed)) ?? withNets(allocateCents(lines.map(exactNet), printed.net));
}

/**
 * Gives the printed net and VAT out over the lines: the document that was sent leads, and a line may move by at most
 * one cent. Otherwise the invoice is refused with both figures.
 */
export function shareFigures(lines: readonly EntryLine[], printed: PrintedTotals, report: Report): readonly SharedLine[] | undefined {
  const netted = shareNet(lines, printed);
  if (netted === undefined) {
    report(mismatch('The rows without VAT add up to', sum(lines.map(exactNet)), printed.net));
    return undefined;
  }
  const shared = withVat(netted, printed);
  if (shared === undefined) report(mismatch('The VAT of the rows is', sum(netted.map(exactVat)), printed.vat));
  return shared;
}
