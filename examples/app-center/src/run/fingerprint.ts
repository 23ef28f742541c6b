import { payloadHash } from '@x/billing-core';
import type { CreateInvoicesReport, CreateSalesEntriesReport } from '@x/timechimp-visma-connector';

/** What was shown of the invoices, in one short text: when it is another one later, something changed meanwhile. */
export function shownInvoices({ invoices, newCustomers }: CreateInvoicesReport): string {
  return payloadHash({
    invoices: invoices.map(({ key, finish, outcome, invoiceDate, proposal, customer }) => ({
      key,
      finish,
      outcome,
      invoiceDate,
      customer: customer.number,
      total: proposal.totalAmount,
      vat: proposal.vatAmount,
      lines: proposal.lines.map(({ text, quantity, unitPrice, vatRate, articleId }) => [text, quantity, unitPrice, vatRate, articleId]),
    })),
    newCustomers: newCustomers.map(({ number, name }) => [number, name]),
  });
}

/** The same of sales entries. */
export function shownEntries({ entries, newCustomers }: CreateSalesEntriesReport): string {
  return payloadHash({
    entries: entries.map(({ invoiceId, outcome, entry }) => ({
      invoiceId,
      outcome,
      total: entry?.totalAmount ?? null,
      rows: entry?.rows.map(({ account, debit, credit, vatCodeId }) => [account, debit, credit, vatCodeId ?? null]) ?? null,
    })),
    newCustomers: newCustomers.map(({ number, name }) => [number, name]),
  });
}
