import type { Difference, ExportRecord } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { convertDraft } from './convert.ts';
import { failureOf } from './delivery.ts';
import { lookUp } from './find-documents.ts';
import { markSources } from './mark-sources.ts';
import { afterMissing } from './missing-draft.ts';
import { notYetAbsent } from './transition.ts';
import { move, plainLease, requestFor, type Work } from './work.ts';

/**
 * Brings a record whose document's id is stored to its end: compare, hold or convert, compare again, mark the source.
 * `known` are differences that an answer has shown already; otherwise the document is read. Resumes wherever it stopped;
 * records in other states come back as they are.
 */
export async function finish(
  work: Work,
  record: ExportRecord,
  known?: readonly Difference[],
): Promise<ExportRecord> {
  if (record.state === 'written') return markSources(work, record);
  if (record.state !== 'stored' || record.leaseUntil === null) return record;
  return known ? afterCompare(work, record, known) : compare(work, record);
}

/** Goes on with what a look-up found. It compared everything, except of what cannot be taken back: that is read whole. */
export function finishFound(work: Work, record: ExportRecord): Promise<ExportRecord> {
  return finish(work, record, work.driver.lookAgainAfterWrite ? undefined : []);
}

/** Whether the record has its final document. */
export function isFinal(record: ExportRecord): boolean {
  const { invoiceId, ledgerItemId, voucherId, customerId } = record.documents;
  return [invoiceId, ledgerItemId, voucherId, customerId].some((id) => id !== undefined);
}

async function compare(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const found = await attempt(() => work.driver.read(requestFor(record), { signal: work.context.signal }));
  if (!found.ok) {
    return move(work, record, { leaseUntil: null, reason: failureOf(found.error, 'not-compared') });
  }
  if (found.value) return afterCompare(work, record, found.value.differences);
  const missing = await afterMissing(work, record);
  return missing.adopted ? finish(work, missing.record, []) : missing.record;
}

async function afterCompare(
  work: Work,
  record: ExportRecord,
  differences: readonly Difference[],
): Promise<ExportRecord> {
  if (differences.length > 0) {
    return move(work, record, {
      state: 'held',
      leaseUntil: null,
      differences,
      reason: { code: 'differs', message: `Visma's figures differ from the proposal in ${differences.length} places.` },
    });
  }
  if (isFinal(record)) return afterFinal(work, record);
  if (record.finish === 'draft') return toWritten(work, record);
  const converted = await convertDraft(work, record);
  return finish(work, converted.record, converted.differences);
}

/** What cannot be taken back is looked for once more: a second one is an alarm. */
async function afterFinal(work: Work, record: ExportRecord): Promise<ExportRecord> {
  if (!work.driver.lookAgainAfterWrite) return toWritten(work, record);
  const found = await lookUp(work, [record], 'after-booking');
  if (!found.ok) {
    return move(work, record, { leaseUntil: null, reason: failureOf(found.error, 'not-compared') });
  }
  const documents = found.value.get(record.key) ?? [];
  if (documents.length <= 1) return toWritten(work, record);
  const message = `It is booked ${documents.length} times in Visma.`;
  work.alarms.push({ key: record.key, code: 'booked-twice', message });
  const details = documents.map((each) => ({ ...each.documents }));
  const reason = { code: 'booked-twice', message, details };
  return move(work, record, { state: 'held', leaseUntil: null, reason });
}

async function toWritten(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const change = { state: 'written', ...plainLease(work), differences: [], absent: notYetAbsent } as const;
  return markSources(work, await move(work, record, change));
}
