import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { attempt, type Attempt } from './attempt.ts';
import { failureOf } from './delivery.ts';
import type { SourceState } from './export-source.ts';
import { move, type Work } from './work.ts';

const readAtOnce = 1000;

/** The items of some records as they are now, by item key. */
export type SourceStates = ReadonlyMap<string, SourceState>;

/** Reads the items of all these records again, together. */
export function readSources(work: Work, records: readonly ExportRecord[]): Promise<Attempt<SourceStates>> {
  return attempt(async () => {
    const refs = records.flatMap((record) => record.sources.map((source) => source.ref));
    const found = new Map<string, SourceState>();
    for (let start = 0; start < refs.length; start += readAtOnce) {
      const states = await work.context.source.read(refs.slice(start, start + readAtOnce), work.context.signal);
      for (const state of states) found.set(itemKey(state.ref), state);
    }
    return found;
  });
}

/**
 * Checks a claimed record against its items as they were read again. Changed ones make it `stale`; when they could not
 * be read, it is given up: nothing was sent yet.
 */
export async function checkSources(
  work: Work,
  record: ExportRecord,
  states: Attempt<SourceStates>,
): Promise<ExportRecord> {
  if (!states.ok) {
    return move(work, record, { state: 'released', reason: failureOf(states.error, 'source-unreadable') });
  }
  const reason = staleness(work, record, states.value);
  return reason ? move(work, record, { state: 'stale', reason }) : record;
}

/**
 * What changed at the source: an item that is gone, was noted as not to be exported, has another content, or another
 * status on either track than the recorded one. Items of an export that replaces a draft of ours have our mark already.
 */
export function staleness(work: Work, record: ExportRecord, states: SourceStates): ExportReason | null {
  const changes = record.sources.flatMap(({ ref, previousStatus, otherStatus, hash, mark }) => {
    const now = states.get(itemKey(ref));
    const expected = mark === 'yes' ? (work.context.source.markedStatus(ref.kind) ?? previousStatus) : previousStatus;
    if (!now) return [{ ...ref, change: 'gone' }];
    if (now.noted !== undefined) return [{ ...ref, change: `noted as ${now.noted}` }];
    if (now.status !== expected) return [{ ...ref, change: `status ${expected} -> ${now.status}` }];
    if (mark === 'no' && now.otherStatus !== otherStatus) {
      return [{ ...ref, change: `status on the other track ${otherStatus ?? '(none)'} -> ${now.otherStatus ?? '(none)'}` }];
    }
    return now.hash === hash ? [] : [{ ...ref, change: 'content' }];
  });
  if (changes.length === 0) return null;
  const message = `${changes.length} of the items changed since the preview.`;
  return { code: 'source-changed', message, details: changes };
}
