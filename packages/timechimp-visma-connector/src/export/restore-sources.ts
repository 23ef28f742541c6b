import type { ExportedSource, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { failureOf } from './delivery.ts';
import { sendStatuses } from './send-statuses.ts';
import { nextBatch, withMarks } from './source-marks.ts';
import { freshLease, move, type Work } from './work.ts';

/**
 * Gives the items that we marked their recorded status back, only where they still have our mark. Waits (parked, with
 * the reason `settling`) while something that was sent before may still take effect: a late mark would otherwise hide an
 * item that is free. Answers the record without open items, or parked.
 */
export async function restoreSources(
  work: Work,
  undoing: ExportRecord,
): Promise<{ readonly record: ExportRecord; readonly done: boolean }> {
  const marked = (item: ExportedSource): string => work.context.source.markedStatus(item.ref.kind) ?? '';
  const open = ({ mark }: ExportedSource): boolean => mark === 'sent' || mark === 'yes' || mark === 'restoring';
  let record = undoing;
  if (isUnsettled(work, record)) return { record: await parkUntilQuiet(work, record), done: false };
  for (;;) {
    const batch = nextBatch(record, open, (item) => item.previousStatus);
    if (batch.length === 0) return { record, done: true };
    const { quietFrom } = record;
    const announced = withMarks(record, batch, () => ({ mark: 'restoring' }));
    record = await move(work, record, { ...freshLease(work), sources: announced });
    const refs = new Set(batch.map((item) => itemKey(item.ref)));
    const items = record.sources.filter((item) => refs.has(itemKey(item.ref)));
    const answers = await sendStatuses(work, items, {
      from: marked,
      to: (item) => item.previousStatus,
      startBefore: record.sendBefore ?? 0,
      message: record.mark,
    });
    const sources = withMarks(record, items, (item) => {
      const answer = answers.items.get(itemKey(item.ref));
      if (answers.uncertain || !answer) return { mark: 'restoring' };
      return answer.outcome === 'other' ? { mark: 'not-restored', note: answer.note } : { mark: 'restored' };
    });
    if (answers.uncertain) {
      record = await move(work, record, { sources });
      return { record: await parkUntilQuiet(work, record), done: false };
    }
    if (answers.items.size < items.length) {
      const reason = failureOf(answers.error, 'source-not-restored');
      return { record: await move(work, record, { sources, leaseUntil: null, reason, quietFrom }), done: false };
    }
    record = await move(work, record, { sources, quietFrom });
  }
}

function isUnsettled(work: Work, record: ExportRecord): boolean {
  return record.quietFrom !== null && work.clock.now() < record.quietFrom;
}

function parkUntilQuiet(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const reason = {
    code: 'settling',
    message: 'Something that was sent earlier may still take effect; the items are freed after that.',
    details: { from: record.quietFrom },
  };
  return move(work, record, { leaseUntil: null, reason });
}
