import { exact, type Exact, multiply, negate, percentOf, subtract, sum, ZERO } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { DocumentAdjustment, Invoice, InvoiceRow } from '../model/invoice.ts';
import type { Customer } from '../model/master-data.ts';
import type { SalesEntryPolicy } from '../model/sales-entry.ts';
import { error, type Report, warning } from '../problems/issue.ts';
import { type ResolvedVat, resolveVat } from '../vat/resolve-vat.ts';
import { revenueAccounts } from './revenue-account.ts';

/** Where a line is booked. */
interface Accounts {
  readonly account: string;
  readonly vatCodeId: string;
  /** Of the VAT row; only where the kind charges VAT. */
  readonly vatAccount: string | undefined;
}

/** A row or an adjustment of an invoice, ready to be booked. */
export interface EntryLine extends Accounts {
  readonly index: number;
  readonly description: string;
  /** Without VAT, exactly. */
  readonly net: Exact;
  readonly vat: ResolvedVat;
  readonly projectId: string | undefined;
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

/** The accounts of a line with some code; reports what keeps it from being booked. */
function accountsOf(code: string, { kind, percentage }: ResolvedVat, policy: SalesEntryPolicy, report: Report): Accounts | undefined {
  const found = revenueAccounts(code, kind, policy.revenue);
  const [account] = found;
  const vatCode = policy.vatCodes[kind];
  const details = { vatKind: kind, code };
  const names = found.map((one) => one ?? 'none');
  if (found.length > 1) {
    report(error('account-ambiguous', `Code "${code}" with VAT kind ${kind} leads to the accounts ${names.join(' and ')}: it belongs to several articles.`, { ...details, accounts: names.join(' ') }));
  } else if (account === undefined) report(error('account-missing', `No revenue account for code "${code}" with VAT kind ${kind}.`, details));
  if (vatCode === undefined) {
    report(error('vat-code-missing', `No VAT code for VAT kind ${kind}.`, details));
    return undefined;
  }
  const { vatCodeId, account: vatAccount } = vatCode;
  if (percentage.units > 0n && vatAccount === undefined && policy.voucherVatForm !== 'automatic') {
    report(error('account-missing', `No VAT account for VAT kind ${kind}.`, details));
  } else if (account !== undefined && found.length === 1) {
    const suggested = policy.accountVatCodes?.[account] ?? vatCodeId;
    if (suggested !== vatCodeId) report(warning('account-vat-differs', `Account ${account} suggests another VAT code than ${kind} has.`, { ...details, account, suggested }));
    return { account, vatCodeId, vatAccount };
  }
  return undefined;
}

/** Reads the rows and adjustments of an invoice; reports everything that keeps one from being booked. `undefined` where something does. */
export function entryLines(invoice: Invoice, customer: Customer, policy: SalesEntryPolicy, report: Report): readonly EntryLine[] | undefined {
  const nets = invoice.rows.map(netOfRow);
  // So is a credit invoice with negative rows read. Its adjustments have no sign.
  const turned = invoice.credit && sum(nets.map((net) => net ?? ZERO)).units < 0n;
  const rows = invoice.rows.map((row, index) => ({ ...row, net: turned ? nets[index] && negate(nets[index]) : nets[index] }));
  const adjustments = (invoice.adjustments ?? []).map((one) => ({ projectId: undefined, ...one, net: netOfAdjustment(one) }));
  const all = [...rows, ...adjustments];
  const lines = all.flatMap(({ net, taxPercent, vatRateId, code = '', projectId, description = '' }, index) => {
    if (net === undefined) report(error('malformed', `Row ${index + 1} of the invoice has a malformed figure.`, { row: String(index + 1) }));
    const vat = resolveVat({ id: vatRateId, percentage: taxPercent }, customer, policy.vat, report);
    const accounts = net && vat && accountsOf(code, vat, policy, report);
    return accounts ? [{ index, description, net, vat, projectId, ...accounts }] : [];
  });
  return lines.length === all.length ? lines : undefined;
}

/** Cents as an exact number. */
export function ofCents(cents: bigint): Exact {
  return exact(cents, 100n);
}
