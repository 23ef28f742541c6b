import type { ExportRecord } from '../ports/export-record.ts';
import { isProvedAbsent, oneMoreAbsence } from './absence.ts';
import { attempt, type Attempt } from './attempt.ts';
import type { FoundDocument, LookUpPurpose } from './driver.ts';
import { failureOf } from './delivery.ts';
import { judge } from './judge.ts';
import { closeGeneration, notYetAbsent } from './transition.ts';
import { move, requestFor, type Work } from './work.ts';

/** What a look-up found, by key, or why it failed; and when it was asked, because that is how old the answer is. */
export type LookedUp = Attempt<ReadonlyMap<string, readonly FoundDocument[]>> & { readonly askedAt: number };

/** One look-up for many records; an error is a value. */
export async function lookUp(
  work: Work,
  records: readonly ExportRecord[],
  purpose: LookUpPurpose,
): Promise<LookedUp> {
  const askedAt = work.clock.now();
  const found = await attempt(() =>
    work.driver.lookUp(records.map(requestFor), purpose, { signal: work.context.signal }),
  );
  return { ...found, askedAt };
}

/**
 * Adopts what was found, or stops at it; null when nothing was found. The ids of what it stopped at are in the reason alone:
 * a mark is copied with a draft, and what is stored as ours may be deleted or voided.
 */
export async function adoptFound(
  work: Work,
  record: ExportRecord,
  found: readonly FoundDocument[] | undefined,
): Promise<ExportRecord | null> {
  const judgement = judge(found);
  switch (judgement.kind) {
    case 'none':
      return null;
    case 'adopt':
      return move(work, record, {
        state: 'stored',
        how: 'adopted',
        documents: { ...record.documents, ...judgement.document.documents },
        differences: [],
        absent: notYetAbsent,
        note: `adopted by ${judgement.document.evidence}`,
      });
    case 'stop':
      return move(work, record, {
        state: 'held',
        leaseUntil: null,
        differences: judgement.document?.differences ?? [],
        reason: judgement.reason,
      });
  }
}

/**
 * Before the first write of a claimed record: is it there already? A record that was found comes back `stored` or `held`.
 * When Visma could not be asked, it is given up: nothing was sent yet.
 */
export async function checkBeforeWrite(work: Work, record: ExportRecord, found: LookedUp): Promise<ExportRecord> {
  if (!found.ok) {
    return move(work, record, { state: 'released', reason: failureOf(found.error, 'look-up-failed') });
  }
  return (await adoptFound(work, record, found.value.get(record.key))) ?? record;
}

/**
 * After a write whose outcome is unknown: found, it goes on; not found, it stays in doubt until a second look-up, made
 * when nothing can arrive any more, finds nothing either. Then the items are free and the generation is watched.
 */
export async function checkInDoubt(work: Work, record: ExportRecord, found: LookedUp): Promise<ExportRecord> {
  if (!found.ok) {
    return move(work, record, { leaseUntil: null, reason: failureOf(found.error, 'look-up-failed') });
  }
  const adopted = await adoptFound(work, record, found.value.get(record.key));
  if (adopted) return adopted;
  const absent = oneMoreAbsence(record, found.askedAt);
  if (!isProvedAbsent(work, record, found.askedAt)) {
    return move(work, record, { absent, leaseUntil: null, reason: record.reason });
  }
  return move(work, record, {
    state: 'not-written',
    absent,
    ...closeGeneration(record, work.clock.now(), work.options.watch),
    reason: { code: 'not-written', message: 'Two look-ups found nothing: the write did not get through.' },
  });
}
