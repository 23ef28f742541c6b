import { unbilledTerms, type BillableItem, type EntryStatus, type Excluded, type Project, type Term, type User } from '@x/billing-core';
import { plannedWork } from './planned-source.ts';
import type { PlannedSource } from '../export/plan.ts';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { WorkItem } from '../ports/work-store.ts';
import { termOptions } from '../settings/billing-policy.ts';
import { allActivities } from './activities.ts';
import { allProjects, readTerms } from './account-terms.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import { error, fromBilling, type Problem } from './problem.ts';
import type { Session } from './session.ts';
import { chunks } from './chunks.ts';
import { notedItems } from './source-side.ts';
import { noClaims, takenTerms, termClaims, type TermClaims } from './term-claims.ts';
import { untimely } from './untimely-terms.ts';

/** What is to be invoiced: items that were chosen, or everything unbilled that fits. */
export type WorkSelection =
  | {
      readonly refs: readonly ItemRef[];
      /** Last day on which a chosen term may fall due. Default: today. */
      readonly until?: string;
    }
  | {
      readonly customerIds?: readonly string[];
      readonly projectIds?: readonly string[];
      readonly kinds?: readonly ('time' | 'expense' | 'mileage' | 'term')[];
      /** First day of hours, expenses and trips. */
      readonly from?: string;
      /** Last day of hours, expenses and trips; terms that fall due until then. Default: today. */
      readonly until?: string;
    };

/** Items with everything that pricing them needs. */
export interface CollectedWork {
  readonly items: readonly BillableItem[];
  /** By item key, as the export protocol compares them. */
  readonly planned: ReadonlyMap<string, PlannedSource>;
  readonly excluded: readonly ExcludedItem[];
  readonly customers: readonly SourceCustomer[];
  readonly projects: readonly Project[];
  readonly activities: readonly SourceActivity[];
  readonly users: readonly User[];
  readonly problems: readonly Problem[];
}

/** An item that is left out, with the reason. */
export interface ExcludedItem {
  readonly ref: ItemRef;
  readonly reason: Excluded['reason'] | 'ignored' | 'before-cut-off' | 'before-bill-from' | 'not-due';
  readonly message: string;
}

/** The items that an export of ours holds and has marked, by item key, with the status that each had before. */
export type HeldItems = ReadonlyMap<string, string>;

const noneHeld: HeldItems = new Map();

const workKinds = ['time', 'expense', 'mileage', 'term'] as const;

/**
 * Reads the selection and all records that it refers to, in pages from the time-tracking side; Visma is not asked.
 * Chosen items that do not exist (also: of another account) are refused with a `ConnectorError` that names them all.
 * Items of `held` are seen as they were before that export marked them.
 */
export async function collectWork(
  context: ConnectorContext,
  session: Session,
  selection: WorkSelection,
  signal: AbortSignal | undefined,
  held: HeldItems = noneHeld,
): Promise<CollectedWork> {
  const { source } = context.parts;
  const account = session.scope.sourceAccountId;
  const projects = await allProjects(context, session);
  const chosen = 'refs' in selection;
  const withTerms = chosen ? selection.refs.some(({ kind }) => kind === 'term') : (selection.kinds ?? workKinds).includes('term');
  const claims = withTerms ? await termClaims(context, session) : noClaims;
  const { entries, problems } = chosen
    ? { entries: await readChosen(context, session, selection.refs, projects, signal), problems: [] }
    : await readFitting(context, session, selection, projects, claims);
  const refs = entries.map((entry) => entry.ref);
  const ignored = await notedItems(context, session, refs, 'ignored');
  const billed = new Set(claims.billed);
  const until = selection.until ?? session.today;
  const timing = termOptions(session.settings, session.facts.connectedOn, until, []);
  const outOfTime = new Map(
    entries.flatMap(({ ref, content }) => {
      const reason = content.kind === 'term' && !held.has(itemKey(ref)) ? untimely(content, timing, until) : null;
      return reason ? [[ref.id, reason]] : [];
    }),
  );
  const taken = takenTerms(projects, session, claims, refs.flatMap(({ kind, id }) => (kind === 'term' && !outOfTime.has(id) ? [id] : [])));
  const excluded: ExcludedItem[] = [];
  const { cutOffDate } = session.settings;
  const kept = entries.filter(({ ref, content }) => {
    if (cutOffDate !== null && content.kind !== 'term' && content.date < cutOffDate) {
      excluded.push({ ref, reason: 'before-cut-off', message: `Dated ${content.date}, before the cut-off date ${cutOffDate}: it is taken to be invoiced already.` });
      return false;
    }
    if (ignored.has(itemKey(ref)) || (ref.kind === 'term' && taken.ignored.has(ref.id))) {
      excluded.push({ ref, reason: 'ignored', message: 'On the ignore list: never to be exported.' });
      return false;
    }
    if (ref.kind !== 'term') {
      return true;
    }
    if ((billed.has(ref.id) && !held.has(itemKey(ref))) || taken.covered.has(ref.id)) {
      excluded.push({ ref, reason: 'already-invoiced', message: 'Billed already.' });
      return false;
    }
    const reason = outOfTime.get(ref.id);
    if (reason) {
      excluded.push(reason);
      return false;
    }
    return !taken.conflicting.has(ref.id);
  });
  const items = kept.map(({ content, status }) => (content.kind === 'term' ? content : { ...content, status: statusBefore(content, status, held) }));
  const customerIds = [...new Set(items.map((item) => item.customerId))];
  const customers: SourceCustomer[] = [];
  for (const some of chunks(customerIds, 1000)) {
    customers.push(...(await source.customers.get(account, some, signal)));
  }
  return {
    items,
    planned: new Map(kept.map((entry) => [itemKey(entry.ref), plannedWork(entry, billed.has(entry.ref.id))])),
    excluded,
    customers,
    projects,
    activities: await allActivities(context, session),
    users: await allPages((page) => source.work.users(account, page)),
    problems: [...problems, ...taken.problems],
  };
}

