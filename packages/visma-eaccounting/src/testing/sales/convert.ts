import { amountOf, cents } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { DraftRecord, InvoiceRecord } from '../state/sales-records.ts';
import { type World, today } from '../state/world.ts';
import { numberIn, textIn } from '../wire/fields.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { type FieldError, invalid } from '../wire/refusal.ts';
import { dueDateOf } from './draft.ts';
import { bookInvoice } from './invoice.ts';
import { rowAmount, vatOf } from './money.ts';

/** The two query flags of convert. */
export interface ConvertFlags {
  readonly keepOriginalDraftDate: boolean;
  readonly overrideCompany: boolean;
}

/** Books a draft as an invoice and removes it. */
export function convertDraft(world: World, company: CompanyState, draft: DraftRecord, flags: ConvertFlags): InvoiceRecord {
  const draftDate = draft.InvoiceDate.slice(0, 10);
  const invoiceDate = invoiceDateOf(world, company, draftDate, flags);
  const extra: WireObject = world.options.convertFillsCreatedFromDraftId ? { CreatedFromDraftId: draft.Id } : {};
  const invoice = bookInvoice(world, company, draft, { invoiceDate, dueDate: dueDate(company, draft, invoiceDate) }, extra);
  company.drafts.delete(draft.Id);
  return invoice;
}

/** The draft's date when it is to be kept; otherwise only when it lies in the future, else today. */
function invoiceDateOf(world: World, company: CompanyState, draftDate: string, flags: ConvertFlags): string {
  const keep = flags.overrideCompany
    ? flags.keepOriginalDraftDate
    : flags.keepOriginalDraftDate || company.settings.KeepOriginalDraftDate;
  const now = today(world);
  return keep || draftDate > now ? draftDate : now;
}

/** A due date that the terms gave moves with the invoice date; one that was set by hand stays. */
function dueDate(company: CompanyState, draft: DraftRecord, invoiceDate: string): string {
  const terms = textIn(draft, 'TermsOfPaymentId') ?? '';
  const draftDate = draft.InvoiceDate.slice(0, 10);
  const given = draft.DueDate?.slice(0, 10);
  const derived = given === undefined || given === dueDateOf(company, terms, draftDate);
  return derived ? dueDateOf(company, terms, invoiceDate) : given;
}

/** Compares the expected totals of a convert body with the draft; throws the refusal that lists the differences. */
export function checkExpected(draft: DraftRecord, expected: WireObject): void {
  const problems: FieldError[] = [];
  const compare = (field: string, want: unknown, is: number): void => {
    if (typeof want === 'number' && cents(want) !== cents(is)) {
      problems.push({ field, message: `The expected amount ${want} differs from ${is}.` });
    }
  };
  compare('TotalAmountInvoiceCurrency', expected['TotalAmountInvoiceCurrency'], draft.TotalAmount);
  compare('TotalVatAmountInvoiceCurrency', expected['TotalVatAmountInvoiceCurrency'], draft.TotalVatAmount);
  compare('TotalRoundingsInvoiceCurrency', expected['TotalRoundingsInvoiceCurrency'], draft.TotalRoundings);
  const rows = Array.isArray(expected['Rows']) ? expected['Rows'].filter(isWireObject) : [];
  rows.forEach((want, index) => {
    const at = `Rows[${index}].`;
    const row = draft.Rows.find(({ LineNumber }) => LineNumber === want['LineNumber']);
    if (!row) {
      problems.push({ field: `${at}LineNumber`, message: `The draft has no row ${numberIn(want, 'LineNumber')}.` });
      return;
    }
    const amount = row.IsTextRow ? 0n : rowAmount(row.Quantity, row.UnitPrice, row.DiscountPercentage);
    const vat = vatOf(amount, row.VatRate ?? 0, draft.IncludesVat);
    const net = draft.IncludesVat ? amount - vat : amount;
    compare(`${at}TotalAmountNoVatInvoiceCurrency`, want['TotalAmountNoVatInvoiceCurrency'], amountOf(net));
    compare(`${at}TotalAmountIncVatInvoiceCurrency`, want['TotalAmountIncVatInvoiceCurrency'], amountOf(net + vat));
  });
  if (problems.length > 0) throw invalid(problems);
}
