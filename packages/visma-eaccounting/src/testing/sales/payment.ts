import { amountOf, cents } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { InvoiceRecord } from '../state/sales-records.ts';
import { type World, businessDate, today, utcNow } from '../state/world.ts';
import { dateIn, numberIn } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { invalid } from '../wire/refusal.ts';
import { converted } from './money.ts';

const fullPayment = 2;

/** Takes a payment off an invoice's open amount; the date must not lie in the future. Returns the payment. */
export function payInvoice(world: World, company: CompanyState, invoice: InvoiceRecord, payment: WireObject): WireObject {
  const date = dateIn(payment, 'PaymentDate');
  if (date === undefined) throw invalid([{ field: 'PaymentDate', message: 'is required' }]);
  if (date > today(world)) throw invalid([{ field: 'PaymentDate', message: 'must not be in the future' }]);
  const open = cents(invoice.RemainingAmountInvoiceCurrency);
  const paid = cents(numberIn(payment, 'PaymentAmount'));
  if (paid === 0n || paid < 0n !== open < 0n || (open < 0n ? paid < open : paid > open)) {
    throw invalid([{ field: 'PaymentAmount', message: `must lie between 0 and ${amountOf(open)}` }]);
  }
  if (numberIn(payment, 'PaymentType') === fullPayment && paid !== open) {
    throw invalid([{ field: 'PaymentAmount', message: `A full payment is ${amountOf(open)}.` }]);
  }
  const left = open - paid;
  const rate = numberIn(invoice, 'CurrencyRate') || 1;
  const stored = company.invoices.get(invoice.Id) ?? company.ledgerItems.get(invoice.Id);
  if (stored) {
    Object.assign(stored, {
      RemainingAmountInvoiceCurrency: amountOf(left),
      RemainingAmount: amountOf(converted(left, rate)),
      PaymentStatus: left === 0n ? 0 : 1,
      PaymentDate: businessDate(world, date),
      ModifiedUtc: utcNow(world),
    });
  }
  return { ...payment, PaymentDate: businessDate(world, date), BankTransactionId: world.ids.guid('bank-transaction') };
}
