import { exact, type Exact, multiply, negate, percentOf, subtract } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { DocumentAdjustment, Invoice, InvoiceRow } from '../model/invoice.ts';
import type { Customer } from '../model/master-data.ts';
import type { SalesEntryPolicy } from '../model/sales-entry.ts';
import { error, type Report, warning } from '../problems/issue.ts';
import { type ResolvedVat, resolveVat } from '../vat/resolve-vat.ts';
import { revenueAccount } from './revenue-account.ts';

/** A row or an adjustment of an invoice, ready to be booked. */
export interface EntryLine {
  readonly index: number;
  readonly description: string;
  /** Without VAT, exactly. */
  readonly net: Exact;
  readonly vat: ResolvedVat;
  readonly account: string;
  readonly vatCodeId: string;
  /** Of the VAT row; only where the kind charges VAT. */
  readonly vatAccount: string | undefined;
  readonly projectId: string | undefined;
}

/** What an invoice's lines have in common. */
export interface LineScope {
  readonly invoice: Invoice;
  readonly customer: Customer;
  readonly policy: SalesEntryPolicy;
  readonly report: Report;
}

/** Quantity x price, less the percentage, less the amount; `undefined` when something in it is malformed. */
function netOfRow(row: InvoiceRow): Exact | undefined {
  const [quantity, price, percent, off] = [row.quantity, row.price, row.discountPercent ?? '0', row.discountAmount ?? '0'].map(parseDecimal);
  if (!quantity || !price || !percent || !off) return undefined;
  const gross = multiply(quantity, price);
  return subtract(subtract(gross, percentOf(gross, percent)), off);
}

function netOfAdjustment({ kind, amount }: DocumentAdjustment): Exact | undefined {
  const value = parseDecimal(amount);
  if (value === undefined || value.units < 0n) return undefined;
  return kind === 'allowance' ? negate(value) : value;
}

function bookable(line: Omit<EntryLine, 'account' | 'vatCodeId' | 'vatAccount'>, code: string | undefined, scope: LineScope): EntryLine | undefined {
  const { policy, report } = scope;
  const { kind } = line.vat;
  const { account, candidates } = revenueAccount(code, kind, policy.revenue);
  const vatCode = policy.vatCodes[kind];
  const details = { vatKind: kind, code: code ?? '' };
  if (candidates.length > 0) {
    report(error('account-ambiguous', `Code "${code ?? ''}" with VAT kind ${kind} leads to the accounts ${candidates.join(' and ')}: it belongs to several articles.`, { ...details, accounts: candidates.join(' ') }));
  } else if (account === undefined) report(error('account-missing', `No revenue account for code "${code ?? ''}" with VAT kind ${kind}.`, details));
  if (vatCode === undefined) report(error('vat-code-missing', `No VAT code for VAT kind ${kind}.`, details));
  const charges = line.vat.percentage.units > 0n;
  if (vatCode && charges && vatCode.account === undefined && policy.voucherVatForm !== 'automatic') {
    report(error('account-missing', `No VAT account for VAT kind ${kind}.`, details));
    return undefined;
  }
  if (account === undefined || vatCode === undefined) return undefined;
  const suggested = policy.accountVatCodes?.[account];
  if (suggested !== undefined && suggested !== vatCode.vatCodeId) {
    report(warning('account-vat-differs', `Account ${account} suggests another VAT code than ${kind} has.`, { ...details, account, suggested }));
  }
  return { ...line, account, vatCodeId: vatCode.vatCodeId, vatAccount: vatCode.account };
}

/** Reads the rows and adjustments of an invoice; reports everything that keeps one from being booked. */
export function entryLines(scope: LineScope): readonly EntryLine[] {
  const { invoice, customer, policy, report } = scope;
  const rows = invoice.rows.map((row) => ({ net: netOfRow(row), ...row }));
  const adjustments = (invoice.adjustments ?? []).map((one) => ({ projectId: undefined, ...one, net: netOfAdjustment(one) }));
  return [...rows, ...adjustments].flatMap(({ net, taxPercent, vatRateId, code, projectId, description = '' }, index) => {
    if (net === undefined) report(error('malformed', `Row ${index + 1} of the invoice has a malformed figure.`, { row: String(index + 1) }));
    const vat = resolveVat({ id: vatRateId, percentage: taxPercent }, customer, policy.vat, report);
    if (net === undefined || vat === undefined) return [];
    const line = bookable({ index, description, net, vat, projectId }, code, scope);
    return line ? [line] : [];
  });
}

/** The rows with their sign turned: how a credit invoice with negative rows is read. Its adjustments follow them and have no sign. */
export function turned(lines: readonly EntryLine[], rows: number): readonly EntryLine[] {
  return lines.map((line) => (line.index < rows ? { ...line, net: negate(line.net) } : line));
}

/** Cents as an exact number. */
export function ofCents(cents: bigint): Exact {
  return exact(cents, 100n);
}
