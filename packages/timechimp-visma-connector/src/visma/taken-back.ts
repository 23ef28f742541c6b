import { NotFoundError, type CustomerInvoice } from '@x/visma-eaccounting';
import type { Difference } from '../ports/export-record.ts';
import { decimalOf, negated, sameAmount, sumMoney } from './amounts.ts';
import type { ConnectorClient } from './client.ts';

/** How much of an invoice was voided or credited. */
export interface TakenBack {
  /** The whole amount, nothing less: as a void does. */
  readonly inFull: boolean;
  /** The figures for a person: `21.00 of 121.00`, in the invoice's currency and without sign. */
  readonly figures: string;
}

/**
 * How much of an invoice was taken back by the credit invoices among `known`; null when nothing was. Either side may name
 * the other. A credit invoice that is not among them counts as an unknown part, never as the whole.
 */
export function takenBack(invoice: CustomerInvoice, known: readonly CustomerInvoice[]): TakenBack | null {
  const named = new Set((invoice.CreditedBy ?? []).map((credit) => credit.CreditInvoiceId));
  const credits = known.filter((each) => named.has(each.Id) || each.ReferringInvoiceId === invoice.Id);
  if (named.size + credits.length === 0) {
    return null;
  }
  const total = withoutSign(invoice.TotalAmountInvoiceCurrency);
  const credited = sumMoney(credits.map((each) => withoutSign(each.TotalAmountInvoiceCurrency)));
  const isComplete = [...named].every((id) => credits.some((each) => each.Id === id));
  return isComplete
    ? { inFull: sameAmount(credited, total), figures: `${credited} of ${sumMoney([total])}` }
    : { inFull: false, figures: `an unknown part of ${sumMoney([total])}` };
}

/** The same as a difference: empty when nothing was taken back. */
export function takenBackDifference(taken: TakenBack | null): Difference[] {
  return taken === null ? [] : [{ field: 'CreditedBy', expected: '(none)', actual: taken.figures }];
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
 * The credit invoices that these invoices name and that are not among them, one `GET /customerinvoices/{invoiceId}` each.
 * One that Visma does not show is absent.
 */
export async function readCredits(
  client: ConnectorClient,
  invoices: readonly CustomerInvoice[],
  signal: AbortSignal | undefined,
): Promise<CustomerInvoice[]> {
  const known = new Set(invoices.map((each) => each.Id));
  const wanted = new Set(invoices.flatMap((each) => (each.CreditedBy ?? []).map((credit) => credit.CreditInvoiceId)));
  const credits: CustomerInvoice[] = [];
  for (const id of wanted) {
    if (!known.has(id)) {
      try {
        credits.push(await client.customerInvoices.get(id, { signal }));
      } catch (error) {
        if (!(error instanceof NotFoundError)) {
          throw error;
        }
      }
    }
  }
  return credits;
}

/** Whether an invoice was taken back for its whole amount, as a void does: reads it and the invoices that credit it. */
export async function isTakenBackInFull(client: ConnectorClient, invoiceId: string, signal?: AbortSignal): Promise<boolean> {
  const invoice = await client.customerInvoices.get(invoiceId, { signal });
  return takenBack(invoice, await readCredits(client, [invoice], signal))?.inFull === true;
}

/** Which sign the amounts of a credit invoice have is not relied upon. */
function withoutSign(amount: number): string {
  const text = decimalOf(amount);
  return text.startsWith('-') ? negated(text) : text;
}
