import type { CustomerInvoice, CustomerInvoiceDraft, CustomerLedgerItem } from '@x/visma-eaccounting';
import type { ExportSource, SourceState } from '../export/export-source.ts';
import type { Difference, ExportedSource, ExportRecord } from '../ports/export-record.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import { compareDraft, compareInvoice } from '../visma/compare-document.ts';
import { allDrafts } from '../visma/invoice-search.ts';
import { likelyCause } from '../visma/likely-cause.ts';
import { openPayload } from '../visma/payloads.ts';
import { compareItem } from '../visma/sales-entry-driver.ts';
import { collect } from '../visma/whole-list.ts';
import { creditInvoiceIds, takenBack, takenBackDifference } from '../visma/taken-back.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';
import { exportSource } from './source-side.ts';

/** One exported document, or one of its items, that is no longer what it was when it was exported. */
export interface DriftItem {
  readonly key: string;
  /** `document-changed`, `document-gone` and `document-reversed` in Visma; `source-changed` and `source-gone` on the time-tracking side; `source-not-marked`: items that do not have our mark, because somebody was first, it was refused, or their status was changed since. */
  readonly outcome: 'document-changed' | 'document-gone' | 'document-reversed' | 'source-changed' | 'source-gone' | 'source-not-marked';
  /** The items concerned, for changes at the source. */
  readonly sources: readonly ItemRef[];
  readonly differences: readonly Difference[];
  readonly likelyCause?: string;
}

/**
 * Reports what drifted apart after the export, and changes nothing: drafts and invoices that people changed, deleted,
 * voided or credited in Visma, and hours, expenses and trips that were edited after they were exported, or
 * do not have our mark. Three lists of
 * Visma in pages, none per document.
 */
export async function drift(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly signal?: AbortSignal },
): Promise<readonly DriftItem[]> {
  return reporting(
    context,
    { useCase: 'drift', tenantId: request.tenantId },
    async (reporter) => {
      const session = await openSession(context, request.tenantId);
      const records = await allPages((page) =>
        context.parts.state.exports.list(session.scope, { states: ['exported'], kinds: ['invoice', 'sales-entry'], ...page }),
      );
      reporter.progress('documents', 0, records.length);
      const changed = await documentDrift(context, session, records, request.signal);
      reporter.progress('documents', records.length, records.length);
      const edited = await sourceDrift(context, session, records, request.signal, (done, total) => {
        reporter.progress('source items', done, total);
      });
      const items = [...changed, ...edited];
      items.forEach((item) => {
        reporter.item(item.key, item.outcome, item.likelyCause);
      });
      return items;
    },
    (items) => countOutcomes(items),
  );
}

async function documentDrift(
  context: ConnectorContext,
  session: Session,
  records: readonly ExportRecord[],
  signal: AbortSignal | undefined,
): Promise<DriftItem[]> {
  if (records.length === 0) {
    return [];
  }
  const page = { pageSize: context.pageSize };
  const has = (test: (record: ExportRecord) => boolean): boolean => records.some(test);
  const drafts = has((record) => record.documents.invoiceId === undefined && record.kind === 'invoice') ? await allDrafts(session.client, signal) : [];
  const invoices = has((record) => record.documents.invoiceId !== undefined) ? await collect(() => session.client.customerInvoices.list(page, { signal })) : [];
  const items = has((record) => record.documents.ledgerItemId !== undefined) ? await collect(() => session.client.customerLedgerItems.list(page, { signal })) : [];
  const credited = creditInvoiceIds(invoices);
  const credits = invoices.filter((each) => credited.has(each.Id));
  const books = { drafts: byId(drafts), invoices: byId(invoices), credits, items: byId(items) };
  return records.flatMap((record) => compareRecord(record, books));
}

interface Books {
  readonly drafts: ReadonlyMap<string, CustomerInvoiceDraft>;
  readonly invoices: ReadonlyMap<string, CustomerInvoice>;
  /** Those of the invoices that void or credit another one. */
  readonly credits: readonly CustomerInvoice[];
  readonly items: ReadonlyMap<string, CustomerLedgerItem>;
}

function compareRecord(record: ExportRecord, books: Books): DriftItem[] {
  const { draftId, invoiceId, ledgerItemId } = record.documents;
  const gone: DriftItem = { key: record.key, outcome: 'document-gone', sources: [], differences: [] };
  const changed = (differences: readonly Difference[]): DriftItem[] => {
    const cause = likelyCause(differences, record.kind);
    return differences.length === 0
      ? []
      : [{ key: record.key, outcome: 'document-changed', sources: [], differences, ...(cause === undefined ? {} : { likelyCause: cause }) }];
  };
  if (record.kind === 'sales-entry') {
    const { body } = openPayload('sales-entry', record.payload);
    const item = books.items.get(ledgerItemId ?? '');
    return ledgerItemId === undefined ? [] : item ? changed(compareItem(body, item)) : [gone];
  }
  const { expected } = openPayload('invoice', record.payload);
  if (invoiceId !== undefined) {
    const invoice = books.invoices.get(invoiceId);
    if (!invoice) {
      return [gone];
    }
    const taken = takenBack(invoice, books.credits);
    return taken?.inFull === true
      ? [{ ...gone, outcome: 'document-reversed', likelyCause: 'The invoice was voided or credited in Visma.' }]
      : changed([...takenBackDifference(taken), ...compareInvoice(expected, invoice, 'without-dates')]);
  }
  const draft = books.drafts.get(draftId ?? '');
  return draft
    ? changed(compareDraft(expected, draft))
    : [{ ...gone, likelyCause: 'The draft was made final or deleted in Visma; reconcile finds out which.' }];
}

async function sourceDrift(
  context: ConnectorContext,
  session: Session,
  records: readonly ExportRecord[],
  signal: AbortSignal | undefined,
  progress: (done: number, total: number) => void,
): Promise<DriftItem[]> {
  const source = exportSource(context, session);
  const refs = records.flatMap((record) => record.sources.map((each) => each.ref));
  const now = new Map<string, SourceState>();
  let done = 0;
  for (const some of chunks(refs, 1000)) {
    for (const state of await source.read(some, signal)) {
      now.set(itemKey(state.ref), state);
    }
    done += some.length;
    progress(done, refs.length);
  }
  return records.flatMap((record): DriftItem[] => {
    const missing = record.sources.filter((each) => !now.has(itemKey(each.ref)));
    const edited = record.sources.filter((each) => (now.get(itemKey(each.ref))?.hash ?? each.hash) !== each.hash);
    const unmarked = record.sources.filter((each) => isUnmarked(each, now.get(itemKey(each.ref)), source));
    const base = { key: record.key, differences: [] };
    return [
      ...(edited.length > 0 ? [{ ...base, outcome: 'source-changed' as const, sources: edited.map((each) => each.ref) }] : []),
      ...(unmarked.length > 0 ? [{ ...base, outcome: 'source-not-marked' as const, sources: unmarked.map((each) => each.ref) }] : []),
      ...(missing.length > 0 ? [{ ...base, outcome: 'source-gone' as const, sources: missing.map((each) => each.ref) }] : []),
    ];
  });
}

/** Whether an item that is still there carries the mark of somebody else, or none. */
function isUnmarked({ mark, ref }: ExportedSource, state: SourceState | undefined, source: ExportSource): boolean {
  const marked = source.markedStatus(ref.kind);
  return state !== undefined && marked !== null && (mark === 'other' || (mark === 'yes' && state.status !== marked));
}

function byId<T extends { readonly Id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.Id, item]));
}
