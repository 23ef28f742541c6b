import { unbilledTerms, type BillableItem, type Project, type Term, type User } from '@x/billing-core';
import type { SourceActivity } from '../ports/activity-store.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { WorkItem } from '../ports/work-store.ts';
import { termOptions } from '../settings/billing-policy.ts';
import { allActivities } from './activities.ts';
import { allProjects, readTerms, unreachedTerms } from './account-terms.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import { error, fromBilling, type Problem } from './problem.ts';
import type { Session } from './session.ts';
import { chunks } from './chunks.ts';
import { notedItems } from './source-side.ts';
import { siftWork, type HeldItems, type SharedWork, type SiftedWork } from './sift-work.ts';
import { noClaims, termClaims, type TermClaims } from './term-claims.ts';

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
export interface CollectedWork extends SiftedWork {
  readonly customers: readonly SourceCustomer[];
  readonly projects: readonly Project[];
  readonly activities: readonly SourceActivity[];
  readonly users: readonly User[];
}

const noneHeld: HeldItems = new Map();
const workKinds = ['time', 'expense', 'mileage', 'term'] as const;

/** Items of an export of ours, which are seen as they were before it marked them. */
export interface HeldChoice {
  readonly refs: readonly ItemRef[];
  readonly held: HeldItems;
}

/**
 * Reads the selection and all records that it refers to, in pages from the time-tracking side; Visma is not asked.
 * Chosen items that do not exist (also: of another account) are refused with a `ConnectorError` that names them all.
 */
export async function collectWork(
  context: ConnectorContext,
  session: Session,
  selection: WorkSelection,
  signal: AbortSignal | undefined,
): Promise<CollectedWork> {
  const chosen = 'refs' in selection;
  const withTerms = chosen ? selection.refs.some(({ kind }) => kind === 'term') : (selection.kinds ?? workKinds).includes('term');
  const shared = await readShared(context, session, withTerms);
  const { entries, problems, incomplete } = chosen
    ? { entries: entriesOf(selection.refs, await readChosen(context, session, selection.refs, shared, signal)), problems: [], incomplete: [] }
    : await readFitting(context, session, selection, shared.projects, shared.claims);
  if (entries instanceof ConnectorError) {
    throw entries;
  }
  const ignored = await notedItems(context, session, entries.map(({ ref }) => ref), 'ignored');
  const sifted = siftWork(session, shared, { entries, problems, incomplete, ignored, held: noneHeld, until: selection.until ?? session.today });
  const customers = await readCustomers(context, session, sifted.items, signal);
  return { ...sifted, projects: shared.projects, ...(await readPeople(context, session)), customers: [...customers.values()] };
}

/**
 * The same for several choices that are each invoiced by themselves, such as the items of several drafts: everything is
 * read once for all of them. A choice with items that do not exist has the error instead.
 */
export async function collectHeld(
  context: ConnectorContext,
  session: Session,
  choices: readonly HeldChoice[],
  signal: AbortSignal | undefined,
): Promise<readonly (CollectedWork | ConnectorError)[]> {
  const refs = choices.flatMap((choice) => choice.refs);
  const shared = await readShared(context, session, refs.some(({ kind }) => kind === 'term'));
  const found = await readChosen(context, session, refs, shared, signal);
  const ignored = await notedItems(context, session, refs, 'ignored');
  const each = choices.map((choice) => {
    const entries = entriesOf(choice.refs, found);
    return entries instanceof ConnectorError
      ? entries
      : siftWork(session, shared, { entries, problems: [], ignored, held: choice.held, until: session.today });
  });
  const items = each.flatMap((sifted) => (sifted instanceof ConnectorError ? [] : sifted.items));
  const customers = await readCustomers(context, session, items, signal);
  const people = await readPeople(context, session);
  return each.map((sifted) => {
    if (sifted instanceof ConnectorError) {
      return sifted;
    }
    const ids = new Set(sifted.items.map(({ customerId }) => customerId));
    return { ...sifted, projects: shared.projects, ...people, customers: [...customers.values()].filter(({ id }) => ids.has(id)) };
  });
}

async function readShared(context: ConnectorContext, session: Session, withTerms: boolean): Promise<SharedWork> {
  const projects = await allProjects(context, session);
  return {
    projects,
    claims: withTerms ? await termClaims(context, session) : noClaims,
    unreached: withTerms ? unreachedTerms(projects, session) : new Map(),
  };
}

