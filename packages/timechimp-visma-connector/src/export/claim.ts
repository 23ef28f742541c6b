import { markFor } from '@x/billing-core';
import { type ExportRecord, isLive } from '../ports/export-record.ts';
import type { ExportScope } from '../ports/scope.ts';
import { scopeKey } from '../ports/scope.ts';
import { outcomeOf, skipped } from './outcome.ts';
import type { ExportPlan } from './plan.ts';
import type { ExportOutcome } from './report.ts';
import { notYetAbsent, transition } from './transition.ts';
import { isLeased, plainLease, type Work } from './work.ts';

/** What a claim led to: a record to work on, one that an earlier worker left unfinished, or an outcome at once. */
export type Claimed =
  | { readonly kind: 'claimed' | 'unfinished'; readonly record: ExportRecord }
  | { readonly kind: 'outcome'; readonly outcome: ExportOutcome };

/** The mark of an export: of the pair and the key alone, so that it is the same after a reconnect and a lost store. */
export function baseMark(scope: ExportScope, key: string): string {
  return markFor(`${scopeKey(scope)}/${key}`);
}

/** Claims the items of one plan, all of them or none. `known` is the record of its key, if there is one. */
export async function claimPlan(work: Work, plan: ExportPlan, known: ExportRecord | undefined): Promise<Claimed> {
  if (known && isLive(known.state)) return judgeLive(work, plan, known);
  const now = work.clock.now();
  const fresh = newRecord(work, plan, now);
  const record = known ? claimedAgain(known, fresh, now) : fresh;
  const result = await work.store.claim(record, known?.version ?? 0);
  switch (result.outcome) {
    case 'claimed':
      return { kind: 'claimed', record: result.record };
    case 'exists':
      return judgeLive(work, plan, result.record);
    case 'taken':
      return {
        kind: 'outcome',
        outcome: skipped(plan.key, {
          code: 'items-taken',
          message: `${result.by.length} of the items are in another export already.`,
          details: result.by.map(({ ref, key }) => ({ ref: { ...ref }, key })),
        }),
      };
  }
}

function judgeLive(work: Work, plan: ExportPlan, record: ExportRecord): Claimed {
  if (record.state === 'exported' || record.key !== plan.key) {
    const same = record.payloadHash === plan.payloadHash;
    const reason = same
      ? null
      : { code: 'content-differs', message: 'It was exported with other content before; nothing was written.' };
    return { kind: 'outcome', outcome: { key: plan.key, outcome: 'already-exported', reason, record } };
  }
  if (record.state === 'held' || record.state === 'draft-missing') {
    return { kind: 'outcome', outcome: outcomeOf(record) };
  }
  if (isLeased(record, work.clock.now())) {
    const reason = { code: 'busy', message: 'Another worker is at this export.' };
    return { kind: 'outcome', outcome: skipped(plan.key, reason, record) };
  }
  return { kind: 'unfinished', record };
}

/** The items of a plan as a claim records them, none of them marked. */
export function claimedSources({ sources }: ExportPlan): ExportRecord['sources'] {
  return sources.map(({ ref, status, otherStatus, hash }) => ({
    ref,
    previousStatus: status,
    ...(otherStatus !== undefined && { otherStatus }),
    hash,
    mark: 'no',
  }));
}

function newRecord(work: Work, plan: ExportPlan, now: number): ExportRecord {
  const { scope } = work.context;
  return {
    scope,
    key: plan.key,
    kind: plan.kind,
    finish: plan.finish,
    mark: baseMark(scope, plan.key),
    generation: 1,
    sources: claimedSources(plan),
    payload: plan.payload,
    payloadHash: plan.payloadHash,
    state: 'claimed',
    version: 0,
    attempt: 1,
    ...plainLease(work),
    sendBefore: null,
    quietFrom: null,
    absent: notYetAbsent,
    documents: {},
    reason: null,
    differences: [],
    watch: [],
    watchUntil: null,
    undo: null,
    payment: null,
    history: [{ at: now, attempt: 1, from: null, to: 'claimed' }],
    createdAt: now,
    updatedAt: now,
  };
}

/** The same key once more: the new plan's content, the old record's past. */
function claimedAgain(known: ExportRecord, fresh: ExportRecord, now: number): ExportRecord {
  const { generation, watch, watchUntil, history, createdAt, state } = known;
  const past = { generation, watch, watchUntil, history, createdAt, state };
  const attempt = known.attempt + 1;
  return transition({ ...fresh, ...past }, { state: 'claimed', attempt, leaseUntil: fresh.leaseUntil }, now);
}
