import { describe, expect, it } from 'vitest';
import { jobId, readJob } from './tenant-job.ts';

describe('jobId', () => {
  it('is a UUID that depends on every part and on where it ends', () => {
    const ids = [['q', 'import', 'a', '2026-04-02'], ['q', 'import', 'a', '2026-04-03'], ['q', 'import', 'a2026', '-04-02'], ['p', 'import', 'a', '2026-04-02']];
    expect(new Set(ids.map((parts) => jobId(...parts))).size).toBe(4);
    expect(jobId('a', 'b')).toBe(jobId('a', 'b'));
    expect(ids.every((parts) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(jobId(...parts)))).toBe(true);
  });
});

describe('readJob', () => {
  it('gives back what was queued', () => {
    const job = { kind: 'createInvoices', tenantId: 'a', request: { select: { kinds: ['time'] }, finish: 'final' } };
    expect(readJob(JSON.parse(JSON.stringify(job)) as object)).toEqual(job);
  });

  it.each([{}, { kind: 'unknown', tenantId: 'a' }, { kind: 'import', tenantId: 'a' }, { kind: 'createInvoices', tenantId: 'a', request: {} }])(
    'refuses %j, which is none of ours',
    (data) => {
      expect(() => readJob(data)).toThrow();
    },
  );
});
