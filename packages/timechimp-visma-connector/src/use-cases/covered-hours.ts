import { unbilledTerms, type BillableItem, type Excluded, type Period, type Project, type Term } from '@x/billing-core';
import type { PlannedSource } from '../export/plan.ts';
import { itemKey } from '../ports/item-ref.ts';
import type { CollectedWork } from './collect-work.ts';
import type { ConnectorContext } from './context.ts';
import { liveItems } from './live-items.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';
import { siftWork } from './sift-work.ts';
import { notedItems } from './source-side.ts';
import { everyTerm, noClaims, termClaims } from './term-claims.ts';

/** Hours that go with a term, by the term's id, as the export protocol compares them. No hour goes with two terms. */
export type CoveredHours = ReadonlyMap<string, readonly PlannedSource[]>;

/** No hours go with any term. */
const noHours: CoveredHours = new Map();

/** Which items pricing would leave out, with the reason. */
type Exclusions = (items: readonly BillableItem[]) => readonly Excluded[];

/**
 * Hours that the terms cover and that are marked with them, where the setting `terms.coveredHours` says so: of a
 * subscription those of its days, and of days that were billed before; of a fixed price all up to the term's end. Only
 * hours that could be invoiced if nothing covered them: approved, billable, after the cut-off date, not on the ignore list.
 */
export async function readCoveredHours(
  context: ConnectorContext,
  session: Session,
  { items, projects }: CollectedWork,
  exclusions: Exclusions,
): Promise<CoveredHours> {
  const { settings, scope } = session;
  const terms = items.flatMap((item) => (item.kind === 'term' ? [item] : []));
  if (settings.terms.coveredHours === 'leave' || terms.length === 0) {
    return noHours;
  }
  const to = terms.map(({ period }) => period.to).reduce((last, day) => (day > last ? day : last));
  const found = await allPages((page) =>
    context.parts.source.work.page(scope.sourceAccountId, {
      ...page,
      kinds: ['time'],
      projectIds: [...new Set(terms.map(({ projectId }) => projectId))],
      from: settings.cutOffDate ?? undefined,
      to,
      statuses: ['Open', 'PendingApproval', 'Approved', 'Rejected'],
    }),
  );
  const refs = found.map(({ ref }) => ref);
  const held = await liveItems(context, session, refs);
  const entries = found.filter(({ ref }) => !held.has(itemKey(ref)));
  const ignored = await notedItems(context, session, refs, 'ignored');
  const sifted = siftWork(session, { projects, claims: noClaims, unreached: new Map() }, { entries, problems: [], ignored, held: new Map(), until: to });
  const { billed } = await termClaims(context, session);
  const { skipped } = unbilledTerms(projects, everyTerm(session, billed));
  const before = skipped.flatMap(({ term, reason }) => (reason === 'already-billed' ? [term] : []));
  return assign(sifted, exclusions(sifted.items), (hour) => {
    const own = terms.filter(({ projectId }) => projectId === hour.projectId).sort((a, b) => (a.period.to < b.period.to ? -1 : 1));
    const project = projects.find(({ id }) => id === hour.projectId);
    const earlier = before.some(({ projectId, period }) => projectId === hour.projectId && isIn(period, hour.date));
    return own.find((term) => isIn(reachOf(term, project), hour.date)) ?? (earlier ? own[0] : undefined);
  });
}

/** The hours that an export of ours holds beside the terms that cover them: they stay with it. */
export function heldCoveredHours({ items, planned }: CollectedWork, excluded: readonly Excluded[]): CoveredHours {
  return assign({ items, planned }, excluded, (hour) =>
    items.find((item): item is Term => item.kind === 'term' && item.projectId === hour.projectId),
  );
}

type Hour = Extract<BillableItem, { kind: 'time' }>;

function assign(
  { items, planned }: Pick<CollectedWork, 'items' | 'planned'>,
  excluded: readonly Excluded[],
  termOf: (hour: Hour) => Term | undefined,
): CoveredHours {
  const covered = new Set(excluded.flatMap(({ source, reason }) => (reason === 'covered-by-subscription' || reason === 'covered-by-fixed-price' ? [itemKey(source)] : [])));
  const hours = new Map<string, PlannedSource[]>();
  for (const item of items) {
    const key = itemKey({ kind: item.kind, id: item.id });
    const term = item.kind === 'time' && covered.has(key) ? termOf(item) : undefined;
    const source = planned.get(key);
    if (term && source) hours.set(term.id, [...(hours.get(term.id) ?? []), source]);
  }
  return hours;
}

/** The parts of a fixed price have days, not periods: each reaches back to the beginning. */
function reachOf({ period }: Term, project: Project | undefined): Period {
  return project?.invoicing.method === 'Subscription' ? period : { from: '0001-01-01', to: period.to };
}

function isIn({ from, to }: Period, day: string): boolean {
  return from <= day && day <= to;
}
