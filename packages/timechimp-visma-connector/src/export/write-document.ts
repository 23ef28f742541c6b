import type { ExportRecord } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { deliveryOf, failureOf, isConflict, stopsRun } from './delivery.ts';
import { adoptFound, lookUp } from './find-documents.ts';
import { StopRun } from './stale-worker.ts';
import { notYetAbsent } from './transition.ts';
import { move, renewedLease, requestFor, type Work } from './work.ts';

/** What a write led to; `differences` when its answer could be compared at once. */
export interface Written {
  readonly record: ExportRecord;
  readonly differences?: ExportRecord['differences'] | undefined;
}

/**
 * Writes the document of a claimed record: renews the lease by compare-and-set, sends within it, stores the id by
 * compare-and-set. Not sent: given up. Answered: rejected. Anything else: in doubt, never sent again unproved.
 */
export async function writeDocument(work: Work, claimed: ExportRecord): Promise<Written> {
  const record = await move(work, claimed, { state: 'writing', ...renewedLease(work, claimed), absent: notYetAbsent });
  const startBefore = record.sendBefore ?? 0;
  const result = await attempt(() =>
    work.driver.write(requestFor(record), { startBefore, signal: work.context.signal }),
  );
  // Once the answer is there, nothing is under way any more, except what was before.
  const { quietFrom } = claimed;
  if (!result.ok) return { record: await afterFailure(work, record, result.error, quietFrom) };
  if (work.canary) work.canary.written = true;
  const { documents, differences, draftContent } = result.value;
  const stored = { state: 'stored', how: 'written', documents: { ...record.documents, ...documents }, draftContent, quietFrom } as const;
  return { record: await move(work, record, stored), differences };
}

async function afterFailure(
  work: Work,
  record: ExportRecord,
  error: unknown,
  quietFrom: number | null,
): Promise<ExportRecord> {
  const delivery = deliveryOf(error);
  if (delivery === 'unknown') {
    return move(work, record, {
      state: 'in-doubt',
      leaseUntil: null,
      reason: failureOf(error, 'outcome-unknown'),
    });
  }
  if (delivery === 'answered' && isConflict(error)) return afterConflict(work, record, error);
  const reason = failureOf(error, delivery === 'answered' ? 'refused' : 'not-sent');
  const nothingSent = { sendBefore: null, quietFrom };
  const stops = stopsRun(error);
  const state = delivery === 'answered' && !stops ? 'rejected' : 'released';
  const freed = await move(work, record, { state, ...nothingSent, reason });
  if (stops) throw new StopRun(freed, reason);
  return freed;
}

/** "There is one already": perhaps ours. */
async function afterConflict(work: Work, record: ExportRecord, error: unknown): Promise<ExportRecord> {
  const found = await lookUp(work, [record], 'after-unknown');
  const reason = failureOf(error, 'conflict');
  if (!found.ok) return move(work, record, { state: 'in-doubt', leaseUntil: null, reason });
  const adopted = await adoptFound(work, record, found.value.get(record.key));
  return adopted ?? (await move(work, record, { state: 'rejected', reason }));
}
