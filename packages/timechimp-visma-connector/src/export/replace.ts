import type { ExportReason, ExportRecord, Replacement } from '../ports/export-record.ts';
import { isProvedAbsent, oneMoreAbsence } from './absence.ts';
import { attempt } from './attempt.ts';
import { readSources, staleness } from './check-sources.ts';
import { deliveryOf, failureOf } from './delivery.ts';
import type { FoundDocument } from './driver.ts';
import { adoptFound, type LookedUp, lookUp } from './find-documents.ts';
import { finish } from './finish.ts';
import { notYetAbsent } from './transition.ts';
import { isInTime, move, renewedLease, requestFor, takeUp, type Work } from './work.ts';
import { writeClaimed } from './write-claimed.ts';

/**
 * Goes on with the replacement of a draft: shown to be as we wrote it, deleted, confirmed gone, then written anew under
 * the next mark. Until the old draft is gone for certain, any doubt leaves the export as it was.
 */
export async function continueReplace(work: Work, record: ExportRecord): Promise<ExportRecord> {
  const { replacement } = record;
  if (!replacement) throw new TypeError('A replacement has a proposal.');
  const checked = await check(work, record, replacement, await lookAround(work, [record]));
  if ('failed' in checked) return park(work, record, checked.failed);
  if (checked.draft === null) {
    return replacement.sent ? afterAbsentDraft(work, record, replacement) : keepOld(work, record, draftGone);
  }
  if (isUnsettled(work, record)) return park(work, record, settling);
  if (checked.doubt) return keepOld(work, record, checked.doubt);
  // A freeze in between: what was read is too old to delete anything for.
  if (!isInTime(work, record)) return continueReplace(work, await takeUp(work, record));
  return removeOld(work, record, replacement);
}

/** Why the draft must not be replaced as it is now; null when nothing speaks against it. Changes nothing. */
export async function doubtOf(work: Work, record: ExportRecord, replacement: Replacement, seen: Surroundings): Promise<ExportReason | null> {
  const checked = await check(work, record, replacement, seen);
  if ('failed' in checked) return checked.failed;
  return checked.draft === null ? draftGone : checked.doubt;
}

interface Checked {
  /** The draft as it is; null when it is not there. */
  readonly draft: FoundDocument | null;
  /** Why it must not be replaced. */
  readonly doubt: ExportReason | null;
}

/** The items of some records, and every document in Visma that could be theirs, as they are now. */
export interface Surroundings {
  readonly states: Awaited<ReturnType<typeof readSources>>;
  readonly found: LookedUp;
}

/** Reads the items of all these records and looks their documents up, each in one go. */
export async function lookAround(work: Work, records: readonly ExportRecord[]): Promise<Surroundings> {
  return { states: await readSources(work, records), found: await lookUp(work, records, 'before-write') };
}

/** The draft is read last, so that as little as possible lies between that and its deletion. */
async function check(
  work: Work,
  record: ExportRecord,
  replacement: Replacement,
  { states, found }: Surroundings,
): Promise<Checked | { readonly failed: ExportReason }> {
  if (!states.ok) return { failed: failureOf(states.error, 'source-unreadable') };
  if (!found.ok) return { failed: failureOf(found.error, 'look-up-failed') };
  const draft = await attempt(() => work.driver.read(requestFor(record), { signal: work.context.signal }));
  if (!draft.ok) return { failed: failureOf(draft.error, 'not-compared') };
  const others = (found.value.get(record.key) ?? []).filter(({ documents }) => documents.draftId !== record.documents.draftId);
  const doubt =
    staleness(work, { ...record, sources: withHashes(record, replacement) }, states.value) ??
    (others.length > 0 ? severalMatches(others) : null) ??
    (draft.value ? editedSince(draft.value) : null);
  return { draft: draft.value, doubt };
}

