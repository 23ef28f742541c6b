import { invoiceNumberText, type LocalDate } from '@x/billing-core';
import { NotFoundError, type CustomerInvoice, type CustomerLedgerItem } from '@x/visma-eaccounting';
import type { ExportRecord } from '../ports/export-record.ts';
import { localDate } from '../settings/fields.ts';
import { decimalOf, sumMoney } from '../visma/amounts.ts';
import { openPayload } from '../visma/payloads.ts';
import { searchFilter } from '../visma/search.ts';
import { collect } from '../visma/whole-list.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { notedItems } from './source-side.ts';
import { allPages } from './pages.ts';
import { reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';

/** The period that is tied out, by invoice date in Visma's books, both days included. */
export interface TieOutRequest {
  readonly tenantId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly signal?: AbortSignal;
}

/** One document of a tie-out. `amount` includes VAT, in the document's currency. */
export interface TieOutDocument {
  /** Number or key, for a person to find it by. */
  readonly label: string;
  readonly date: LocalDate;
  readonly amount: string;
}

/** One customer: what we exported against what Visma's books show. Sums are plain sums of the documents' amounts. */
export interface TieOutCustomer {
  readonly vismaCustomerId: string;
  readonly name: string;
  readonly exported: string;
  readonly booked: string;
  readonly difference: string;
  /** Booked in Visma and not by us. */
  readonly onlyInVisma: readonly TieOutDocument[];
  /** Exported by us and not found in Visma's books. */
  readonly missingInVisma: readonly TieOutDocument[];
}

/** A month-end in one look. */
export interface TieOutReport {
  readonly customers: readonly TieOutCustomer[];
  /** Sent invoices of TimeChimp that were never booked, taken over or ignored. */
  readonly notBooked: readonly TieOutDocument[];
  /** Exports that are still drafts, held, or in doubt: their amounts are in neither sum. */
  readonly unfinished: readonly { readonly key: string; readonly state: ExportRecord['state']; readonly amount: string }[];
}

/**
 * Compares what was exported with what Visma booked, per customer, for a period. Reads only, in pages. Throws a
 * `ConnectorError` (`input`) for days that make no period.
 */
export async function tieOut(context: ConnectorContext, request: TieOutRequest): Promise<TieOutReport> {
  const { tenantId, from, to, signal } = request;
  return reporting(
    context,
    { useCase: 'tieOut', tenantId },
    async (reporter) => {
      // What Visma refused in its filter would be remembered as a filter that it does not take.
      if (![from, to].every((day) => localDate.safeParse(day).success) || from > to) {
        throw new ConnectorError('input', `${from} to ${to} is no period.`, 'Pass from and to as YYYY-MM-DD, from not after to.');
      }
      const session = await openSession(context, tenantId);
      const records = await allPages((page) =>
        context.parts.state.exports.list(session.scope, { kinds: ['invoice', 'sales-entry'], ...page }),
      );
      reporter.progress('exports', records.length, records.length);
      const booked = await readBooks(context, session, request, signal);
      reporter.progress('documents in Visma', booked.length, booked.length);
      const ours = records.flatMap(exported);
      const isPlannedHere = ({ date }: Ours): boolean => request.from <= date && date <= request.to;
      const finished = await inPeriod(session, ours, booked, isPlannedHere, signal);
      const open = await notBooked(context, session, request, records);
      reporter.progress('invoices not booked', open.length, open.length);
      return {
        customers: perCustomer(finished, booked),
        notBooked: open,
        unfinished: ours
          .filter((each) => each.documentId === undefined && isPlannedHere(each))
          .map(({ record, amount }) => ({ key: record.key, state: record.state, amount })),
      };
    },
    (report) => ({
      customers: report.customers.length,
      'with differences': report.customers.filter((each) => each.difference !== '0.00').length,
      'not booked': report.notBooked.length,
    }),
  );
}

interface Ours {
  readonly record: ExportRecord;
  readonly customerId: string;
  readonly date: LocalDate;
  readonly amount: string;
  readonly label: string;
  /** The final document in Visma; undefined while there is none. */
  readonly documentId: string | undefined;
}

interface Theirs extends TieOutDocument {
  readonly ids: readonly string[];
  readonly customerId: string;
  readonly name: string;
}

const givenUp: ReadonlySet<ExportRecord['state']> = new Set(['released', 'rejected', 'stale', 'not-written', 'undone']);

function exported(record: ExportRecord): Ours[] {
  if (givenUp.has(record.state)) {
    return [];
  }
  const { invoiceId, ledgerItemId } = record.documents;
  if (record.kind === 'invoice') {
    const { expected } = openPayload('invoice', record.payload);
    return [{ record, customerId: expected.customerId, date: expected.invoiceDate, amount: expected.totalAmount, label: record.key, documentId: invoiceId }];
  }
  const { body } = openPayload('sales-entry', record.payload);
  return [{ record, customerId: body.CustomerId, date: body.InvoiceDate, amount: sumMoney([decimalOf(body.TotalAmountInvoiceCurrency)]), label: String(body.InvoiceNumber), documentId: ledgerItemId ?? invoiceId }];
}

/**
 * Finished exports of the period. The month of the books counts: whoever makes a draft final may give it another date. A
 * document that was planned here and is not in the books of the period is looked up, one call each: it is missing, or of
 * another month.
 */
async function inPeriod(
  { client }: Session,
  ours: readonly Ours[],
  booked: readonly Theirs[],
  isPlannedHere: (ours: Ours) => boolean,
  signal: AbortSignal | undefined,
): Promise<Ours[]> {
  const here = new Set(booked.flatMap(({ ids }) => ids));
  const found: Ours[] = [];
  for (const each of ours) {
    const { documentId } = each;
    if (documentId === undefined) continue;
    if (here.has(documentId) || (isPlannedHere(each) && !(await isBooked(client, each.record, signal)))) found.push(each);
  }
  return found;
}

async function isBooked(client: Session['client'], { documents }: ExportRecord, signal: AbortSignal | undefined): Promise<boolean> {
  const { invoiceId, ledgerItemId } = documents;
  try {
    if (ledgerItemId !== undefined) await client.customerLedgerItems.get(ledgerItemId, { signal });
    else if (invoiceId !== undefined) await client.customerInvoices.get(invoiceId, { signal });
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

function perCustomer(ours: readonly Ours[], theirs: readonly Theirs[]): TieOutCustomer[] {
  const ids = [...new Set([...ours.map((each) => each.customerId), ...theirs.map((each) => each.customerId)])];
  return ids
    .map((id): TieOutCustomer => {
      const mine = ours.filter((each) => each.customerId === id);
      const books = theirs.filter((each) => each.customerId === id);
      const known = new Set(mine.map((each) => each.documentId));
      const found = new Set(books.flatMap((each) => each.ids));
      const exportedSum = sumMoney(mine.map((each) => each.amount));
      const bookedSum = sumMoney(books.map((each) => each.amount));
      return {
        vismaCustomerId: id,
        name: books[0]?.name ?? '',
        exported: exportedSum,
        booked: bookedSum,
        difference: sumMoney([bookedSum, exportedSum.startsWith('-') ? exportedSum.slice(1) : `-${exportedSum}`]),
        onlyInVisma: books.filter((each) => !each.ids.some((one) => known.has(one))).map(plain),
        missingInVisma: mine.filter((each) => !found.has(each.documentId ?? '')).map(plain),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function plain({ label, date, amount }: TieOutDocument): TieOutDocument {
  return { label, date, amount };
}

/** Invoices and ledger items of the period; a ledger item that Visma also shows as an invoice counts once. */
async function readBooks(
  context: ConnectorContext,
  session: Session,
  { from, to }: TieOutRequest,
  signal: AbortSignal | undefined,
): Promise<Theirs[]> {
  const { client, memory } = session;
  const page = { pageSize: context.pageSize };
  const filter = `InvoiceDate ge ${from} and InvoiceDate le ${to}`;
  const within = (date: string | null | undefined): boolean => from <= (date ?? '').slice(0, 10) && (date ?? '').slice(0, 10) <= to;
  const invoices = await searchFilter<CustomerInvoice>(
    memory,
    'customerInvoices.InvoiceDate',
    filter,
    (text) => collect(() => client.customerInvoices.list({ ...page, filter: text }, { signal })),
    () => collect(() => client.customerInvoices.list(page, { signal })),
  );
  const items = await searchFilter<CustomerLedgerItem>(
    memory,
    'customerLedgerItems.InvoiceDate',
    filter,
    (text) => collect(() => client.customerLedgerItems.list({ ...page, filter: text }, { signal })),
    () => collect(() => client.customerLedgerItems.list(page, { signal })),
  );
  const byVoucher = new Map<string, Theirs>();
  for (const each of invoices.filter((invoice) => within(invoice.InvoiceDate))) {
    byVoucher.set(each.VoucherId, {
      ids: [each.Id],
      customerId: each.CustomerId,
      name: each.CustomerName ?? '',
      label: String(each.InvoiceNumber),
      date: (each.InvoiceDate ?? '').slice(0, 10),
      amount: sumMoney([decimalOf(each.TotalAmountInvoiceCurrency)]),
    });
  }
  for (const each of items.filter((item) => within(item.InvoiceDate))) {
    const same = byVoucher.get(each.VoucherId);
    byVoucher.set(each.VoucherId, {
      ids: [...(same?.ids ?? []), each.Id],
      customerId: each.CustomerId,
      name: same?.name ?? '',
      label: String(each.InvoiceNumber),
      date: each.InvoiceDate.slice(0, 10),
      amount: sumMoney([decimalOf(each.TotalAmountInvoiceCurrency)]),
    });
  }
  return [...byVoucher.values()];
}

async function notBooked(
  context: ConnectorContext,
  session: Session,
  { from, to }: TieOutRequest,
  records: readonly ExportRecord[],
): Promise<TieOutDocument[]> {
  const invoices = await allPages((page) =>
    context.parts.source.invoices.page(session.scope.sourceAccountId, { from, to, statuses: ['Open', 'Paid'], ...page }),
  );
  const refs = invoices.map(({ id }) => ({ kind: 'invoice' as const, id }));
  const noted = new Set([
    ...(await notedItems(context, session, refs, 'billed')),
    ...(await notedItems(context, session, refs, 'ignored')),
    ...records.filter((record) => !givenUp.has(record.state)).flatMap((record) => record.sources.map((source) => `${source.ref.kind}:${source.ref.id}`)),
  ]);
  return invoices
    .filter((invoice) => !noted.has(`invoice:${invoice.id}`))
    .map((invoice) => ({ label: invoiceNumberText(invoice), date: invoice.date, amount: invoice.total }));
}
