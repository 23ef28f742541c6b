import type { EntryStatus } from '@x/billing-core';
import type { FakeTimeChimp, TimeChimpFault } from '@x/timechimp-visma-connector/timechimp/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acme, hours, runs, setup, type Setup } from './setup.ts';

const ref = (id: number) => ({ kind: 'time' as const, id: String(id) });
const data = { customers: [{ id: 1, name: 'A' }], times: hours(6, 1) };
const ids = [1, 2, 3, 4, 5, 6];

function change(world: Setup, more: { readonly to?: EntryStatus; readonly expected?: EntryStatus; readonly ids?: readonly number[]; readonly startBefore?: number; readonly signal?: AbortSignal } = {}) {
  return world.source.work.setStatus(acme, {
    items: (more.ids ?? ids).map((id) => ({ ref: ref(id), expected: more.expected ?? 'Open' })),
    to: more.to ?? 'Invoiced',
    message: 'TC-7K2M9Q',
    startBefore: more.startBefore ?? Infinity,
    signal: more.signal,
  });
}

function statuses(fake: FakeTimeChimp): string[] {
  return [...fake.books.times.values()].map(({ status }) => status ?? 'Open');
}

const outcomes = (results: readonly { readonly outcome: string }[]): string[] => results.map(({ outcome }) => outcome);

describe('A10: the status is read, compared, set and read back', () => {
  it('sets what has the expected status and leaves the rest alone, per item, in order', async () => {
    const world = setup({ data });
    world.fake.person.writeOff('times', 2);
    world.fake.person.remove('times', 4);
    const results = await change(world);
    expect(outcomes(results)).toEqual(['set', 'changed', 'set', 'missing', 'set', 'set']);
    expect(results[1]).toMatchObject({ ref: ref(2), status: 'WrittenOff' });
    expect(statuses(world.fake)).toEqual(['Invoiced', 'WrittenOff', 'Invoiced', 'Invoiced', 'Invoiced']);
  });

  it('takes three requests for a hundred entries, and leaves the mark in the history of each', async () => {
    const world = setup({ data: { customers: [{ id: 1, name: 'A' }], times: hours(100, 1) } });
    const results = await change(world, { ids: hours(100, 1).map(({ id }) => id) });
    expect(outcomes(results).every((outcome) => outcome === 'set')).toBe(true);
    expect(world.fake.requests.map(({ operation }) => operation)).toEqual(['GET /times', 'PUT /times/status', 'GET /times']);
    expect(world.fake.books.history).toHaveLength(100);
    expect(world.fake.books.history[0]).toMatchObject({ entry: 'times/1', from: 'Open', to: 'Invoiced', message: 'TC-7K2M9Q' });
  });

  it('gives a status back: undo restores the recorded one', async () => {
    const world = setup({ data });
    await change(world);
    const results = await change(world, { expected: 'Invoiced', to: 'Approved' });
    expect(outcomes(results)).toEqual(ids.map(() => 'set'));
    expect(new Set(statuses(world.fake))).toEqual(new Set(['Approved']));
  });

  it('is harmless when repeated: what has the status already is reported as such', async () => {
    const world = setup({ data });
    await change(world);
    const results = await change(world);
    expect(results.every(({ outcome, status }) => outcome === 'changed' && status === 'Invoiced')).toBe(true);
    expect(world.fake.books.history).toHaveLength(6);
  });

  it('declares that it cannot compare and set atomically, and reports what it then finds', async () => {
    const world = setup({ data });
    expect(world.source.work.abilities).toEqual({ terms: false, atomicStatus: false });
    world.fake.onRequest = ({ operation }) => {
      // After the change, before it is read back: a person writes entry 3 off.
      if (operation === 'GET /times' && statuses(world.fake)[0] === 'Invoiced') world.fake.person.writeOff('times', 3);
    };
    const results = await change(world);
    expect(results[2]).toMatchObject({ outcome: 'changed', status: 'WrittenOff' });
  });

  it('takes at most 100 items of one kind, and none that has no status', async () => {
    const world = setup({ data });
    await expect(change(world, { ids: hours(101).map(({ id }) => id) })).rejects.toBeInstanceOf(RangeError);
    const mixed = [{ ref: ref(1), expected: 'Open' as const }, { ref: { kind: 'expense' as const, id: '1' }, expected: 'Open' as const }];
    await expect(world.source.work.setStatus(acme, { items: mixed, to: 'Invoiced', startBefore: Infinity })).rejects.toBeInstanceOf(RangeError);
    const term = [{ ref: { kind: 'term' as const, id: 'x' }, expected: 'Open' as const }];
    expect(outcomes(await world.source.work.setStatus(acme, { items: term, to: 'Invoiced', startBefore: Infinity }))).toEqual(['refused']);
    expect(world.fake.requests).toEqual([]);
  });

  it('marks expenses and trips in their own collections', async () => {
    const world = setup();
    for (const item of [{ kind: 'expense' as const, id: '201' }, { kind: 'mileage' as const, id: '301' }]) {
      const results = await world.source.work.setStatus(acme, { items: [{ ref: item, expected: 'Open' }], to: 'Invoiced', startBefore: Infinity });
      expect(outcomes(results)).toEqual(['set']);
    }
    expect(world.fake.requests.map(({ operation }) => operation)).toContain('PUT /mileages/status');
    expect(world.fake.books.expenses.get(201)?.status).toBe('Invoiced');
  });
});

