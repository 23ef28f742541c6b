import { describe, expect, it } from 'vitest';
import { allowedPerMinute, bulkRun } from './support/bulk-run.ts';

describe('F: the allowed request rate in a bulk run', () => {
  it('F: 500 drafts use at least 95 % of 600 a minute, without a single 429', async () => {
    const run = await bulkRun(500, 'draft');
    expect(run.outcomes).toEqual({ exported: 500 });
    expect(run.documents).toEqual({ drafts: 500, invoices: 0 });
    expect(run.counts).toMatchObject({ 'POST /customerinvoicedrafts': 500, 'GET /customerinvoicedrafts': 10 });
    expect(run.tooMany).toBe(0);
    expect(run.perMinute / allowedPerMinute).toBeGreaterThanOrEqual(0.95);
    expect(run.perMinute / allowedPerMinute).toBeLessThanOrEqual(1);
  }, 120_000);

  it('F: so do 300 invoices, each made of its draft', async () => {
    const run = await bulkRun(300, 'final');
    expect(run.outcomes).toEqual({ exported: 300 });
    expect(run.documents).toEqual({ drafts: 0, invoices: 300 });
    expect(run.counts).toMatchObject({ 'POST /customerinvoicedrafts': 300, 'POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert': 300 });
    expect(run.tooMany).toBe(0);
    expect(run.perMinute / allowedPerMinute).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  it('F: one after the other they would use a quarter of it', async () => {
    const run = await bulkRun(100, 'draft', 1);
    expect(run.outcomes).toEqual({ exported: 100 });
    expect(run.perMinute / allowedPerMinute).toBeLessThan(0.3);
  }, 120_000);
});
