import type { CustomerInvoice, CustomerLedgerItem } from '@x/visma-eaccounting';
import type { ExportRecord, PaymentNote } from '../ports/export-record.ts';
import { fromMillionths, toMillionths } from '../visma/amounts.ts';
import { collect, searchFilter } from '../visma/search.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import { reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';

/** One exported document and how it stands with its payment. */
export interface PaymentItem {
  readonly key: string;
  readonly payment: PaymentNote;
  readonly changed: boolean;
}

/** What was read. Documents that Visma did not show (drafts, for one) are absent. */
export interface PaymentReport {
  readonly items: readonly PaymentItem[];
}

/**
 * Reads from Visma which exported invoices and sales entries were paid, and keeps it with the exports. Two lists, in
 * pages; where Visma can filter by time of change, only what changed since the last run.
 */
export async function paymentStatus(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly preview?: boolean; readonly signal?: AbortSignal },
): Promise<PaymentReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'paymentStatus', tenantId, preview },
    async () => {
      const session = await openSession(context, tenantId);
      const records = await allPages((page) =>
        context.parts.state.exports.list(session.scope, { states: ['exported'], kinds: ['invoice', 'sales-entry'], ...page }),
      );
      const since = await context.parts.state.cursors.get(session.scope, cursorName);
      const startedAt = new Date(context.parts.clock.now() - overlapMs).toISOString();
      const notes = await readNotes(context, session, since, signal);
      const items: PaymentItem[] = [];
      for (const record of records) {
        const payment = notes.get(record.documents.invoiceId ?? '') ?? notes.get(record.documents.ledgerItemId ?? '');
        if (payment) {
          const changed = record.payment?.status !== payment.status || record.payment.remaining !== payment.remaining;
          if (changed && !preview) {
            await keep(context, session, record, payment);
          }
          items.push({ key: record.key, payment, changed });
        }
      }
      if (!preview) {
        await context.parts.state.cursors.set(session.scope, cursorName, startedAt, since);
      }
      return { items };
    },
    ({ items }) => ({ read: items.length, changed: items.filter((item) => item.changed).length }),
  );
}

const cursorName = 'payments/watermark';
const overlapMs = 5 * 60_000;

async function readNotes(
  context: ConnectorContext,
  session: Session,
  since: string | null,
  signal: AbortSignal | undefined,
): Promise<Map<string, PaymentNote>> {
  const { client, memory } = session;
  const readAt = context.parts.clock.now();
  const page = { pageSize: context.pageSize };
  const filter = since === null ? undefined : `ModifiedUtc ge ${since}`;
  const all = {
    invoices: () => collect(client.customerInvoices.list(page, { signal })),
    items: () => collect(client.customerLedgerItems.list(page, { signal })),
  };
  const invoices: CustomerInvoice[] =
    filter === undefined
      ? await all.invoices()
      : await searchFilter(memory, 'customerInvoices.ModifiedUtc', filter, (text) => collect(client.customerInvoices.list({ ...page, filter: text }, { signal })), all.invoices);
  const items: CustomerLedgerItem[] =
    filter === undefined
      ? await all.items()
      : await searchFilter(memory, 'customerLedgerItems.ModifiedUtc', filter, (text) => collect(client.customerLedgerItems.list({ ...page, filter: text }, { signal })), all.items);
  return new Map([
    ...invoices.map((each) => [each.Id, noteOf(each, session.today, readAt)] as const),
    ...items.map((each) => [each.Id, noteOf(each, session.today, readAt)] as const),
  ]);
}

function noteOf(
  document: { readonly RemainingAmountInvoiceCurrency: number; readonly DueDate?: string | null },
  today: string,
  readAt: number,
): PaymentNote {
  const open = toMillionths(document.RemainingAmountInvoiceCurrency);
  const isLate = (document.DueDate ?? '9999-12-31').slice(0, 10) < today;
  return {
    status: open === 0n ? 'paid' : isLate ? 'overdue' : 'unpaid',
    remaining: fromMillionths(open, 2),
    readAt,
  };
}

/** Another writer was first: the next run reads it again. */
async function keep(context: ConnectorContext, session: Session, record: ExportRecord, payment: PaymentNote): Promise<void> {
  await context.parts.state.exports.save({ ...record, scope: session.scope, payment, updatedAt: payment.readAt }, record.version);
}
