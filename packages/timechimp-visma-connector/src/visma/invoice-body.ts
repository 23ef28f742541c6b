import type { CustomerInvoiceDraftInput } from '@x/visma-eaccounting';
import { cutText } from '../text/cut-text.ts';
import { wireNumber } from './amounts.ts';
import { rowDimensions } from './dimensions.ts';
import { documentTotals } from './document-totals.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { includesVat, isConstructionReverseCharge, markPlaceholder, type InvoicePlan } from './invoice-plan.ts';
import { documentRows } from './invoice-rows.ts';

/**
 * The body of `POST /customerinvoicedrafts`. Every switch whose default could change an amount is sent: zero prices
 * stay zero, discounts are none, dates are days.
 */
export function invoiceDraftBody(plan: InvoicePlan, customerId: string): CustomerInvoiceDraftInput {
  const { proposal, settings } = plan;
  const { invoices } = settings;
  const lines = proposal.lines.values();
  const reference = references(plan);
  return {
    CustomerId: customerId,
    EuThirdParty: false,
    RotReducedInvoicingType: 0,
    IsCreditInvoice: proposal.isCredit,
    ReplaceUnitPriceWhenZero: false,
    InvoiceDate: plan.invoiceDate,
    ...(plan.dueDate === undefined ? {} : { DueDate: plan.dueDate }),
    ...(invoices.supplyPeriod === 'textRow' ? {} : { DeliveryDate: proposal.supplyPeriod.to }),
    ...(invoices.termsOfPayment === null ? {} : { TermsOfPaymentId: invoices.termsOfPayment }),
    ...reference,
    Rows: documentRows(plan).map((row) => {
      if (row.isTextRow) {
        return {
          LineNumber: row.lineNumber,
          IsTextRow: true,
          Text: row.text,
          ReversedConstructionServicesVatFree: false,
        };
      }
      const line = lines.next().value;
      if (!line) {
        throw new TypeError('Every row that is no text row stands for a line.');
      }
      return {
        LineNumber: row.lineNumber,
        IsTextRow: false,
        ArticleId: line.articleId,
        Text: row.text,
        Quantity: wireNumber(row.quantity ?? '0'),
        UnitPrice: wireNumber(row.unitPrice ?? '0'),
        DiscountPercentage: 0,
        ReversedConstructionServicesVatFree: isConstructionReverseCharge(line),
        ...rowDimensions(line, settings, plan.masterData),
      };
    }),
  };
}

/** What the draft must show once it exists; see `compareDraft`. */
export function expectedDocument(plan: InvoicePlan, customerId: string): ExpectedDocument {
  const { proposal } = plan;
  const { totalAmount, vatAmount } = documentTotals(plan);
  return {
    customerId,
    currencyCode: proposal.currencyCode,
    includesVat: includesVat(plan.customer, plan.masterData),
    isCreditInvoice: proposal.isCredit,
    invoiceDate: plan.invoiceDate,
    ...(plan.dueDate === undefined ? {} : { dueDate: plan.dueDate }),
    totalAmount,
    vatAmount,
    roundings: '0.00',
    rows: documentRows(plan),
  };
}

function references(plan: InvoicePlan): { OurReference?: string; YourReference?: string } {
  const { invoices } = plan.settings;
  const ours = [
    ...(invoices.ourReference === null ? [] : [invoices.ourReference]),
    ...(invoices.markPlace === 'ourReference' ? [markPlaceholder] : []),
  ].join(' ');
  const yours = invoices.yourReference === 'projectReference' ? (plan.reference ?? '') : '';
  return {
    ...(ours === '' ? {} : { OurReference: ours }),
    ...(yours === '' ? {} : { YourReference: cutText(yours, 100) }),
  };
}
