import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/clock.ts';
import { createTimeChimpLimiter } from './limiter.ts';

describe('createTimeChimpLimiter', () => {
  it('starts at most 98 requests in any minute, whatever the pauses between them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 150, maxLength: 300 }), async (pauses) => {
        const clock = manualClock(0);
        const limiter = createTimeChimpLimiter(clock);
        const starts: number[] = [];
        for (const pause of pauses) {
          clock.advance(pause % 3 === 0 ? pause : 0);
          await limiter.take('acme');
          starts.push(clock.now());
        }
        const most = starts.map((start) => starts.filter((each) => each >= start && each < start + 60_000).length);
        expect(Math.max(...most)).toBeLessThanOrEqual(98);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 50) },
    );
  });

  it('uses at least 97 of 100 requests of the first minute when there is much to do', async () => {
    const clock = manualClock(0);
    const limiter = createTimeChimpLimiter(clock);
    let started = 0;
    while (clock.now() < 60_000) {
      await limiter.take('acme');
      if (clock.now() < 60_000) started += 1;
    }
    expect(started).toBeGreaterThanOrEqual(97);
  });

  it('holds everything back after a 429, and nothing of another account', async () => {
    const clock = manualClock(0);
    const limiter = createTimeChimpLimiter(clock);
    await limiter.refused?.('acme', 5000);
    await limiter.take('other');
    expect(clock.now()).toBe(0);
    await limiter.take('acme');
    expect(clock.now()).toBeGreaterThanOrEqual(5000);
    expect(clock.now()).toBeLessThan(6000);
  });

  it('F: goes on as before when its clock is set back', async () => {
    let now = 3_600_000;
    const waits: number[] = [];
    const limiter = createTimeChimpLimiter({ now: () => now, sleep: (ms) => { waits.push(ms); return Promise.resolve(); } }, 1.5, 1);
    await limiter.take('acme');
    now = 0;
    await limiter.take('acme');
    expect(waits).toEqual([expect.closeTo(1000 / 1.5, 3)]);
  });

  it('stops waiting when the caller gives up', async () => {
    const limiter = createTimeChimpLimiter(manualClock(0));
    await limiter.refused?.('acme', 60_000);
    await expect(limiter.take('acme', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
