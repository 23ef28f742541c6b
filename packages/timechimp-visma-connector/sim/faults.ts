import type { FakeVisma } from '@x/visma-eaccounting/testing';
import type { Hits } from './hits.ts';
import type { Random } from './random.ts';

const minute = 60_000;

/** How long Visma takes at most, in the simulation as in the options. */
export const maxServerDelay = 15 * minute;

type Fault = Parameters<FakeVisma['faults']['next']>[1];

/** What may happen to a write, with the name it is counted under. */
function writeFaults(random: Random): readonly (readonly [string, Fault])[] {
  const afterMs = random.int(1, maxServerDelay - minute);
  const seen = random.pick(['reset', 'gateway'] as const) ?? 'reset';
  return [
    ['fault refuse', { kind: 'refuse' }],
    ['fault reset before commit', { kind: 'reset', committed: false }],
    ['fault reset after commit', { kind: 'reset', committed: true }],
    ['fault late-commit', { kind: 'late-commit', afterMs, seen }],
    ['fault late-commit', { kind: 'late-commit', afterMs, seen }],
    ['fault late-commit', { kind: 'late-commit', afterMs, seen }],
    ['fault late-commit', { kind: 'late-commit', afterMs, seen }],
    ['fault server-error before commit', { kind: 'server-error', committed: false, body: 'visma' }],
    ['fault server-error after commit', { kind: 'server-error', committed: true }],
    ['fault gateway', { kind: 'gateway', status: 403 }],
    ['fault gateway', { kind: 'gateway', status: 504, committed: true }],
    ['fault truncated', { kind: 'truncated' }],
    ['fault broken-body', { kind: 'broken-body' }],
    ['fault unauthorized', { kind: 'unauthorized' }],
    ['fault rate-limit', { kind: 'rate-limit', seconds: 5 }],
    ['fault refusal', { kind: 'refusal', status: 400, errorCode: 2000, message: 'DataModelValidationException - No.' }],
    ['fault conflict', { kind: 'refusal', status: 409, errorCode: 4000, message: 'ConflictException - Duplicate.' }],
  ];
}

/** Perhaps lets the next request meet a fault. */
export function armFault(fake: FakeVisma, random: Random, hits: Hits, write: boolean, rate: number): void {
  if (!random.chance(write ? rate : rate / 8)) return;
  const chosen = write
    ? random.pick(writeFaults(random))
    : (['fault on a read', { kind: 'server-error', committed: false }] as const);
  if (!chosen) return;
  hits.add(chosen[0]);
  fake.faults.next('*', chosen[1]);
}
