import type { FakeEntry } from './records.ts';
import type { FakeState } from './state.ts';
import { Refusal } from './wire.ts';

/** The collections whose entries have a status. */
export type FakeCollection = 'times' | 'expenses' | 'mileages';

/** A change of status as either API asks for it. */
export interface FakeStatusBatch {
  readonly collection: FakeCollection;
  readonly field: 'status' | 'clientStatus';
  readonly ids: readonly number[];
  readonly to: string;
  readonly message: string | null;
}

const known = new Set(['Open', 'PendingApproval', 'Approved', 'Invoiced', 'WrittenOff', 'Rejected']);

/** Carries a batch out. TimeChimp compares nothing: whatever the status was, it is set. `limit` is for half-applied batches. */
export function changeStatuses(state: FakeState, batch: FakeStatusBatch, limit = Infinity): void {
  if (batch.ids.length > 100) throw new Refusal(400, 'A maximum of 100 entries is allowed.');
  if (!known.has(batch.to)) throw new Refusal(400, `The status ${batch.to} does not exist.`);
  const refused = batch.ids.filter(
    (id) => !state[batch.collection].has(id) || state.behaviour.locked.includes(`${batch.collection}/${id}`),
  );
  if (refused.length > 0 && state.behaviour.batches === 'all-or-nothing') throw new Refusal(400, `Entries cannot be changed: ${refused.join(', ')}`);
  for (const id of batch.ids.slice(0, limit)) if (!refused.includes(id)) setOne(state, batch, id);
  if (refused.length > 0) throw new Refusal(400, `Entries cannot be changed: ${refused.join(', ')}`);
}

function setOne(state: FakeState, { collection, field, to, message }: FakeStatusBatch, id: number): void {
  const table = state[collection] as Map<number, FakeEntry>;
  const entry = table.get(id);
  if (!entry) return;
  table.set(id, { ...entry, [field]: to });
  state.history.push({ entry: `${collection}/${id}`, from: entry[field] ?? 'Open', to, message, at: state.clock.now() });
}