describe('A3: nothing starts after its time', () => {
  it('sends nothing at all when the time is over', async () => {
    const world = setup({ data });
    await expect(change(world, { startBefore: world.clock.now() - 1 })).rejects.toMatchObject({ code: 'deadline', delivery: 'not-sent' });
    expect(world.fake.requests).toEqual([]);
  });

  it('sends no change when the time ran out while it waited for the rate limit', async () => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', { kind: 'rate-limit', seconds: 60 });
    await expect(change(world, { startBefore: world.clock.now() + 30_000 })).rejects.toMatchObject({ code: 'deadline', delivery: 'not-sent' });
    expect(new Set(statuses(world.fake))).toEqual(new Set(['Open']));
  });
});

describe('A5: what an answer that was lost means', () => {
  it.each<TimeChimpFault>([
    { kind: 'reset', committed: true },
    { kind: 'server-error', committed: true },
    { kind: 'gateway', status: 504, committed: true },
    { kind: 'gateway', status: 400, committed: true },
    { kind: 'garbled', body: '<html>' },
  ])('it was carried out whole: read back, and acknowledged (%j)', async (fault) => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', fault);
    expect(outcomes(await change(world))).toEqual(ids.map(() => 'set'));
    expect(world.fake.requests.filter(({ operation }) => operation.startsWith('PUT'))).toHaveLength(1);
  });

  it.each<TimeChimpFault>([
    { kind: 'reset', committed: false },
    { kind: 'server-error', committed: false },
    { kind: 'gateway', status: 502 },
    { kind: 'half-applied', then: 'reset' },
    { kind: 'half-applied', then: 'server-error' },
    { kind: 'late-commit', afterMs: 60_000 },
  ])('it was not, or not whole: unknown, never sent twice (%j)', async (fault) => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', fault);
    await expect(change(world)).rejects.toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
    expect(world.fake.requests.filter(({ operation }) => operation.startsWith('PUT'))).toHaveLength(1);
  });

  it('an answer that never comes is unknown after the timeout', async () => {
    const world = setup({ data, settings: { timeoutMs: 20 } });
    world.fake.faults.next('PUT /times/status', { kind: 'hang', committed: false });
    await expect(change(world)).rejects.toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
  });

  it('a refused connection is not sent, and tried again', async () => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', { kind: 'refuse' });
    expect(outcomes(await change(world))).toEqual(ids.map(() => 'set'));
  });

  it('an abort after sending is unknown', async () => {
    const world = setup({ data });
    const caller = new AbortController();
    world.fake.onRequest = ({ operation }) => { if (operation.startsWith('PUT')) queueMicrotask(() => { caller.abort(); }); };
    world.fake.faults.next('PUT /times/status', { kind: 'hang', committed: true });
    await expect(change(world, { signal: caller.signal })).rejects.toMatchObject({ code: 'aborted', delivery: 'unknown' });
  });

  it('statuses that cannot be read back leave the change unknown', async () => {
    const world = setup({ data, settings: { maxRetries: 0 } });
    world.fake.faults.add({ on: 'GET /times', nth: 2, fault: { kind: 'server-error', committed: false } });
    await expect(change(world)).rejects.toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
  });
});

