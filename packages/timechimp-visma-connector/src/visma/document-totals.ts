import { pricesIncludingVat, type DecimalText, type InclusiveLine, type VatTotal } from '@x/billing-core';
import { error, warning, type Problem } from '../use-cases/problem.ts';
import { sameAmount } from './amounts.ts';
import { includesVat, type DocumentCustomer, type InvoicePlan } from './invoice-plan.ts';

/** The sums of a document as Visma prints them, in its currency. Where its prices include VAT they can differ from the proposal's by cents. */
export interface DocumentTotals {
  readonly netAmount: DecimalText;
  /** VAT per kind and rate, with the net amount that it is of. */
  readonly vat: readonly VatTotal[];
  readonly vatAmount: DecimalText;
  readonly totalAmount: DecimalText;
  /** The lines with VAT in their prices and amounts, where the document prints them so; otherwise null: the proposal's lines are printed. */
  readonly linesWithVat: readonly InclusiveLine[] | null;
}

/** What the sums of a document depend on. */
type PricedDocument = Pick<InvoicePlan, 'proposal' | 'masterData'> & { readonly customer: Pick<DocumentCustomer, 'isPrivatePerson'> };

/**
 * The sums that Visma will show. Where its rows have prices with VAT, the total is the sum of these rows and the VAT is
 * taken out of it, which can differ from the proposal by cents; else, and where such rows cannot be sent at all, the
 * proposal's own.
 */
export function documentTotals({ proposal, customer, masterData }: PricedDocument): DocumentTotals {
  const prices = includesVat(customer, masterData) ? pricesIncludingVat(proposal) : undefined;
  const printed = prices?.ok === true ? prices.value : undefined;
  const { netAmount, vat, vatAmount, totalAmount } = printed ?? proposal;
  return { netAmount, vat, vatAmount, totalAmount, linesWithVat: printed?.lines ?? null };
}

/** Where Visma reads prices with VAT: lines that have no such price are errors; sums that differ are a warning. */
export function checkPricesWithVat(plan: InvoicePlan): Problem[] {
  const { proposal, customer, masterData } = plan;
  if (!includesVat(customer, masterData)) {
    return [];
  }
  const at = `customer:${proposal.customerId}`;
  const prices = pricesIncludingVat(proposal);
  if (!prices.ok) {
    return prices.problems.map(({ details, sources }) => ({
      ...error(
        'private-price',
        at,
        `Visma reads prices for ${customer.name} with VAT, and ${details['quantity'] ?? ''} x ${details['unitPrice'] ?? ''} with ${details['vatRate'] ?? ''} percent VAT has no price of two decimals that gives its amount.`,
        'Use the rounding "exact" for private customers; enter an expense or a term as one piece.',
      ),
      sources,
    }));
  }
  const { totalAmount, vatAmount } = prices.value;
  return sameAmount(totalAmount, proposal.totalAmount) && sameAmount(vatAmount, proposal.vatAmount)
    ? []
    : [warning('private-total', at, `Visma reads prices for ${customer.name} with VAT: the invoice comes to ${totalAmount} with ${vatAmount} VAT in it, instead of ${proposal.totalAmount} with ${proposal.vatAmount}.`, 'Nothing, where these cents do not matter: every row is rounded with its VAT.')];
}
