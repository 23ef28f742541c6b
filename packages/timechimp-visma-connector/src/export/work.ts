import type { Clock } from '../ports/clock.ts';
import { type ExportReason, type ExportRecord, isLive } from '../ports/export-record.ts';
import type { ExportStore } from '../ports/export-store.ts';
import { attempt } from './attempt.ts';
import { failureOf } from './delivery.ts';
import type { DocumentDriver, DocumentRequest } from './driver.ts';
import type { ExportContext } from './engine.ts';
import { markOfGeneration } from './mark.ts';
import { type ExportOptions, startBefore } from './options.ts';
import type { ExportAlarm } from './report.ts';
import { StaleWorker } from './stale-worker.ts';
import { type Change, transition } from './transition.ts';

/** Everything that the steps of one run share. */
export interface Work {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly options: ExportOptions;
  readonly context: ExportContext;
  readonly driver: DocumentDriver;
  readonly alarms: ExportAlarm[];
  /** Set while a plan goes alone: it is read back after the write, and `written` says whether the write was made. */
  readonly canary?: { written: boolean } | undefined;
}

/**
 * Stores the next step of a record that this worker has, by compare-and-set. Throws `StaleWorker` when another worker
 * was first: what this one learned is then worthless, and the other one will find it out by itself.
 */
export async function move(work: Work, record: ExportRecord, wanted: Change): Promise<ExportRecord> {
  const change = keepMarked(work, record, wanted);
  const next = transition(record, change, work.clock.now());
  const result = await work.store.save(next, record.version);
  switch (result.outcome) {
    case 'saved':
      return result.record;
    case 'changed':
      throw new StaleWorker(record.key, result.current);
    case 'document-taken':
      return move(work, record, {
        state: 'held',
        leaseUntil: null,
        reason: {
          code: 'document-taken',
          message: `The document belongs to another export (${result.key}) already.`,
          details: { otherKey: result.key, documents: { ...change.documents } },
        },
      });
  }
}

/**
 * Items that have our mark are never set free as they are; only a draft that replaces one has such items before it is
 * written. What was not sent, or is proved absent, is tried again; what was refused or is outdated restores them first.
 */
function keepMarked(work: Work, record: ExportRecord, change: Change): Change {
  const { state = record.state, reason } = change;
  if (isLive(state) || state === 'undone' || record.sources.every(({ mark }) => mark !== 'yes')) return change;
  if (state === 'released' || state === 'not-written') return { ...change, state: 'claimed', leaseUntil: null };
  const undo = { document: 'gone', removed: true, by: 'replace', note: reason?.message ?? state } as const;
  return { ...change, state: 'undoing', undo, ...plainLease(work) };
}

/** The lease and the send deadline of something that is about to be sent now. */
export function freshLease(work: Work): Required<Pick<Change, 'leaseUntil' | 'sendBefore' | 'quietFrom'>> {
  const leaseUntil = work.clock.now() + work.options.lease;
  const sendBefore = startBefore(work.options, leaseUntil);
  return { leaseUntil, sendBefore, quietFrom: sendBefore + work.options.maxServerDelay };
}

/**
 * The same for what rests on something that was read under the lease that `record` has: the lease is renewed, but the
 * send must start within the old one, or what was read is too old by then.
 */
export function renewedLease(work: Work, record: ExportRecord): ReturnType<typeof freshLease> {
  const sendBefore = sendDeadline(work, record);
  const quietFrom = Math.max(record.quietFrom ?? 0, sendBefore + work.options.maxServerDelay);
  return { ...freshLease(work), sendBefore, quietFrom };
}

/** Whether there is time to send what rests on something that was read under the lease of `record`. */
export function isInTime(work: Work, record: ExportRecord): boolean {
  return sendDeadline(work, record) > work.clock.now();
}

function sendDeadline(work: Work, record: ExportRecord): number {
  return startBefore(work.options, record.leaseUntil ?? 0);
}

/** A lease for work that sends nothing. */
export function plainLease(work: Work): Required<Pick<Change, 'leaseUntil'>> {
  return { leaseUntil: work.clock.now() + work.options.lease };
}

/** Whether another worker may be at it. */
export function isLeased(record: ExportRecord, now: number): boolean {
  return record.leaseUntil !== null && record.leaseUntil > now;
}

/** Takes a record up whose lease is over: one more attempt, a new lease. */
export function takeUp(work: Work, record: ExportRecord, change: Change = {}): Promise<ExportRecord> {
  return move(work, record, {
    reason: record.reason,
    ...plainLease(work),
    ...change,
    attempt: record.attempt + 1,
  });
}

/** What the driver is told about a record. */
export function requestFor(record: ExportRecord): DocumentRequest {
  return {
    key: record.key,
    payload: record.payload,
    mark: markOfGeneration(record.mark, record.generation),
    baseMark: record.mark,
    documents: record.documents,
    draftContent: record.draftContent,
    adopted: record.how === 'adopted' && !hadLostAnswer(record),
    conversionSent: record.history.some(({ to }) => to === 'converting'),
    since: record.createdAt,
  };
}

/** Whether a write of ours may have got through whose answer was never seen. */
function hadLostAnswer({ history }: ExportRecord): boolean {
  return history.some(({ from, to }) => from === 'writing' && to === 'in-doubt');
}

/**
 * Why nothing may be sent now: aborted, or the guard says so, or it could not tell. A guard that fails never throws out of
 * a run: the caller would not learn what was written before.
 */
export async function whyNot({ guard, signal }: Pick<ExportContext, 'guard' | 'signal'>): Promise<ExportReason | null> {
  const aborted = (): ExportReason | null => (signal?.aborted === true ? { code: 'aborted', message: 'The run was aborted.' } : null);
  const before = aborted();
  if (before) return before;
  const told = await attempt(() => guard(signal));
  if (told.ok) return told.value;
  const failure = failureOf(told.error, 'company-unread');
  return aborted() ?? { ...failure, message: `Which company the connection leads to could not be read: ${failure.message}` };
}
