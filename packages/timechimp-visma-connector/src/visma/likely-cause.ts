import type { Difference, ExportKind } from '../ports/export-record.ts';

/**
 * What differences most likely come from, in a sentence for a person; undefined when nothing differs. `kind` tells a sales
 * entry, which is found by its number, from an invoice, which is found by its mark.
 */
export function likelyCause(differences: readonly Difference[], kind: ExportKind): string | undefined {
  if (differences.length === 0) {
    return undefined;
  }
  return kind === 'sales-entry' ? causeOfEntry(differences) : causeOfInvoice(differences);
}

/** A booking is never changed afterwards: what differs under its number is another document, or Visma's own voucher. */
function causeOfEntry(differences: readonly Difference[]): string {
  const at = (field: string): Difference | undefined => differences.find((each) => each.field === field);
  const day = at('InvoiceDate');
  if (at('CustomerId') ?? at('TotalAmountInvoiceCurrency') ?? at('IsCreditInvoice')) {
    return 'Another document has this invoice number in Visma already: numbers that begin again each year, or that Visma gives out itself, meet those of TimeChimp (salesEntries.invoiceNumber).';
  }
  if (day) {
    return `Visma has the same number, customer and total with the date ${day.actual} instead of ${day.expected}: it was booked by hand on another day, or the date of the invoice was changed in TimeChimp after it was booked.`;
  }
  return differences.some((each) => each.field.startsWith('Voucher.Rows'))
    ? 'Visma booked other rows than were sent: an account has a VAT code of its own, or VAT is calculated automatically.'
    : 'Visma computed the document otherwise than planned.';
}

function causeOfInvoice(differences: readonly Difference[]): string {
  const at = (ending: string): Difference | undefined => differences.find((each) => each.field.endsWith(ending));
  const rate = at('.VatRate');
  const price = at('.UnitPrice');
  const credited = at('CreditedBy');
  if (credited) {
    return `The invoice was voided or credited in Visma: ${credited.actual}. Its items count as invoiced until a person decides.`;
  }
  if (at('IsCreditInvoice')) {
    return 'One is a credit invoice and the other is not: the sign of the total changed.';
  }
  if (at('IncludesVat')) {
    return 'Visma reads the prices of this customer the other way round, with or without VAT: it is, or is not, a private person there.';
  }
  if (at('CurrencyCode')) {
    return 'The currency of the customer in Visma is not the one of the proposal.';
  }
  if (at('CustomerId')) {
    return 'The document was moved to another customer.';
  }
  if (at('Rows.length')) {
    return 'Rows were added or removed after the document was made.';
  }
  if (rate) {
    return `Visma applies ${rate.actual} percent VAT instead of ${rate.expected}: the coding of the article, or the country or VAT number of the customer, is not what it was when the document was planned.`;
  }
  if (at('.DiscountPercentage')) {
    return 'A discount agreement of the customer, or a person, put a discount on a row.';
  }
  if (price?.expected !== undefined && Number(price.expected) === 0) {
    return 'A price of zero was replaced by the price of the article.';
  }
  if (price ?? at('.Quantity') ?? at('.ArticleId')) {
    return 'A row was edited after the document was made.';
  }
  const day = at('InvoiceDate');
  if (day) {
    return causeOfDate(day);
  }
  if (at('DueDate')) {
    return 'The due date was changed when the invoice was made: by a person, or by the terms of payment of the customer.';
  }
  if (at('TotalRoundings')) {
    return 'The company rounds the totals of its documents.';
  }
  return 'Visma computed the document otherwise than planned.';
}

/** Dates are `YYYY-MM-DD` and so in the order of their texts. */
function causeOfDate({ expected, actual }: Difference): string {
  const dated = `The invoice is dated ${actual} instead of ${expected}`;
  if (actual > expected) {
    return `${dated}, the day on which it was made final: Visma did not keep the date of the draft, because its period is closed by now or because a person finalised it.`;
  }
  return actual < expected
    ? `${dated}: Visma or a person did not accept a date in the future, or chose an earlier one; look whether it lies before the cut-off date or in a period that was reported already.`
    : `${dated}.`;
}
