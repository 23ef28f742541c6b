import { formatCents } from '../decimal/format.ts';
import { groupBy } from '../lists/group-by.ts';
import { totalOf } from '../lists/total-of.ts';
import type { DecimalText } from '../model/primitives.ts';
import type { SalesEntryPolicy, SalesEntryRow } from '../model/sales-entry.ts';
import type { Figures } from './exchange.ts';
import type { SharedLine } from './share-figures.ts';

/** What the rows of one entry have in common. */
export interface RowScope {
  readonly policy: SalesEntryPolicy;
  /** A credit invoice: all sides are swapped. */
  readonly credit: boolean;
  readonly text: string;
}

type Row = Pick<SalesEntryRow, 'role' | 'account'> & Partial<SalesEntryRow>;

/** A row on the credit side for an amount above zero, on the debit side below; the other way round in a credit entry. None for zero. */
function place(row: Row, cents: bigint, { credit, text }: RowScope): readonly SalesEntryRow[] {
  if (cents === 0n) return [];
  const size = formatCents(cents < 0n ? -cents : cents);
  const sides = cents > 0n === credit ? { debit: size, credit: '0.00' } : { debit: '0.00', credit: size };
  return [{ parts: [], text, ...sides, ...row }];
}

/** A row for all lines that have the same key, made up of their figures. */
function placeTogether(
  lines: readonly SharedLine[],
  scope: RowScope,
  keyOf: (line: SharedLine) => readonly (string | undefined)[],
  centsOf: (line: SharedLine) => bigint,
  rowOf: (first: SharedLine, same: readonly SharedLine[], textOf: (cents: bigint) => DecimalText) => Row,
): readonly SalesEntryRow[] {
  return [...groupBy(lines, (line) => JSON.stringify(keyOf(line))).values()].flatMap((same) => {
    const [first] = same;
    const { kind, rate } = first.vat;
    const cents = totalOf(same, centsOf);
    const textOf = (part: bigint): DecimalText => formatCents(cents < 0n ? -part : part);
    const parts = same.map((line) => ({ invoiceRow: line.index, description: line.description, amount: textOf(centsOf(line)) }));
    return place({ ...rowOf(first, same, textOf), vatKind: kind, vatRate: rate, parts }, cents, scope);
  });
}

/** The balanced rows of an entry: receivable, revenue per account, VAT and project, VAT per kind and rate, rounding. */
export function entryRows({ lines, total, rounding }: Figures, scope: RowScope): readonly SalesEntryRow[] {
  const { policy } = scope;
  const form = policy.voucherVatForm ?? 'explicit';
  const vatOf = ({ vatCents }: SharedLine): bigint => vatCents;
  const revenueOf = ({ netCents, vatCents }: SharedLine): bigint => (form === 'automatic' ? netCents + vatCents : netCents);
  const revenue = placeTogether(lines, scope, ({ account, vat, projectId }) => [account, vat.key, projectId], revenueOf, ({ account, vatCodeId, projectId }, same, textOf) => ({
    role: 'revenue', account, vatCodeId, projectId, vatAmount: form === 'explicit' ? textOf(totalOf(same, vatOf)) : undefined,
  }));
  const taxed = form === 'automatic' ? [] : lines;
  const vat = placeTogether(taxed, scope, ({ vatAccount, vat: { key } }) => [vatAccount, key], vatOf, ({ vatAccount = '' }) => ({ role: 'vat', account: vatAccount }));
  return [
    ...place({ role: 'receivable', account: policy.receivableAccount }, -total, scope),
    ...revenue,
    ...vat,
    ...place({ role: 'rounding', account: policy.roundingAccount ?? '' }, rounding, scope),
  ];
}
