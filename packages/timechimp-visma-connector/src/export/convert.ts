import type { ExportRecord } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { deliveryOf, failureOf, stopsRun } from './delivery.ts';
import { StopRun } from './stale-worker.ts';
import type { Written } from './write-document.ts';
import { move, renewedLease, requestFor, type Work } from './work.ts';

/**
 * Converts the stored draft, and only that one. After an unknown answer the record stays `converting`: converting the
 * same draft again is harmless, because a draft can be converted once.
 */
export async function convertDraft(work: Work, stored: ExportRecord): Promise<Written> {
  const convert = work.driver.convert?.bind(work.driver);
  if (!convert) throw new TypeError(`The driver of ${work.driver.kind} makes drafts but cannot convert them.`);
  const record = await move(work, stored, { state: 'converting', ...renewedLease(work, stored) });
  const startBefore = record.sendBefore ?? 0;
  const result = await attempt(() => convert(requestFor(record), { startBefore, signal: work.context.signal }));
  if (result.ok) {
    const documents = { ...record.documents, ...result.value.documents };
    return {
      record: await move(work, record, { state: 'stored', documents, quietFrom: stored.quietFrom }),
      differences: result.value.differences,
    };
  }
  return { record: await afterFailure(work, record, result.error) };
}

async function afterFailure(work: Work, record: ExportRecord, error: unknown): Promise<ExportRecord> {
  const stops = stopsRun(error);
  if (deliveryOf(error) === 'unknown') {
    return move(work, record, { leaseUntil: null, reason: failureOf(error, 'outcome-unknown') });
  }
  if (deliveryOf(error) === 'answered' && !stops) return afterRefusal(work, record, error);
  const reason = failureOf(error, 'not-converted');
  const parked = await move(work, record, { state: 'stored', leaseUntil: null, reason });
  if (stops) throw new StopRun(parked, reason);
  return parked;
}

/** Refused: because it is converted already, perhaps by a person, or because Visma does not like it. */
async function afterRefusal(work: Work, record: ExportRecord, error: unknown): Promise<ExportRecord> {
  const draft = await attempt(() => work.driver.read(requestFor(record), { signal: work.context.signal }));
  const reason = failureOf(error, 'convert-refused');
  if (!draft.ok) return move(work, record, { leaseUntil: null, reason });
  if (!draft.value) return move(work, record, { state: 'stored', reason });
  return move(work, record, {
    state: 'held',
    leaseUntil: null,
    differences: draft.value.differences,
    reason,
  });
}