function statusBefore(item: Exclude<BillableItem, Term>, status: EntryStatus, held: HeldItems): EntryStatus {
  const before = held.get(itemKey({ kind: item.kind, id: item.id }));
  return status === 'Invoiced' && before !== undefined ? (before as EntryStatus) : status;
}

async function readChosen(
  context: ConnectorContext,
  session: Session,
  refs: readonly ItemRef[],
  projects: readonly Project[],
  signal: AbortSignal | undefined,
): Promise<WorkItem[]> {
  const { work } = context.parts.source;
  const unique = [...new Map(refs.map((ref) => [itemKey(ref), ref])).values()];
  const terms = unique.filter((ref) => ref.kind === 'term');
  const inStore = unique.filter((ref) => ref.kind !== 'term');
  const entries: WorkItem[] = [];
  for (const some of chunks(inStore, 1000)) {
    entries.push(...(await work.read(session.scope.sourceAccountId, some, signal)));
  }
  if (terms.length > 0) {
    entries.push(...(await readTerms(context, session, terms, projects, signal)).map(termEntry));
  }
  const found = new Set(entries.map((entry) => itemKey(entry.ref)));
  const unknown = unique.filter((ref) => !found.has(itemKey(ref)));
  if (unknown.length > 0) {
    throw new ConnectorError(
      'items-unknown',
      `These items do not exist (any more): ${unknown.map(itemKey).join(', ')}.`,
      'Read the list again and choose anew.',
      unknown.map((ref) => ({ ...error('item-unknown', itemKey(ref), `There is no ${itemKey(ref)}.`, 'Choose anew.'), sources: [ref] })),
    );
  }
  return entries;
}

async function readFitting(
  context: ConnectorContext,
  session: Session,
  selection: Exclude<WorkSelection, { refs: readonly ItemRef[] }>,
  projects: readonly Project[],
  { billed }: TermClaims,
): Promise<{ readonly entries: WorkItem[]; readonly problems: readonly Problem[] }> {
  const { work } = context.parts.source;
  const kinds = selection.kinds ?? workKinds;
  const until = selection.until ?? session.today;
  const stored = kinds.filter((kind) => kind !== 'term' || work.abilities.terms);
  const entries =
    stored.length === 0
      ? []
      : await allPages((page) =>
          work.page(session.scope.sourceAccountId, {
            ...page,
            kinds: stored,
            customerIds: selection.customerIds,
            projectIds: selection.projectIds,
            from: later(selection.from, session.settings.cutOffDate),
            to: until,
            statuses: ['Open', 'PendingApproval', 'Approved', 'Rejected'],
          }),
        );
  if (!kinds.includes('term')) {
    return { entries, problems: [] };
  }
  const fitting = projects.filter(
    (project) =>
      (selection.customerIds?.includes(project.customerId) ?? true) && (selection.projectIds?.includes(project.id) ?? true),
  );
  const found = unbilledTerms(fitting, termOptions(session.settings, session.facts.connectedOn, until, billed));
  // Those before the bill-from day are left out with their reason, so that they can be seen and marked billed in one action.
  const before = found.skipped.flatMap(({ term, reason }) => (reason === 'before-bill-from' ? [term] : []));
  return { entries: [...entries, ...[...before, ...found.terms].map(termEntry)], problems: found.problems.map(fromBilling) };
}

/** The later of two days, either of which may be absent. */
function later(one: string | undefined, other: string | null): string | undefined {
  return one === undefined || (other !== null && other > one) ? (other ?? undefined) : one;
}

function termEntry(term: Term): WorkItem {
  return { ref: { kind: 'term', id: term.id }, status: 'Open', content: term };
}
