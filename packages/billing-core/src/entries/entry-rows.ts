import { formatCents } from '../decimal/format.ts';
import { groupBy } from '../lists/group-by.ts';
import type { SalesEntryPart, SalesEntryPolicy, SalesEntryRow } from '../model/sales-entry.ts';
import type { Figures } from './exchange.ts';
import type { SharedLine } from './share-figures.ts';

/** What the rows of one entry have in common. */
export interface RowScope {
  readonly policy: SalesEntryPolicy;
  /** A credit invoice: all sides are swapped. */
  readonly credit: boolean;
  readonly text: string;
}

type Placed = Pick<SalesEntryRow, 'account' | 'debit' | 'credit' | 'text'>;

/** A row on the credit side for an amount above zero, on the debit side below; the other way round in a credit entry. */
function place(account: string, cents: bigint, { credit, text }: RowScope): Placed {
  const onCredit = cents > 0n !== credit;
  const size = formatCents(cents < 0n ? -cents : cents);
  return { account, debit: onCredit ? '0.00' : size, credit: onCredit ? size : '0.00', text };
}

function total(lines: readonly SharedLine[], read: (line: SharedLine) => bigint): bigint {
  return lines.reduce((all, one) => all + read(one), 0n);
}

function parts(lines: readonly SharedLine[], sum: bigint, read: (line: SharedLine) => bigint): readonly SalesEntryPart[] {
  return lines.map((one) => ({
    invoiceRow: one.line.index,
    description: one.line.description,
    amount: formatCents(sum < 0n ? -read(one) : read(one)),
  }));
}

function revenueRows(lines: readonly SharedLine[], scope: RowScope): readonly SalesEntryRow[] {
  const form = scope.policy.voucherVatForm ?? 'explicit';
  const amountOf = ({ net, vat }: SharedLine): bigint => (form === 'automatic' ? net + vat : net);
  return [...groupBy(lines, ({ line }) => JSON.stringify([line.account, line.vat.key, line.projectId])).values()].flatMap((same) => {
    const [first] = same;
    const amount = total(same, amountOf);
    if (first === undefined || amount === 0n) return [];
    const { vat, account, vatCodeId, projectId } = first.line;
    const vatCents = total(same, (one) => one.vat);
    return [{
      role: 'revenue',
      ...place(account, amount, scope),
      vatKind: vat.kind,
      vatRate: vat.rate,
      vatCodeId,
      vatAmount: form === 'explicit' ? formatCents(amount < 0n ? -vatCents : vatCents) : undefined,
      projectId,
      parts: parts(same, amount, amountOf),
    }];
  });
}

function vatRows(lines: readonly SharedLine[], scope: RowScope): readonly SalesEntryRow[] {
  if (scope.policy.voucherVatForm === 'automatic') return [];
  return [...groupBy(lines, ({ line }) => JSON.stringify([line.vatAccount, line.vat.key])).values()].flatMap((same) => {
    const [first] = same;
    const amount = total(same, (one) => one.vat);
    if (first?.line.vatAccount === undefined || amount === 0n) return [];
    const { vat, vatAccount } = first.line;
    return [{
      role: 'vat',
      ...place(vatAccount, amount, scope),
      vatKind: vat.kind,
      vatRate: vat.rate,
      parts: parts(same, amount, (one) => one.vat),
    }];
  });
}

/** The balanced rows of an entry: receivable, revenue per account, VAT and project, VAT per kind and rate, rounding. */
export function entryRows({ lines, total: receivable, rounding }: Figures, scope: RowScope): readonly SalesEntryRow[] {
  const { policy } = scope;
  const rows: SalesEntryRow[] = [];
  if (receivable !== 0n) rows.push({ role: 'receivable', ...place(policy.receivableAccount, -receivable, scope), parts: [] });
  rows.push(...revenueRows(lines, scope), ...vatRows(lines, scope));
  if (rounding !== 0n) rows.push({ role: 'rounding', ...place(policy.roundingAccount ?? '', rounding, scope), parts: [] });
  return rows;
}
