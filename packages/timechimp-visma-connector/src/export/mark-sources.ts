import type { ExportedSource, ExportReason, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { failureOf } from './delivery.ts';
import { sendStatuses, type StatusAnswers } from './send-statuses.ts';
import { itemsWith, nextBatch, withMarks } from './source-marks.ts';
import { freshLease, move, type Work } from './work.ts';

/**
 * Marks the items of a written record at the source, in batches of one kind and at most 100: what is about to be sent is
 * stored first, then sent, then stored per item. Items that are not in the recorded status, or are refused, are left alone:
 * they are the reason beside `exported`, and an alarm. Repeatable: it goes on where it stopped, and `exported` is reached
 * when nothing is open any more.
 */
export async function markSources(work: Work, written: ExportRecord): Promise<ExportRecord> {
  const target = (item: ExportedSource): string | null => work.context.source.markedStatus(item.ref.kind);
  const open = (item: ExportedSource): boolean =>
    target(item) !== null && (item.mark === 'no' || item.mark === 'sent');
  let record = written;
  for (;;) {
    const batch = nextBatch(record, open, target);
    if (batch.length === 0) return toExported(work, record);
    const { quietFrom } = record;
    const sentBefore = new Set(batch.filter((item) => item.mark === 'sent').map((item) => itemKey(item.ref)));
    const announced = withMarks(record, batch, () => ({ mark: 'sent' }));
    record = await move(work, record, { ...freshLease(work), sources: announced });
    const refs = new Set(batch.map((item) => itemKey(item.ref)));
    const items = record.sources.filter((item) => refs.has(itemKey(item.ref)));
    const answers = await sendStatuses(work, items, {
      from: (item) => item.previousStatus,
      to: (item) => target(item) ?? '',
      startBefore: record.sendBefore ?? 0,
      message: record.mark,
    });
    const sources = withMarks(record, items, (item) => markAfter(item, answers, sentBefore));
    const settled = answers.uncertain ? {} : { quietFrom };
    if (answers.items.size < items.length) {
      const reason = failureOf(answers.error, 'source-not-marked');
      return move(work, record, { sources, leaseUntil: null, reason, ...settled });
    }
    record = await move(work, record, { sources, ...settled });
  }
}

async function toExported(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const reason = notMarked(record);
  const exported = await move(work, record, { state: 'exported', leaseUntil: null, reason });
  if (reason) work.alarms.push({ key: record.key, code: reason.code, message: reason.message });
  return exported;
}

/** The items that the document bills and that do not have our mark: what bills them elsewhere is for a person to find out. */
function notMarked(record: ExportRecord): ExportReason | null {
  return itemsWith(record, 'other', 'items-not-marked', (items) =>
    `Not marked at the source, because somebody was first or it was refused: ${items}. Look whether they are billed twice.`,
  );
}

function markAfter(
  item: ExportedSource,
  answers: StatusAnswers,
  sentBefore: ReadonlySet<string>,
): Pick<ExportedSource, 'mark' | 'note'> {
  const answer = answers.items.get(itemKey(item.ref));
  if (!answer) return { mark: 'sent' };
  if (answer.outcome === 'done') return { mark: 'yes' };
  if (answer.outcome === 'other') return { mark: 'other', note: answer.note };
  const mayBeOurs = answers.uncertain || sentBefore.has(itemKey(item.ref));
  return mayBeOurs ? { mark: 'yes' } : { mark: 'other', note: 'marked by someone else' };
}
