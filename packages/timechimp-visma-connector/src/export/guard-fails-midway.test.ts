import { describe, expect, it } from 'vitest';
import { scope, smallWorld } from '../../test/support/small-world.ts';

describe('a look at the company that fails in the middle of a run', () => {
  function run(atThird: () => void = () => undefined, signal?: AbortSignal) {
    const world = smallWorld({ items: 3, options: { batchSize: 1 } });
    let looks = 0;
    const guard = () => {
      looks += 1;
      if (looks < 3) return Promise.resolve(null);
      atThird();
      return Promise.reject(Object.assign(new Error('Bad gateway'), { code: 'server', delivery: 'unknown', status: 503 }));
    };
    const plans = [world.plan('1'), world.plan('2'), world.plan('3')];
    return world.engine.run({ scope, source: world.exportSource, guard, signal, driver: world.driver, plans });
  }

  it('A6: stops the run and reports what was written before', async () => {
    const reason = {
      code: 'company-unread',
      message: 'Which company the connection leads to could not be read: Bad gateway',
      details: { code: 'server', delivery: 'unknown', status: 503 },
    };
    expect(await run()).toMatchObject({
      outcomes: [{ outcome: 'exported' }, { outcome: 'exported' }, { outcome: 'skipped', reason }],
      stopped: reason,
    });
  });

  it('A6: is told as aborted where the signal ended it', async () => {
    const stop = new AbortController();
    const report = await run(() => {
      stop.abort();
    }, stop.signal);
    expect(report).toMatchObject({ stopped: { code: 'aborted' } });
    expect(report.outcomes.map(({ outcome }) => outcome)).toContain('exported');
  });
});
