import type { ExportedSource, ExportReason, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';

const batchSize = 100;

/** The next items that `wanted` picks: of one kind and one target, at most 100. */
export function nextBatch(
  record: ExportRecord,
  wanted: (item: ExportedSource) => boolean,
  target: (item: ExportedSource) => string | null,
): ExportedSource[] {
  const open = record.sources.filter(wanted);
  const [first] = open;
  if (!first) return [];
  return open
    .filter((item) => item.ref.kind === first.ref.kind && target(item) === target(first))
    .slice(0, batchSize);
}

const named = 5;

/** The items that have this mark, in a reason: the sentence names the first of them, the details all. Null where none has. */
export function itemsWith(
  { sources }: ExportRecord,
  mark: ExportedSource['mark'],
  code: string,
  sentence: (items: string) => string,
): ExportReason | null {
  const left = sources.filter((item) => item.mark === mark);
  if (left.length === 0) return null;
  const some = left.slice(0, named).map(({ ref, note = 'left as it is' }) => `${itemKey(ref)} (${note})`);
  const rest = left.length > named ? ` and ${left.length - named} more` : '';
  const details = left.map(({ ref, note = '' }) => ({ kind: ref.kind, id: ref.id, note }));
  return { code, message: sentence(`${some.join(', ')}${rest}`), details };
}

/** The sources with new marks for the items of a batch. */
export function withMarks(
  record: ExportRecord,
  batch: readonly ExportedSource[],
  mark: (item: ExportedSource) => Pick<ExportedSource, 'mark' | 'note'>,
): ExportedSource[] {
  const refs = new Set(batch.map((item) => item.ref));
  return record.sources.map((item) => {
    if (!refs.has(item.ref)) return item;
    const { mark: now, note } = mark(item);
    const { note: _before, ...rest } = item;
    return { ...rest, mark: now, ...(note !== undefined && { note }) };
  });
}
