import type { ExportedSource } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import { attempt } from './attempt.ts';
import { deliveryOf, stopsRun } from './delivery.ts';
import type { SourceChangeResult } from './export-source.ts';
import type { Work } from './work.ts';

/** A change of status that is to be sent for a batch of items of one kind. */
export interface StatusStep {
  readonly from: (item: ExportedSource) => string;
  readonly to: (item: ExportedSource) => string;
  readonly startBefore: number;
  readonly message: string;
}

/**
 * What is known of one item afterwards. `done`: set by this step. `already`: it had the wanted status, from whomever.
 * `other`: it was left alone, with why. Items of which nothing is known are absent.
 */
export interface StatusAnswer {
  readonly outcome: 'done' | 'already' | 'other';
  readonly note?: string | undefined;
}

/** What is known of a batch. */
export interface StatusAnswers {
  /** By item key. */
  readonly items: Map<string, StatusAnswer>;
  /** Whether something was sent whose answer was lost: it may still take effect late. */
  uncertain: boolean;
  error: unknown;
}

/**
 * Sends the change. A rejected batch is halved until the items that are refused stand alone. After an unknown answer the
 * items are read back, and those that still have the old status are sent once more. Never throws.
 */
export async function sendStatuses(
  work: Work,
  items: readonly ExportedSource[],
  step: StatusStep,
): Promise<StatusAnswers> {
  const answers: StatusAnswers = { items: new Map(), uncertain: false, error: null };
  await sendSome(work, items, step, answers, true);
  return answers;
}

async function sendSome(
  work: Work,
  items: readonly ExportedSource[],
  step: StatusStep,
  answers: StatusAnswers,
  mayRepeat: boolean,
): Promise<void> {
  const [first] = items;
  if (!first) return;
  const sent = await attempt(() =>
    work.context.source.setStatus({
      items: items.map((item) => ({ ref: item.ref, expected: step.from(item) })),
      to: step.to(first),
      message: step.message,
      startBefore: step.startBefore,
      signal: work.context.signal,
    }),
  );
  if (sent.ok) {
    note(items, sent.value, step, answers);
    return;
  }
  answers.error = sent.error;
  const delivery = deliveryOf(sent.error);
  if (delivery === 'unknown') {
    answers.uncertain = true;
    const unchanged = await readBack(work, items, step, answers);
    if (mayRepeat) await sendSome(work, unchanged, step, answers, false);
  } else if (delivery === 'answered' && !stopsRun(sent.error)) {
    await halve(work, items, step, answers, mayRepeat, sent.error);
  }
}

async function halve(
  work: Work,
  items: readonly ExportedSource[],
  step: StatusStep,
  answers: StatusAnswers,
  mayRepeat: boolean,
  error: unknown,
): Promise<void> {
  const [only, ...others] = items;
  if (only && others.length === 0) {
    const message = error instanceof Error ? error.message : 'refused';
    answers.items.set(itemKey(only.ref), { outcome: 'other', note: message });
    return;
  }
  const middle = Math.ceil(items.length / 2);
  await sendSome(work, items.slice(0, middle), step, answers, mayRepeat);
  await sendSome(work, items.slice(middle), step, answers, mayRepeat);
}

function note(
  items: readonly ExportedSource[],
  results: readonly SourceChangeResult[],
  step: StatusStep,
  answers: StatusAnswers,
): void {
  const byKey = new Map(results.map((result) => [itemKey(result.ref), result]));
  for (const item of items) {
    const result = byKey.get(itemKey(item.ref));
    if (result) answers.items.set(itemKey(item.ref), answerFor(item, result, step));
  }
}

function answerFor(item: ExportedSource, result: SourceChangeResult, step: StatusStep): StatusAnswer {
  switch (result.outcome) {
    case 'set':
      return { outcome: 'done' };
    case 'changed':
      return result.status === step.to(item)
        ? { outcome: 'already' }
        : { outcome: 'other', note: `found as ${result.status ?? 'something else'}` };
    case 'missing':
      return { outcome: 'other', note: 'not there any more' };
    case 'refused':
      return { outcome: 'other', note: result.message ?? 'refused' };
  }
}

/** Notes what can be seen, and answers the items that still have the old status. */
async function readBack(
  work: Work,
  items: readonly ExportedSource[],
  step: StatusStep,
  answers: StatusAnswers,
): Promise<ExportedSource[]> {
  const refs = items.map((item) => item.ref);
  const states = await attempt(() => work.context.source.read(refs, work.context.signal));
  if (!states.ok) return [];
  const statuses = new Map(states.value.map((state) => [itemKey(state.ref), state.status]));
  return items.filter((item) => {
    const status = statuses.get(itemKey(item.ref));
    if (status === step.from(item)) return true;
    const answer: StatusAnswer =
      status === step.to(item)
        ? { outcome: 'done' }
        : { outcome: 'other', note: status === undefined ? 'not there any more' : `found as ${status}` };
    answers.items.set(itemKey(item.ref), answer);
    return false;
  });
}
