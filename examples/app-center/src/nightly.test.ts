import type { Connector } from '@x/timechimp-visma-connector';
import { describe, expect, it } from 'vitest';
import { everyHour, importWhereDue } from './nightly.ts';

const hour = 3_600_000;

describe('the nightly import', () => {
  it('follows all pages of tenants, and goes on where one fails, without naming anybody in the log', async () => {
    const imported: string[] = [];
    const connector = {
      tenantsDue: ({ after }: { after?: string }) => Promise.resolve(after === undefined ? { due: [{ tenantId: 'a', night: '2026-11-02', dueAt: 0 }, { tenantId: 'b', night: '2026-11-02', dueAt: 0 }], next: 'b' } : { due: [{ tenantId: 'c', night: '2026-11-02', dueAt: 0 }] }),
      importCustomers: ({ tenantId }: { tenantId: string }) => {
        if (tenantId === 'b') return Promise.reject(new TypeError('Bakkerij'));
        imported.push(tenantId);
        return Promise.resolve({ preview: false, mode: 'full', customers: [], vanished: [], withoutNumber: [] });
      },
    } as unknown as Connector;
    const log: string[] = [];
    await importWhereDue(connector, { since: 0, until: hour }, (line) => log.push(line));
    expect(imported).toEqual(['a', 'c']);
    expect(log).toEqual(['nightly import: 0 customers read', 'nightly import failed: TypeError', 'nightly import: 0 customers read']);
  });

  it('runs at each full hour, each time from where it ended before', async () => {
    let now = 10 * hour + 1000;
    const stop = new AbortController();
    const spans: unknown[] = [];
    const clock = {
      now: () => now,
      sleep: (ms: number) => {
        now += ms;
        return Promise.resolve();
      },
    };
    await everyHour(clock, (span) => {
      spans.push(span);
      if (spans.length === 2) stop.abort();
      return Promise.resolve();
    }, stop.signal);
    expect(spans).toEqual([{ since: 10 * hour + 1000, until: 11 * hour }, { since: 11 * hour, until: 12 * hour }]);
  });
});
