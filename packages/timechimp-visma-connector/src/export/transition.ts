import {
  type ExportReason,
  type ExportRecord,
  type ExportState,
  isLive,
  type WatchedGeneration,
} from '../ports/export-record.ts';

const keptHistory = 100;

/** What a step changes. Fields that are absent stay as they are; the reason is dropped unless it is given. */
export interface Change
  extends Partial<
    Pick<
      ExportRecord,
      | 'leaseUntil'
      | 'sendBefore'
      | 'quietFrom'
      | 'absent'
      | 'documents'
      | 'differences'
      | 'sources'
      | 'attempt'
      | 'undo'
      | 'watch'
      | 'generation'
      | 'payment'
      | 'how'
      | 'draftContent'
      | 'finish'
      | 'payload'
      | 'payloadHash'
      | 'replacement'
    >
  > {
  readonly state?: ExportState | undefined;
  readonly reason?: ExportReason | null | undefined;
  /** A line for the history; a change of state is noted in any case. */
  readonly note?: string | undefined;
}

/** No look-up found nothing yet. */
export const notYetAbsent = { count: 0, firstAt: null } as const;

/** The record after a step. Pure; the version is the store's business. */
export function transition(record: ExportRecord, change: Change, now: number): ExportRecord {
  const { state = record.state, reason = null, note, ...fields } = change;
  const entry = { at: now, attempt: fields.attempt ?? record.attempt, from: record.state, to: state };
  const noted = state !== record.state || note !== undefined;
  return {
    ...record,
    ...fields,
    ...(!isLive(state) && { leaseUntil: null }),
    state,
    reason,
    watchUntil: lastWatch(fields.watch ?? record.watch),
    history: noted
      ? [...record.history, { ...entry, ...(note !== undefined && { note }) }].slice(-keptHistory)
      : record.history,
    updatedAt: now,
  };
}

/**
 * Gives up a generation whose write may still be under way: it is watched, and the next write carries another mark, so
 * that a late document can be told from the one that replaces it.
 */
export function closeGeneration(record: ExportRecord, now: number, watchFor: number): Pick<ExportRecord, 'generation' | 'watch'> {
  const closed = { generation: record.generation, closedAt: now, watchUntil: now + watchFor };
  const stillWatched = record.watch.filter((each) => each.watchUntil > now);
  return { generation: record.generation + 1, watch: [...stillWatched, closed] };
}

function lastWatch(watch: readonly WatchedGeneration[]): number | null {
  return watch.length === 0 ? null : Math.max(...watch.map((each) => each.watchUntil));
}
