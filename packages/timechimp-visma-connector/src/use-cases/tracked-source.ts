import type { Term } from '@x/billing-core';
import type { CustomerStore } from '../ports/customer-store.ts';
import type { InvoiceStore } from '../ports/invoice-store.ts';
import { type ItemRef, itemKey } from '../ports/item-ref.ts';
import type { ItemMark, LinkStore } from '../ports/link-store.ts';
import type { ExportScope } from '../ports/scope.ts';
import type { StatusChange, WorkStore } from '../ports/work-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ExportSource, SourceChange, SourceChangeResult, SourceState } from '../export/export-source.ts';
import { plannedCustomer, plannedInvoice, plannedWork } from './planned-source.ts';

/** What an `ExportSource` is put together from. */
export interface ExportSourceParts {
  readonly scope: ExportScope;
  readonly work: WorkStore;
  readonly invoices: InvoiceStore;
  readonly customers: CustomerStore;
  readonly links: LinkStore;
  readonly clock: Clock;
  /** Reads terms again where the store of work cannot: see `WorkAbilities.terms`. Missing ones are absent. */
  readonly terms?: ((refs: readonly ItemRef[], signal?: AbortSignal) => Promise<readonly Term[]>) | undefined;
  /** Which of these terms, by id, take days or a price that another term has taken: billed, or in a live export. */
  readonly taken?: ((ids: readonly string[]) => Promise<ReadonlySet<string>>) | undefined;
}

/**
 * The source side of exports on the ports of the time-tracking side. Hours, expenses and trips are marked there; terms
 * are marked in our own notes; invoices and customers cannot be marked, the ledger alone knows them.
 */
export function createExportSource(parts: ExportSourceParts): ExportSource {
  const { scope, work } = parts;
  return {
    markedStatus: (kind) => (kind === 'invoice' || kind === 'customer' ? null : 'Invoiced'),
    read: async (refs, signal) => {
      const of = (...kinds: readonly ItemRef['kind'][]): ItemRef[] => refs.filter((ref) => kinds.includes(ref.kind));
      const entries = of('time', 'expense', 'mileage');
      const notes = await readNotes(parts, refs);
      const read = entries.length > 0 ? await work.read(scope.sourceAccountId, entries, signal) : [];
      const states: SourceState[] = [
        ...read.map((item) => plannedWork(item)),
        ...(await readTerms(parts, of('term'), notes, signal)),
        ...(await readInvoices(parts, of('invoice'), signal)),
        ...(await readCustomers(parts, of('customer'), signal)),
      ];
      return states.map((state) => {
        const noted = notes.get(itemKey(state.ref));
        // A billed term says so by its status, which our own mark sets too.
        return noted === undefined || (noted === 'billed' && state.ref.kind === 'term') ? state : { ...state, noted };
      });
    },
    setStatus: (change) =>
      change.items[0]?.ref.kind === 'term'
        ? markTerms(parts, change)
        : work.setStatus(scope.sourceAccountId, workChange(change)),
  };
}

async function readTerms(
  parts: ExportSourceParts,
  refs: readonly ItemRef[],
  notes: ReadonlyMap<string, ItemMark['kind']>,
  signal?: AbortSignal,
): Promise<SourceState[]> {
  if (refs.length === 0) return [];
  const terms = parts.terms
    ? await parts.terms(refs, signal)
    : (await parts.work.read(parts.scope.sourceAccountId, refs, signal)).map((item) => item.content);
  // Read after the claim: of two workers with terms for the same days, each sees the other's.
  const taken = (await parts.taken?.(refs.map(({ id }) => id))) ?? new Set();
  return terms.map((content) => {
    const ref = { kind: 'term', id: content.id } as const;
    return plannedWork({ ref, status: 'Open', content }, notes.get(itemKey(ref)) === 'billed' || taken.has(content.id));
  });
}

async function readInvoices(parts: ExportSourceParts, refs: readonly ItemRef[], signal?: AbortSignal): Promise<SourceState[]> {
  if (refs.length === 0) return [];
  const ids = refs.map((ref) => ref.id);
  return (await parts.invoices.get(parts.scope.sourceAccountId, ids, signal)).map(plannedInvoice);
}

async function readCustomers(parts: ExportSourceParts, refs: readonly ItemRef[], signal?: AbortSignal): Promise<SourceState[]> {
  if (refs.length === 0) return [];
  const ids = refs.map((ref) => ref.id);
  return (await parts.customers.get(parts.scope.sourceAccountId, ids, signal)).map(plannedCustomer);
}

/** What people and our own exports have noted on these items; at most 1000 of them. */
async function readNotes({ links, scope }: ExportSourceParts, refs: readonly ItemRef[]): Promise<ReadonlyMap<string, ItemMark['kind']>> {
  const page = await links.listMarks(scope, { refs, limit: 1000 });
  return new Map(page.items.map((mark) => [itemKey(mark.ref), mark.kind]));
}

/** Notes terms as billed, or takes the note away; the claim keeps two exports from doing so at once. */
async function markTerms(parts: ExportSourceParts, change: SourceChange): Promise<SourceChangeResult[]> {
  const { links, scope, clock } = parts;
  const now = clock.now();
  if (now > change.startBefore) throw new TermsNotStartedError();
  const notes = await readNotes(parts, change.items.map((item) => item.ref));
  const wanted = change.to === 'Invoiced';
  const statusOf = (ref: ItemRef): string => (notes.get(itemKey(ref)) === 'billed' ? 'Invoiced' : 'Open');
  const fitting = change.items.filter((item) => statusOf(item.ref) === item.expected).map((item) => item.ref);
  const set = new Set(fitting.map(itemKey));
  if (wanted) {
    const marks = fitting.map((ref): ItemMark => ({ ref, kind: 'billed', note: change.message ?? '', by: 'export', at: now }));
    const answers = await links.mark(scope, marks);
    fitting.forEach((ref, index) => answers[index] === 'other' && set.delete(itemKey(ref)));
  } else {
    await links.unmark(scope, fitting, 'billed');
  }
  return change.items.map(({ ref }) =>
    set.has(itemKey(ref)) ? { ref, outcome: 'set', status: change.to } : { ref, outcome: 'changed', status: statusOf(ref) },
  );
}

/** The time for marking terms was over; nothing was changed. */
class TermsNotStartedError extends Error {
  readonly code = 'not-started';
  readonly delivery = 'not-sent';

  constructor() {
    super('The terms were not marked: the time for it was over.');
  }
}

function workChange(change: SourceChange): StatusChange {
  return {
    ...change,
    to: entryStatus(change.to),
    items: change.items.map(({ ref, expected }) => ({ ref, expected: entryStatus(expected) })),
  };
}

const statuses = ['Open', 'PendingApproval', 'Approved', 'Rejected', 'Invoiced', 'WrittenOff'] as const;

function entryStatus(text: string): StatusChange['to'] {
  const status = statuses.find((each) => each === text);
  if (status === undefined) throw new TypeError(`An entry has no status ${text}.`);
  return status;
}
