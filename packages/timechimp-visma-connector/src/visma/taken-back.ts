import type { CustomerInvoice } from '@x/visma-eaccounting';
import { negated, sameAmount, sumMoney } from './amounts.ts';
import type { ConnectorClient } from './client.ts';

/** Whether an invoice was voided or credited, in full or in part. */
export function isCredited(invoice: CustomerInvoice): boolean {
  return (invoice.CreditedBy ?? []).length > 0;
}

/** The ids of those among the invoices that void or credit another one: either side may name the other. */
export function creditInvoiceIds(invoices: readonly CustomerInvoice[]): ReadonlySet<string> {
  return new Set(
    invoices.flatMap((invoice) => [
      ...(invoice.CreditedBy ?? []).map((credit) => credit.CreditInvoiceId),
      ...((invoice.ReferringInvoiceId ?? '') === '' ? [] : [invoice.Id]),
    ]),
  );
}

/**
 * Whether an invoice was taken back for its whole amount, as a void does: `GET /customerinvoices/{invoiceId}`, and the
 * same for each invoice that credits it.
 */
export async function isTakenBackInFull(client: ConnectorClient, invoiceId: string, signal?: AbortSignal): Promise<boolean> {
  const invoice = await client.customerInvoices.get(invoiceId, { signal });
  const credited: string[] = [];
  for (const { CreditInvoiceId } of invoice.CreditedBy ?? []) {
    const credit = await client.customerInvoices.get(CreditInvoiceId, { signal });
    credited.push(withoutSign(credit.TotalAmountInvoiceCurrency));
  }
  // Which sign the amounts of a credit invoice have is not relied upon.
  return credited.length > 0 && sameAmount(sumMoney(credited), withoutSign(invoice.TotalAmountInvoiceCurrency));
}

function withoutSign(amount: number): string {
  const text = String(amount);
  return text.startsWith('-') ? negated(text) : text;
}