async function readCustomers(
  context: ConnectorContext,
  session: Session,
  items: readonly BillableItem[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SourceCustomer>> {
  const customers = new Map<string, SourceCustomer>();
  for (const some of chunks([...new Set(items.map((item) => item.customerId))], 1000)) {
    const found = await context.parts.source.customers.get(session.scope.sourceAccountId, some, signal);
    found.forEach((customer) => customers.set(customer.id, customer));
  }
  return customers;
}

async function readPeople(context: ConnectorContext, session: Session): Promise<Pick<CollectedWork, 'activities' | 'users'>> {
  return {
    activities: await allActivities(context, session),
    users: await allPages((page) => context.parts.source.work.users(session.scope.sourceAccountId, page)),
  };
}

/** Those of the chosen items that exist, by item key; milestones that are not reached included. */
async function readChosen(
  context: ConnectorContext,
  session: Session,
  refs: readonly ItemRef[],
  { projects, unreached }: SharedWork,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, WorkItem>> {
  const { work } = context.parts.source;
  const unique = [...new Map(refs.map((ref) => [itemKey(ref), ref])).values()];
  const terms = unique.filter((ref) => ref.kind === 'term');
  const inStore = unique.filter((ref) => ref.kind !== 'term');
  const entries: WorkItem[] = [];
  for (const some of chunks(inStore, 1000)) {
    entries.push(...(await work.read(session.scope.sourceAccountId, some, signal)));
  }
  if (terms.length > 0) {
    const reached = terms.filter(({ id }) => !unreached.has(id));
    const found = await readTerms(context, session, reached, projects, signal);
    entries.push(...[...found, ...terms.flatMap(({ id }) => unreached.get(id) ?? [])].map(termEntry));
  }
  return new Map(entries.map((entry) => [itemKey(entry.ref), entry]));
}

/** The chosen items, or the error that names all that were not found. */
function entriesOf(refs: readonly ItemRef[], found: ReadonlyMap<string, WorkItem>): WorkItem[] | ConnectorError {
  const unique = [...new Map(refs.map((ref) => [itemKey(ref), ref])).values()];
  const unknown = unique.filter((ref) => !found.has(itemKey(ref)));
  return unknown.length === 0
    ? unique.flatMap((ref) => found.get(itemKey(ref)) ?? [])
    : new ConnectorError(
        'items-unknown',
        `These items do not exist (any more): ${unknown.map(itemKey).join(', ')}.`,
        'Read the list again and choose anew.',
        unknown.map((ref) => ({ ...error('item-unknown', itemKey(ref), `There is no ${itemKey(ref)}.`, 'Choose anew.'), sources: [ref] })),
      );
}

async function readFitting(
  context: ConnectorContext,
  session: Session,
  selection: Exclude<WorkSelection, { refs: readonly ItemRef[] }>,
  projects: readonly Project[],
  { billed }: TermClaims,
): Promise<{ readonly entries: WorkItem[]; readonly problems: readonly Problem[]; readonly incomplete: readonly string[] }> {
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
    return { entries, problems: [], incomplete: [] };
  }
  const fitting = projects.filter(
    (project) =>
      (selection.customerIds?.includes(project.customerId) ?? true) && (selection.projectIds?.includes(project.id) ?? true),
  );
  const found = unbilledTerms(fitting, termOptions(session.settings, session.facts.connectedOn, until, billed));
  // Those before the bill-from day are left out with their reason, so that they can be seen and marked billed in one action.
  const before = found.skipped.flatMap(({ term, reason }) => (reason === 'before-bill-from' ? [term] : []));
  const broken = new Set(found.problems.flatMap(({ severity, details }) => (severity === 'error' ? [details['projectId']] : [])));
  return {
    entries: [...entries, ...[...before, ...found.terms].map(termEntry)],
    problems: found.problems.map(fromBilling),
    incomplete: fitting.flatMap(({ id, customerId }) => (broken.has(id) ? [customerId] : [])),
  };
}

/** The later of two days, either of which may be absent. */
function later(one: string | undefined, other: string | null): string | undefined {
  return one === undefined || (other !== null && other > one) ? (other ?? undefined) : one;
}

function termEntry(term: Term): WorkItem {
  return { ref: { kind: 'term', id: term.id }, status: 'Open', content: term };
}