describe('A10: a batch that is refused', () => {
  it('whole: nothing was changed, the caller splits it', async () => {
    const world = setup({ data, behaviour: { locked: ['times/5'] } });
    await expect(change(world)).rejects.toMatchObject({ code: 'refused', delivery: 'answered', status: 400 });
    expect(new Set(statuses(world.fake))).toEqual(new Set(['Open']));
    await expect(change(world, { ids: [5] })).rejects.toMatchObject({ delivery: 'answered' });
    expect(outcomes(await change(world, { ids: [1, 2, 3, 4, 6] }))).toEqual(['set', 'set', 'set', 'set', 'set']);
  });

  it('but carried out for some: halved here until the refused ones stand alone', async () => {
    const world = setup({ data, behaviour: { locked: ['times/5'], batches: 'one-by-one' } });
    const results = await change(world);
    expect(outcomes(results)).toEqual(['set', 'set', 'set', 'set', 'refused', 'set']);
    expect(results[4]?.message).toContain('400');
  });

  it('after half of it was carried out: the other half is sent again', async () => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', { kind: 'half-applied', then: 'refusal' });
    expect(outcomes(await change(world))).toEqual(ids.map(() => 'set'));
    expect(world.fake.books.history).toHaveLength(6);
  });

  it('is told from one that was accepted and not carried out', async () => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', { kind: 'half-applied', then: 'ok' });
    expect(outcomes(await change(world))).toEqual(['set', 'set', 'set', 'refused', 'refused', 'refused']);
  });

  it('because of the key stops at once and is not read back', async () => {
    const world = setup({ data });
    world.fake.faults.next('PUT /times/status', { kind: 'refusal', status: 401 });
    await expect(change(world)).rejects.toMatchObject({ code: 'authentication', delivery: 'answered', status: 401 });
    expect(world.fake.requests).toHaveLength(2);
  });
});

describe('what is reported is what is in TimeChimp', () => {
  it('under any faults and edits: set is set, refused and changed are not, answered and not-sent mean untouched', { timeout: 120_000 }, async () => {
    const fault = fc.constantFrom<TimeChimpFault>(
      { kind: 'refuse' }, { kind: 'reset', committed: true }, { kind: 'reset', committed: false }, { kind: 'rate-limit' },
      { kind: 'server-error', committed: true }, { kind: 'server-error', committed: false }, { kind: 'gateway', status: 502 },
      { kind: 'refusal', status: 400 }, { kind: 'refusal', status: 403 }, { kind: 'half-applied', then: 'ok' },
      { kind: 'half-applied', then: 'refusal' }, { kind: 'half-applied', then: 'server-error' }, { kind: 'garbled', body: 'oops' },
    );
    const strike = fc.record({ on: fc.constantFrom('PUT /times/status', 'GET /times'), nth: fc.integer({ min: 1, max: 4 }), fault });
    const before = fc.array(fc.constantFrom<EntryStatus>('Open', 'Approved', 'Invoiced'), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(strike, { maxLength: 4 }), before, fc.constantFrom('all-or-nothing' as const, 'one-by-one' as const), fc.subarray([1, 4]), async (strikes, given, batches, locked) => {
        const times = hours(6, 1).map((time, index) => ({ ...time, status: given[index] ?? 'Open' }));
        const world = setup({ data: { ...data, times }, behaviour: { batches, locked: locked.map((id) => `times/${id}`) } });
        for (const each of strikes) world.fake.faults.add(each);
        const result = await change(world).catch((error: unknown) => error);
        const after = statuses(world.fake);
        if (result instanceof Error) {
          const { delivery } = result as Error & { readonly delivery: string };
          if (delivery === 'answered' || delivery === 'not-sent') expect(after).toEqual(given);
          else expect(delivery).toBe('unknown');
        } else {
          for (const [index, { outcome, status }] of (result as { outcome: string; status?: string }[]).entries()) {
            expect(after[index]).toBe(status);
            expect(status).toBe(outcome === 'set' ? 'Invoiced' : given[index]);
          }
        }
      }),
      runs(300),
    );
  });
});
