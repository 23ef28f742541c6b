import type { EntryStatus } from '@x/billing-core';
import { itemKey } from '../../ports/item-ref.ts';
import type { StatusChange, StatusResult } from '../../ports/work-store.ts';
import { type Account, v1Of } from '../account.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { entrySchema } from '../schemas/entry.ts';
import { TimeChimpError } from '../timechimp-error.ts';
import { statusNumber, statusOf } from '../values/status.ts';
import type { EntryKind } from './items.ts';
import { listOf } from './work-items.ts';

type Item = StatusChange['items'][number];
type Statuses = ReadonlyMap<string, EntryStatus | undefined>;

/**
 * Changes the status of at most 100 items of one kind. The API changes whatever it is told, so the statuses are read
 * directly before and only items with the expected one are sent: between the two requests somebody may still change one,
 * which is why the store declares `atomicStatus: false`. Afterwards the statuses are read back (option `confirmStatus`),
 * and each item is acknowledged by what is there.
 *
 * - The answer was lost, and all items have the new status: done. Otherwise the error is thrown with `delivery: 'unknown'`: it may
 *   still take effect.
 * - The change was refused and nothing changed: thrown with `delivery: 'answered'`, the caller splits. It was refused and carried out
 *   for some: the rest is halved here, because the caller is told that nothing was changed by a refusal.
 */
export async function setStatus(account: Account, change: StatusChange): Promise<readonly StatusResult[]> {
  const kinds = new Set(change.items.map(({ ref }) => ref.kind));
  if (change.items.length > 100 || kinds.size > 1) {
    throw new RangeError('A change of status takes at most 100 items of one kind.');
  }
  // Nothing at all is sent after the time, so that a worker that was frozen costs no requests either.
  if (account.clock.now() > change.startBefore) throw late();
  const [kind] = kinds;
  if (kind !== 'time' && kind !== 'expense' && kind !== 'mileage') {
    return change.items.map(({ ref }) => ({ ref, outcome: 'refused', message: 'Items of this kind have no status in TimeChimp.' }));
  }
  const results = await changeSome({ account, kind, change, partly: false }, change.items);
  return change.items.flatMap(({ ref }) => results.get(itemKey(ref)) ?? []);
}

/** Refusals that concern the caller and not the batch: nothing was carried out, and reading would be refused as well. */
const refusesAll: ReadonlySet<string> = new Set(['authentication', 'permission', 'rate-limit']);

interface Step {
  readonly account: Account;
  readonly kind: EntryKind;
  readonly change: StatusChange;
  /** Whether a part of the change was carried out already: then no error may say that nothing was. */
  readonly partly: boolean;
}

async function changeSome(step: Step, items: readonly Item[]): Promise<Map<string, StatusResult>> {
  const before = await statuses(step, items);
  const results = new Map<string, StatusResult>();
  const ready = items.filter((item) => {
    const status = before.get(item.ref.id);
    if (status === item.expected) return true;
    results.set(itemKey(item.ref), status === undefined ? { ref: item.ref, outcome: 'missing' } : { ref: item.ref, outcome: 'changed', status });
    return false;
  });
  if (ready.length === 0) return results;
  const failure = await send(step, ready);
  const rest = await judge(step, ready, failure, results);
  const middle = Math.ceil(rest.length / 2);
  for (const half of [rest.slice(0, middle), rest.slice(middle)]) {
    if (half.length > 0) for (const [key, result] of await changeHalf(step, half)) results.set(key, result);
  }
  return results;
}

async function changeHalf(step: Step, items: readonly Item[]): Promise<Map<string, StatusResult>> {
  try {
    return await changeSome({ ...step, partly: true }, items);
  } catch (error) {
    if (!(error instanceof TimeChimpError) || error.delivery === 'unknown') throw error;
    const { code, message, operation, status, retryAfterMs } = error;
    const note = `${message} A part of the entries was changed before.`;
    throw new TimeChimpError(code, note, { delivery: 'unknown', operation, status, retryAfterMs });
  }
}

