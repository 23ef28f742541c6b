import type { BillableItem, EntryStatus, Excluded, Project, Term } from '@x/billing-core';
import type { PlannedSource } from '../export/plan.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { WorkItem } from '../ports/work-store.ts';
import { termOptions } from '../settings/billing-policy.ts';
import { plannedWork } from './planned-source.ts';
import type { Problem } from './problem.ts';
import type { Session } from './session.ts';
import { takenTerms, type TermClaims } from './term-claims.ts';
import { untimely } from './untimely-terms.ts';

/** An item that is left out, with the reason. */
export interface ExcludedItem {
  readonly ref: ItemRef;
  readonly reason: Excluded['reason'] | 'ignored' | 'before-cut-off' | 'before-bill-from' | 'not-due' | 'not-reached';
  readonly message: string;
}

/** The items that an export of ours holds and has marked, by item key, with the status that each had before. */
export type HeldItems = ReadonlyMap<string, string>;

/** What every choice of a run rests on. */
export interface SharedWork {
  readonly projects: readonly Project[];
  readonly claims: TermClaims;
  /** Milestones that are not reached, by id: never to be billed, also where they were chosen. */
  readonly unreached: ReadonlyMap<string, Term>;
}

/** The items of one choice that may be invoiced, and those that are left out. */
export interface SiftedWork {
  readonly items: readonly BillableItem[];
  /** By item key, as the export protocol compares them. */
  readonly planned: ReadonlyMap<string, PlannedSource>;
  readonly excluded: readonly ExcludedItem[];
  readonly problems: readonly Problem[];
  /** Customers of whom a term is left out by an error: their invoices are not complete. */
  readonly incomplete: ReadonlySet<string>;
}

/**
 * Takes out what is not to be invoiced: before the cut-off date, on the ignore list, terms that are billed or not due.
 * Items of `held` are seen as they were before that export marked them.
 */
export function siftWork(
  session: Session,
  { projects, claims, unreached }: SharedWork,
  { entries, problems, incomplete = [], ignored, held, until }: {
    readonly entries: readonly WorkItem[];
    readonly problems: readonly Problem[];
    /** Customers of whom a term could not even be read. */
    readonly incomplete?: readonly string[];
    readonly ignored: ReadonlySet<string>;
    readonly held: HeldItems;
    readonly until: string;
  },
): SiftedWork {
  const billed = new Set(claims.billed);
  const timing = termOptions(session.settings, session.facts.connectedOn, until, []);
  const outOfTime = new Map(
    entries.flatMap(({ ref, content }) => {
      const isNew = content.kind === 'term' && !held.has(itemKey(ref));
      const reason = unreached.has(ref.id) ? notReached(ref) : isNew ? untimely(content, timing, until) : null;
      return reason ? [[ref.id, reason]] : [];
    }),
  );
  const taken = takenTerms(projects, session, claims, entries.flatMap(({ ref: { kind, id } }) => (kind === 'term' && !outOfTime.has(id) ? [id] : [])));
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
  return {
    items,
    planned: new Map(kept.map((entry) => [itemKey(entry.ref), plannedWork(entry, billed.has(entry.ref.id))])),
    excluded,
    problems: [...problems, ...taken.problems],
    incomplete: new Set([...incomplete, ...entries.flatMap(({ ref, content }) => (taken.conflicting.has(ref.id) ? [content.customerId] : []))]),
  };
}

function notReached(ref: ItemRef): ExcludedItem {
  return { ref, reason: 'not-reached', message: 'Its milestone is not reached.' };
}

function statusBefore(item: Exclude<BillableItem, Term>, status: EntryStatus, held: HeldItems): EntryStatus {
  const before = held.get(itemKey({ kind: item.kind, id: item.id }));
  return status === 'Invoiced' && before !== undefined ? (before as EntryStatus) : status;
}
