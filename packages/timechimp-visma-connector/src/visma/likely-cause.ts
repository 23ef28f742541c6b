import type { Difference } from '../ports/export-record.ts';

/** What differences most likely come from, in a sentence for a person; undefined when nothing differs. */
export function likelyCause(differences: readonly Difference[]): string | undefined {
  if (differences.length === 0) {
    return undefined;
  }
  const at = (ending: string): Difference | undefined => differences.find((each) => each.field.endsWith(ending));
  const rate = at('.VatRate');
  const price = at('.UnitPrice');
  if (at('CreditedBy')) {
    return 'The invoice was voided or credited in Visma.';
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
  if (at('Date')) {
    return 'The date was changed when the invoice was made, by a person or by a setting of the company.';
  }
  if (at('TotalRoundings')) {
    return 'The company rounds the totals of its documents.';
  }
  if (differences.some((each) => each.field.startsWith('Voucher.Rows'))) {
    return 'Visma booked other rows than were sent: an account has a VAT code of its own, or VAT is calculated automatically.';
  }
  return 'Visma computed the document otherwise than planned.';
}