/** Notes what became of the items that were sent; answers those that are to be tried again in halves. */
async function judge(
  step: Step,
  ready: readonly Item[],
  failure: TimeChimpError | undefined,
  results: Map<string, StatusResult>,
): Promise<readonly Item[]> {
  const { to } = step.change;
  if (failure === undefined && step.account.options.confirmStatus === 'after-failure') {
    for (const { ref } of ready) results.set(itemKey(ref), { ref, outcome: 'set', status: to });
    return [];
  }
  if (failure !== undefined && (failure.delivery === 'not-sent' || refusesAll.has(failure.code))) throw failure;
  const after = await readBack(step, ready, failure);
  const moved = (item: Item): boolean => after.get(item.ref.id) === to;
  if (failure?.delivery === 'unknown' && !ready.every(moved)) throw failure;
  if (failure?.delivery === 'answered' && !step.partly && !ready.some(moved)) throw failure;
  const rest = failure === undefined ? [] : ready.filter((item) => after.get(item.ref.id) === item.expected && !moved(item));
  for (const item of ready) {
    if (!rest.includes(item)) results.set(itemKey(item.ref), outcomeOf(item, after.get(item.ref.id), to));
  }
  if (ready.length > 1) return rest;
  for (const { ref, expected } of rest) {
    results.set(itemKey(ref), { ref, outcome: 'refused', status: expected, message: failure?.message ?? 'refused' });
  }
  return [];
}

function outcomeOf({ ref, expected }: Item, status: EntryStatus | undefined, to: EntryStatus): StatusResult {
  if (status === to) return { ref, outcome: 'set', status };
  if (status === undefined) return { ref, outcome: 'missing' };
  if (status !== expected) return { ref, outcome: 'changed', status };
  return { ref, outcome: 'refused', status, message: 'TimeChimp accepted the change, but the entry still has its old status.' };
}

/** The statuses after a change. When they cannot be read, what is known of the change itself decides. */
async function readBack(step: Step, items: readonly Item[], failure: TimeChimpError | undefined): Promise<Statuses> {
  try {
    return await statuses(step, items);
  } catch (error) {
    if (failure?.delivery === 'unknown') throw failure;
    const { operation, status } = failure ?? {};
    const message = `${operation ?? 'The change of status'} could not be confirmed: the statuses could not be read afterwards.`;
    throw new TimeChimpError('outcome-unknown', message, { delivery: 'unknown', operation, status, cause: error });
  }
}

async function statuses({ account, kind, change }: Step, items: readonly Item[]): Promise<Statuses> {
  const { path } = listOf(kind, account);
  const rows = await readByIds(account.v2, account, { path }, items.map(({ ref }) => ref.id), change.signal);
  return new Map(
    rows.map((row) => {
      const { data } = entrySchema().safeParse(row);
      const status = account.options.statusTrack === 'client' ? data?.clientStatus : data?.status;
      return [String(row.id), statusOf(status)] as const;
    }),
  );
}

async function send(step: Step, items: readonly Item[]): Promise<TimeChimpError | undefined> {
  try {
    await (step.account.options.statusVia === 'v1' ? sendV1(step, items) : sendV2(step, items));
    return undefined;
  } catch (error) {
    if (error instanceof TimeChimpError) return error;
    throw error;
  }
}

const collections: Readonly<Record<EntryKind, string>> = { time: 'times', expense: 'expenses', mileage: 'mileages' };
const v1Collections: Readonly<Record<EntryKind, string>> = { time: 'time', expense: 'expenses', mileage: 'mileage' };

async function sendV2({ account, kind, change }: Step, items: readonly Item[]): Promise<void> {
  const client = account.options.statusTrack === 'client';
  const path = `${listOf(kind, account).path}/${client ? 'clientStatus' : 'status'}`;
  const body = {
    [client ? 'clientStatus' : 'status']: change.to,
    ...(change.message !== undefined && { message: change.message }),
    [collections[kind]]: items.map(({ ref }) => ({ id: Number(ref.id) })),
  };
  const { signal, startBefore } = change;
  await account.v2.send({ method: 'PUT', path, operation: `PUT ${path}`, body, signal, startBefore });
}

async function sendV1({ account, kind, change }: Step, items: readonly Item[]): Promise<void> {
  const spelling = account.options.v1StatusPath;
  const action = account.options.statusTrack === 'client' ? spelling.replace('intern', 'extern') : spelling;
  const path = `/${v1Collections[kind]}/${action}`;
  const body = {
    registrationIds: items.map(({ ref }) => Number(ref.id)),
    status: statusNumber(change.to),
    ...(change.message !== undefined && { message: change.message }),
  };
  const { signal, startBefore } = change;
  const api = v1Of(account, 'Statuses with the option statusVia "v1"');
  await api.send({ method: 'POST', path, operation: `POST ${path}`, body, signal, startBefore });
}

function late(): TimeChimpError {
  return new TimeChimpError('deadline', 'The change of status was not started: its time was over.', { delivery: 'not-sent' });
}
