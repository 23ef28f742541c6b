import type { CustomerInvoice, CustomerLedgerItem, PagePromise } from '@x/visma-eaccounting';
import { isLive, type ExportRecord, type PaymentNote } from '../ports/export-record.ts';
import { fromMillionths, toMillionths } from '../visma/amounts.ts';
import { searchFilter } from '../visma/search.ts';
import { creditInvoiceIds, readCredits, takenBack } from '../visma/taken-back.ts';
import { collectAt } from '../visma/whole-list.ts';
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

const cursorName = 'payments/watermark';
const overlapMs = 5 * 60_000;
/** So often a note is written again when another writer changes its export at the same time. */
const tries = 5;
/** Progress is told after so many exports. */
const recordsPerEvent = 100;

/**
 * Reads from Visma which exported invoices and sales entries were paid, and keeps it with the exports. Nothing is open on
 * an invoice that was voided either: it is `reversed`, not paid; one call for each credit invoice outside the lists. Two lists, in
 * pages; where Visma can filter by time of change, only what changed since the last run. An open document becomes overdue
 * by its due date, without a call. The watermark is Visma's own time on the first page, less five minutes; it moves only
 * when every note was kept.
 */
export async function paymentStatus(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly preview?: boolean; readonly signal?: AbortSignal },
): Promise<PaymentReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'paymentStatus', tenantId, preview },
    async (reporter) => {
      const session = await openSession(context, tenantId, { preview });
      const records = await allPages((page) =>
        context.parts.state.exports.list(session.scope, { states: ['exported'], kinds: ['invoice', 'sales-entry'], ...page }),
      );
      const since = await context.parts.state.cursors.get(session.scope, cursorName);
      const { notes, readUntil } = await readNotes(context, session, since, records, signal);
      const items: PaymentItem[] = [];
      let isComplete = true;
      reporter.progress('payments', 0, records.length);
      for (const [index, record] of records.entries()) {
        const payment = noteFor(record, notes) ?? aged(record.payment, session.today, context.parts.clock.now());
        if (payment) {
          const changed = record.payment?.status !== payment.status || record.payment.remaining !== payment.remaining;
          if ((changed || record.payment.dueDate !== payment.dueDate) && !preview) {
            isComplete = (await keep(context, record, payment)) && isComplete;
          }
          items.push({ key: record.key, payment, changed });
        }
        const done = index + 1;
        if (done % recordsPerEvent === 0 || done === records.length) {
          reporter.progress('payments', done, records.length);
        }
      }
      if (!preview && isComplete && readUntil !== undefined) {
        const watermark = new Date(Date.parse(readUntil) - overlapMs).toISOString();
        await context.parts.state.cursors.set(session.scope, cursorName, watermark, since);
      }
      return { items };
    },
    ({ items }) => ({ read: items.length, changed: items.filter((item) => item.changed).length }),
  );
}

/** The note that was read for a record's final document. */
function noteFor({ documents }: ExportRecord, notes: ReadonlyMap<string, PaymentNote>): PaymentNote | undefined {
  return notes.get(documents.invoiceId ?? '') ?? notes.get(documents.ledgerItemId ?? '');
}

/** An open document whose due date has passed since it was read; undefined where time changed nothing. */
function aged(payment: PaymentNote | null, today: string, now: number): PaymentNote | undefined {
  return payment?.status === 'unpaid' && payment.dueDate !== undefined && payment.dueDate < today
    ? { ...payment, status: 'overdue', readAt: now }
    : undefined;
}

interface ReadNotes {
  readonly notes: ReadonlyMap<string, PaymentNote>;
  /** Visma's own time when the reading began: later changes may be missing. */
  readonly readUntil: string | undefined;
}

