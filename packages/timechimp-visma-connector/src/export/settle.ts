import type { Difference, ExportReason, ExportRecord, ExportState } from '../ports/export-record.ts';
import { attempt } from './attempt.ts';
import { createBatch } from './batch.ts';
import { failureOf } from './delivery.ts';
import type { SettleRequest } from './engine.ts';
import { finish, finishFound } from './finish.ts';
import { checkInDoubt, lookUp } from './find-documents.ts';
import { skipped } from './outcome.ts';
import type { ExportOutcome } from './report.ts';
import { continueUndo } from './undo.ts';
import { isLeased, requestFor, takeUp, whyNot, type Work } from './work.ts';

const settleable: readonly ExportState[] = ['in-doubt', 'stored', 'held', 'draft-missing'];

/** Carries out the operator's decision about one export. */
export async function settleExport(work: Work, request: SettleRequest): Promise<ExportOutcome> {
  const { key } = request;
  const [record] = await work.store.get(work.context.scope, [key]);
  if (!record) return skipped(key, { code: 'unknown', message: 'There is no such export.' });
  if (isLeased(record, work.clock.now())) {
    return skipped(key, { code: 'busy', message: 'Another worker is at this export.' }, record);
  }
  if (!settleable.includes(record.state)) {
    const message = `An export that is ${record.state} needs no decision.`;
    return skipped(key, { code: 'not-open', message }, record);
  }
  const why = await whyNot(work.context);
  if (why) return skipped(key, why, record);
  const given = await readGiven(work, request, record);
  if (given.reason) return skipped(key, given.reason, record);
  const outcomes: ExportOutcome[] = [];
  const batch = createBatch([record], (outcome) => outcomes.push(outcome));
  await batch.each((open) => decide(work, request, open, given.differences));
  return outcomes[0] ?? skipped(key, { code: 'unknown', message: 'Nothing came of it.' }, record);
}

/**
 * The documents that the operator names are read: an id that Visma does not know is refused, and what differs from the plan
 * is kept, because a document that differs cannot be recognised by its content later.
 */
async function readGiven(
  work: Work,
  { as, documents }: SettleRequest,
  record: ExportRecord,
): Promise<{ readonly differences: readonly Difference[]; readonly reason?: ExportReason }> {
  if (as !== 'exported' || documents === undefined) return { differences: record.differences };
  const named = requestFor({ ...record, documents: { ...record.documents, ...documents }, how: 'adopted' });
  const read = await attempt(() => work.driver.read(named, { signal: work.context.signal }));
  if (!read.ok) return { differences: [], reason: failureOf(read.error, 'not-compared') };
  if (read.value) return { differences: read.value.differences };
  // A voucher made by hand has no ledger item, and cannot be compared.
  if (record.kind === 'sales-entry' && named.documents.ledgerItemId === undefined) return { differences: [] };
  return { differences: [], reason: { code: 'no-such-document', message: 'Visma does not know the document that was named.', details: { ...documents } } };
}

async function decide(
  work: Work,
  request: SettleRequest,
  record: ExportRecord,
  differences: readonly Difference[],
): Promise<ExportRecord> {
  const note = `${request.by}: ${request.as}, ${request.note}`;
  switch (request.as) {
    case 'recheck':
      return recheck(work, record, note);
    case 'exported': {
      const documents = { ...record.documents, ...request.documents };
      const how = request.documents === undefined ? record.how : 'adopted';
      const change = { state: 'written', documents, differences, note, ...(how !== undefined && { how }) } as const;
      return finish(work, await takeUp(work, record, change));
    }
    case 'not-exported': {
      const undo = { document: 'gone', removed: false, by: request.by, note: request.note } as const;
      return continueUndo(work, await takeUp(work, record, { state: 'undoing', undo, note }));
    }
  }
}

/** Compares the stored document again, or looks for it when none is stored. */
async function recheck(work: Work, record: ExportRecord, note: string): Promise<ExportRecord> {
  const hasDocument = Object.values(record.documents).some((id: unknown) => id !== undefined);
  if (hasDocument) return finish(work, await takeUp(work, record, { state: 'stored', note }));
  const held = await takeUp(work, record, { state: 'in-doubt', note });
  const found = await lookUp(work, [held], 'after-unknown');
  return finishFound(work, await checkInDoubt(work, held, found));
}