async function removeOld(work: Work, record: ExportRecord, replacement: Replacement): Promise<ExportRecord> {
  const { draftId } = record.documents;
  const remove = work.driver.removeDraft?.bind(work.driver);
  if (!remove || draftId === undefined) throw new TypeError('Only a stored draft is ever replaced.');
  const { quietFrom } = record;
  const sending = await move(work, record, { ...renewedLease(work, record), replacement: { ...replacement, sent: true } });
  const startBefore = sending.sendBefore ?? 0;
  const removed = await attempt(() => remove(draftId, { startBefore, signal: work.context.signal }));
  if (!removed.ok) {
    const reason = failureOf(removed.error, 'not-removed');
    if (deliveryOf(removed.error) === 'unknown') return park(work, sending, reason);
    // An earlier try whose answer was lost may still be under way.
    if (replacement.sent) return park(work, { ...sending, quietFrom }, reason);
    return keepOld(work, { ...sending, quietFrom }, reason);
  }
  const answered = { ...sending, quietFrom };
  if (removed.value === 'missing') return afterAbsentDraft(work, answered, replacement);
  const left = await attempt(() => work.driver.read(requestFor(sending), { signal: work.context.signal }));
  if (!left.ok) return park(work, answered, failureOf(left.error, 'not-confirmed'));
  return left.value ? park(work, answered, notConfirmed) : writeNew(work, answered, replacement);
}

/** Not there, although we may have deleted it: a person may have made an invoice of it first. */
async function afterAbsentDraft(work: Work, record: ExportRecord, replacement: Replacement): Promise<ExportRecord> {
  const found = await lookUp(work, [record], 'draft-missing');
  if (!found.ok) return park(work, record, failureOf(found.error, 'look-up-failed'));
  const adopted = await adoptFound(work, { ...record, replacement: null }, found.value.get(record.key));
  if (adopted) {
    const finished = await finish(work, adopted, []);
    return finished.state === 'exported' ? move(work, finished, { reason: convertedMeanwhile }) : finished;
  }
  if (isProvedAbsent(work, record, found.askedAt, record.absent.firstAt)) return writeNew(work, record, replacement);
  return move(work, record, { absent: oneMoreAbsence(record, found.askedAt), leaseUntil: null, reason: settling });
}

/**
 * From here on the new proposal is what the export stands for. Its items stay held and marked. It is claimed without a
 * lease, so that its items are read and its document is looked for once more before it is written: the old draft may have
 * taken long to go.
 */
async function writeNew(work: Work, record: ExportRecord, replacement: Replacement): Promise<ExportRecord> {
  const { finish: ends, payload, payloadHash, by, note } = replacement;
  const claimed = await move(work, record, {
    state: 'claimed',
    leaseUntil: null,
    finish: ends,
    payload,
    payloadHash,
    sources: withHashes(record, replacement),
    generation: record.generation + 1,
    documents: {},
    draftContent: undefined,
    differences: [],
    absent: notYetAbsent,
    sendBefore: null,
    replacement: null,
    note: `${by}: replaced, ${note}`,
  });
  return writeClaimed(work, claimed);
}

function withHashes(record: ExportRecord, { hashes }: Replacement): ExportRecord['sources'] {
  return record.sources.map((item, index) => ({ ...item, hash: hashes[index] ?? item.hash }));
}

/** Nothing was changed: the old draft stands for the items as before. */
function keepOld(work: Work, record: ExportRecord, reason: ExportReason): Promise<ExportRecord> {
  return move(work, record, { state: 'exported', leaseUntil: null, replacement: null, absent: notYetAbsent, reason });
}

/** To be gone on with later, from the beginning. */
function park(work: Work, record: ExportRecord, reason: ExportReason): Promise<ExportRecord> {
  return move(work, record, { leaseUntil: null, reason });
}

function isUnsettled(work: Work, record: ExportRecord): boolean {
  return record.quietFrom !== null && work.clock.now() < record.quietFrom;
}

function severalMatches(others: readonly FoundDocument[]): ExportReason {
  const message = `Visma has ${others.length} other documents with the mark of this draft; nothing was replaced.`;
  return { code: 'several-matches', message, details: others.map((each) => ({ ...each.documents })) };
}

function editedSince({ mark, differences, edits }: FoundDocument): ExportReason | null {
  const changes = [...differences, ...(edits ?? [])];
  if (mark !== null && edits !== undefined && changes.length === 0) return null;
  const message = 'Somebody has worked on the draft, or it cannot be told: it was not replaced.';
  return { code: 'draft-edited', message, details: changes.map((each) => ({ ...each })) };
}

const draftGone = { code: 'draft-gone', message: 'The draft is gone, perhaps made an invoice; nothing was replaced.' };
const convertedMeanwhile = { code: 'converted-meanwhile', message: 'The draft was made an invoice meanwhile, which stands; nothing was replaced.' };
const settling = { code: 'settling', message: 'Whether the old draft is gone is looked up once more; the new one is written after that.' };
const notConfirmed = { code: 'not-confirmed', message: 'The old draft was deleted and is still shown; the new one waits.' };