async function readNotes(
  context: ConnectorContext,
  session: Session,
  since: string | null,
  records: readonly ExportRecord[],
  signal: AbortSignal | undefined,
): Promise<ReadNotes> {
  const read = await readLists(context, session, since, records, signal);
  // A draft that a person finalised may have been paid before reconcile found its invoice: that change lies before the
  // watermark, so a document without any note is read whenever it was changed.
  const isUnread = (record: ExportRecord): boolean =>
    record.payment === null &&
    (record.documents.invoiceId ?? record.documents.ledgerItemId) !== undefined &&
    noteFor(record, read.notes) === undefined;
  return since !== null && records.some(isUnread) ? { ...read, notes: (await readLists(context, session, null, records, signal)).notes } : read;
}

async function readLists(
  context: ConnectorContext,
  session: Session,
  since: string | null,
  records: readonly ExportRecord[],
  signal: AbortSignal | undefined,
): Promise<ReadNotes> {
  const { client, memory } = session;
  const times: (string | undefined)[] = [];
  const read = async <T>(list: () => PagePromise<T>): Promise<T[]> => {
    const { items: found, serverTime } = await collectAt(list);
    times.push(serverTime);
    return found;
  };
  const readAt = context.parts.clock.now();
  const page = { pageSize: context.pageSize };
  const filter = since === null ? undefined : `ModifiedUtc ge ${since}`;
  const all = {
    invoices: () => read(() => client.customerInvoices.list(page, { signal })),
    items: () => read(() => client.customerLedgerItems.list(page, { signal })),
  };
  const invoices: CustomerInvoice[] =
    filter === undefined
      ? await all.invoices()
      : await searchFilter(memory, 'customerInvoices.ModifiedUtc', filter, (text) => read(() => client.customerInvoices.list({ ...page, filter: text }, { signal })), all.invoices);
  const items: CustomerLedgerItem[] =
    filter === undefined
      ? await all.items()
      : await searchFilter(memory, 'customerLedgerItems.ModifiedUtc', filter, (text) => read(() => client.customerLedgerItems.list({ ...page, filter: text }, { signal })), all.items);
  const ours = new Set(records.map(({ documents }) => documents.invoiceId));
  const credits = creditInvoiceIds(invoices);
  const involved = invoices.filter(({ Id }) => ours.has(Id) || credits.has(Id));
  const known = [...involved, ...(await readCredits(client, involved, signal))];
  const reversed = new Set(involved.filter((each) => takenBack(each, known)?.inFull === true).map(({ Id }) => Id));
  const notes = new Map([
    ...invoices.map((each) => {
      const note = noteOf(each, session.today, readAt);
      return [each.Id, reversed.has(each.Id) ? { ...note, status: 'reversed' as const } : note] as const;
    }),
    ...items.map((each) => [each.Id, noteOf(each, session.today, readAt)] as const),
  ]);
  return { notes, readUntil: times[0] };
}

function noteOf(
  document: { readonly RemainingAmountInvoiceCurrency: number; readonly DueDate?: string | null },
  today: string,
  readAt: number,
): PaymentNote {
  const open = toMillionths(document.RemainingAmountInvoiceCurrency);
  const dueDate = (document.DueDate ?? '').slice(0, 10);
  const isLate = dueDate !== '' && dueDate < today;
  return {
    status: open === 0n ? 'paid' : isLate ? 'overdue' : 'unpaid',
    remaining: fromMillionths(open, 2),
    readAt,
    ...(dueDate === '' ? {} : { dueDate }),
  };
}

/**
 * Keeps the note, on the export as it is by then when another writer was first. False when it could not be kept: the
 * next run has to read it again.
 */
async function keep(context: ConnectorContext, record: ExportRecord, payment: PaymentNote): Promise<boolean> {
  let current: ExportRecord | null = record;
  for (let attempt = 0; attempt < tries && current?.state === 'exported'; attempt += 1) {
    const result = await context.parts.state.exports.save({ ...current, payment, updatedAt: payment.readAt }, current.version);
    if (result.outcome !== 'changed') {
      return result.outcome === 'saved';
    }
    current = result.current;
  }
  // An export that was freed meanwhile needs no note any more.
  return current === null || !isLive(current.state);
}
