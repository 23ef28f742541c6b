import type { ExportedSource, ExportRecord } from '../ports/export-record.ts';

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
