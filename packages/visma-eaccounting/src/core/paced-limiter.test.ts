import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryPaceStore } from './pace-store.ts';
import { createPacedLimiter } from './paced-limiter.ts';

/** A clock whose sleepers wake in order of time. What it shows may be set back; time goes on. */
function simulation() {
  let now = 0;
  let behind = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    time: () => now,
    setBack: (ms: number) => { behind += ms; },
    clock: { now: () => now - behind, sleep: (ms: number) => new Promise<void>((wake) => { sleepers.push({ at: now + ms, wake }); }) },
    /** Lets everything happen that happens until then. */
    async goTo(time: number): Promise<void> {
      for (;;) {
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
        sleepers.sort((a, b) => a.at - b.at);
        const [next] = sleepers;
        if (!next || next.at > time) break;
        sleepers.shift();
        now = next.at;
        next.wake();
      }
      now = time;
    },
  };
}

/** The largest number of starts within any minute. */
function busiestMinute(starts: readonly number[]): number {
  const sorted = [...starts].sort((a, b) => a - b);
  let from = 0;
  return Math.max(0, ...sorted.map((time, to) => {
    while ((sorted[from] ?? 0) <= time - 60_000) from++;
    return to - from + 1;
  }));
}

/** When requests start that arrive so. At each moment of `setBacks` the clock is set back by so much. */
async function starts(arrivals: readonly number[], limiters = 1, setBacks: readonly (readonly [at: number, by: number])[] = []): Promise<number[]> {
  const world = simulation();
  const store = memoryPaceStore();
  const all = Array.from({ length: limiters }, () => createPacedLimiter({ store, clock: world.clock }));
  const times: number[] = [];
  const arrive = (index: number) => () => {
    void Promise.resolve(all[index % limiters]?.take('/customers')).then(() => times.push(world.time()));
  };
  const events = [
    ...setBacks.map(([at, by]) => ({ at, happen: () => { world.setBack(by); } })),
    ...arrivals.map((at, index) => ({ at, happen: arrive(index) })),
  ];
  for (const { at, happen } of events.sort((a, b) => a.at - b.at)) {
    await world.goTo(at);
    happen();
  }
  await world.goTo(Infinity);
  return times;
}

describe('F: the pace', () => {
  it('keeps 2,000 calls at once below 600 in any minute, and uses at least 95 % of it', async () => {
    const times = await starts(Array.from({ length: 2000 }, () => 0));
    expect(busiestMinute(times)).toBeLessThanOrEqual(600);
    expect(times).toHaveLength(2000);
    const minutes = Math.max(...times) / 60_000;
    expect(2000 / minutes / 600).toBeGreaterThanOrEqual(0.95);
  });

  it('holds for any arrivals, in one process and in four that share a store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 900 }), fc.constantFrom(1, 4), async (arrivals, processes) => {
        const times = await starts(arrivals, processes);
        expect(times).toHaveLength(arrivals.length);
        expect(busiestMinute(times)).toBeLessThanOrEqual(600);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
    );
  });

  it('lets a few calls pass at once, then spaces them', async () => {
    const times = await starts(Array.from({ length: 13 }, () => 0));
    expect(times.filter((time) => time < 1)).toHaveLength(10);
    expect(times.at(-1)).toBeCloseTo((3 * 1000) / 9.5, 3);
  });
});

describe('F: a clock that is set back', () => {
  const hour = 3_600_000;
  const second = fc.integer({ min: 0, max: 120 }).map((seconds) => seconds * 1000);

  it('stops nothing for as long as it was set back', async () => {
    expect(await starts([0, 1000], 1, [[1000, hour]])).toEqual([0, 1000]);
  });

  it('lets no more than 600 start in any minute of real time, and all within the time that they need', async () => {
    const setBack = fc.tuple(second, fc.integer({ min: 1, max: hour }));
    await fc.assert(
      fc.asyncProperty(fc.array(second, { minLength: 600, maxLength: 900 }), fc.array(setBack, { maxLength: 5 }), fc.constantFrom(1, 4), async (arrivals, setBacks, processes) => {
        const times = await starts(arrivals, processes, setBacks);
        expect(times).toHaveLength(arrivals.length);
        expect(busiestMinute(times)).toBeLessThanOrEqual(600);
        // All arrive within two minutes; what went by unseen before a setting back is waited for again.
        expect(Math.max(...times)).toBeLessThan(240_000 + arrivals.length / 0.0095);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
    );
  });

  it('shortens no pause that was told after it', async () => {
    let now = hour;
    const waits: number[] = [];
    const limiter = createPacedLimiter({ clock: { now: () => now, sleep: (ms) => { waits.push(ms); return Promise.resolve(); } } });
    await limiter.take('/customers');
    now = 0;
    await limiter.refused?.('/customers', 55_000);
    await limiter.take('/customers');
    expect(waits[0]).toBeGreaterThanOrEqual(55_000);
    expect(waits[0]).toBeLessThan(56_000);
  });
});

it('paces keys and scopes apart', async () => {
  const waits: number[] = [];
  const clock = { now: () => 0, sleep: (ms: number) => { waits.push(ms); return Promise.resolve(); } };
  const store = memoryPaceStore();
  const a = createPacedLimiter({ store, clock, scope: 'a', burst: 1 });
  const b = createPacedLimiter({ store, clock, scope: 'b', burst: 1 });
  await a.take('/x');
  await b.take('/x');
  await a.take('/y');
  expect(waits).toEqual([]);
  await a.take('/x');
  expect(waits).toHaveLength(1);
});

it('after a refusal nothing starts before the time that was told', async () => {
  const waits: number[] = [];
  const clock = { now: () => 0, sleep: (ms: number) => { waits.push(ms); return Promise.resolve(); } };
  const limiter = createPacedLimiter({ clock });
  await limiter.refused?.('/x', 55_000);
  await limiter.take('/x');
  expect(waits[0]).toBeGreaterThanOrEqual(55_000);
});

it('stops waiting when it is aborted', async () => {
  const limiter = createPacedLimiter({ burst: 1, perSecond: 0.01 });
  await limiter.take('/x');
  const controller = new AbortController();
  const waiting = limiter.take('/x', controller.signal);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});

it.each([{ perSecond: 0 }, { perSecond: -1 }, { burst: 0 }, { perSecond: NaN }])('refuses %j', (options) => {
  expect(() => createPacedLimiter(options)).toThrow(RangeError);
});
