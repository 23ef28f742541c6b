import { amountOf, cents } from '../exact.ts';
import { book, numbered } from '../ledger/voucher.ts';
import type { CompanyState } from '../state/company.ts';
import type { VoucherRecord, VoucherRowRecord } from '../state/ledger-records.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import type { DraftRowRecord } from '../state/sales-records.ts';
import type { World } from '../state/world.ts';
import { numberIn } from '../wire/fields.ts';
import { type Totals, converted, rowAmount, vatOf } from './money.ts';
import { revenueAccountOf, vatCaseOf } from './vat-case.ts';

/** What an invoice's booking is made from. */
export interface Posting {
  readonly id: string;
  readonly number: number;
  readonly date: string;
  readonly customer: CustomerRecord;
  readonly rows: readonly DraftRowRecord[];
  readonly totals: Totals;
  readonly credit: boolean;
  readonly includesVat: boolean;
  /** Units of the company's currency for one of the document's. */
  readonly rate: number;
}

/** Books an invoice: receivable against revenue by account, VAT and rounding; it balances to the cent. */
export function postInvoice(world: World, company: CompanyState, posting: Posting): VoucherRecord {
  const { receivable, rounding } = company.postingAccounts;
  const base = (amount: bigint): bigint => converted(amount, posting.rate);
  const balances = new Map<number, bigint>();
  const add = (account: number, amount: bigint): void => {
    balances.set(account, (balances.get(account) ?? 0n) + amount);
  };
  add(receivable, base(posting.totals.total));
  for (const [account, net] of revenueByAccount(company, posting)) add(account, -base(net));
  for (const { percent, vat } of posting.totals.parts) if (vat !== 0n) add(vatAccountOf(company, percent), -base(vat));
  const open = [...balances.values()].reduce((sum, amount) => sum + amount, 0n);
  if (open !== 0n) add(rounding, -open);
  const sign = posting.credit ? -1n : 1n;
  const rows = [...balances].filter(([, amount]) => amount !== 0n).map(([account, amount]) => rowOf(company, account, sign * amount));
  const voucher = {
    VoucherDate: posting.date,
    VoucherText: `${posting.credit ? 'Credit invoice' : 'Invoice'} ${posting.number}, ${posting.customer.Name}`,
    VoucherType: posting.credit ? 15 : 14,
    SourceId: posting.id,
    Rows: rows,
  };
  return book(company, numbered(world, company, voucher, 'B'));
}

/** The account that the VAT code of this rate names. */
function vatAccountOf(company: CompanyState, percent: number): number {
  const code = company.vatCodes.find((each) => each.VatRate === percent && typeof each.RelatedAccounts['AccountNumber1'] === 'number');
  return code ? numberIn(code.RelatedAccounts, 'AccountNumber1') : company.postingAccounts.outputVat;
}

function revenueByAccount(company: CompanyState, posting: Posting): Map<number, bigint> {
  const byAccount = new Map<number, bigint>();
  for (const row of posting.rows) {
    const article = company.articles.get(row.ArticleId ?? '');
    const coding = article && company.codings.get(article.CodingId);
    if (!coding) continue;
    const amount = rowAmount(row.Quantity, row.UnitPrice, row.DiscountPercentage);
    const net = posting.includesVat ? amount - vatOf(amount, row.VatRate ?? 0, true) : amount;
    const vatCase = vatCaseOf(company, posting.customer, row.ReversedConstructionServicesVatFree);
    const account = revenueAccountOf(vatCase, coding) ?? company.postingAccounts.rounding;
    byAccount.set(account, (byAccount.get(account) ?? 0n) + net);
  }
  return byAccount;
}

function rowOf(company: CompanyState, account: number, amount: bigint): VoucherRowRecord {
  return {
    AccountNumber: account,
    AccountDescription: company.accounts.find(({ Number }) => Number === String(account))?.Name ?? null,
    DebitAmount: amount > 0n ? amountOf(amount) : 0,
    CreditAmount: amount < 0n ? amountOf(-amount) : 0,
    VatCodeId: null,
  };
}

/** The same voucher with its sides swapped, for a void. */
export function postReversal(world: World, company: CompanyState, voucher: VoucherRecord, id: string): VoucherRecord {
  const rows = voucher.Rows.map((row) => ({
    ...row,
    DebitAmount: amountOf(cents(row.CreditAmount)),
    CreditAmount: amountOf(cents(row.DebitAmount)),
  }));
  const text = `Void of ${voucher.VoucherText}`;
  return book(
    company,
    numbered(world, company, { VoucherDate: voucher.VoucherDate, VoucherText: text, VoucherType: 15, SourceId: id, Rows: rows }, 'B'),
  );
}
