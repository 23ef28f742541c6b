import { createPacedLimiter } from '@x/visma-eaccounting';
import { createFakeVisma } from '@x/visma-eaccounting/testing';
import type { TimeEntry } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { sourceOf, accountId } from '../sim/items.ts';
import { readMasterIds } from '../sim/master-ids.ts';
import { invoicePlan } from '../sim/plans.ts';
import { company } from '../sim/world.ts';
import { createExportEngine } from '../src/export/create-engine.ts';
import { createMemorySource, createMemoryState } from '../src/memory/index.ts';
import { createConnectorClient } from '../src/visma/client.ts';
import { createInvoiceDriver } from '../src/visma/invoice-driver.ts';
import { virtualTime } from './support/virtual-time.ts';

/** What Visma allows per client and endpoint. */
const allowedPerMinute = 600;
/** Milliseconds that a call takes, there and back: from 200 to 600, 400 on average. */
const latencies = [200, 300, 400, 500, 600];

interface BulkRun {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly documents: { readonly drafts: number; readonly invoices: number };
  readonly counts: Readonly<Record<string, number>>;
  readonly tooMany: number;
  /** Share of the allowed requests of the endpoint of drafts that were used, from the first write to the last. */
  readonly used: number;
}

/** Exports `count` invoices in one run, on one virtual time for engine, client, limiter and fake. */
async function bulkRun(count: number, finish: 'draft' | 'final', concurrency?: number): Promise<BulkRun> {
  const ids = await readMasterIds();
  const time = virtualTime('2026-04-01T08:00:00Z');
  const fake = createFakeVisma({ seed: 'bulk', clock: time });
  const requests: { readonly at: number; readonly isWrite: boolean }[] = [];
  let calls = 0;
  let tooMany = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const latency = latencies[(calls += 1) % latencies.length] ?? 400;
    await time.sleep(latency / 2);
    if (/\/customerinvoicedrafts(\?|$)/.test(input instanceof Request ? input.url : String(input))) requests.push({ at: time.now(), isWrite: init?.method === 'POST' });
    const answer = await fake.fetch(input, init);
    if (answer.status === 429) tooMany += 1;
    await time.sleep(latency / 2);
    return answer;
  };
  const { accessToken } = fake.authorize({ company });
  const client = createConnectorClient({
    auth: { getAccessToken: () => Promise.resolve(accessToken) },
    fetch,
    clock: time,
    rateLimiter: createPacedLimiter({ clock: time }),
  });
  const memory = { isRefused: () => Promise.resolve(false), rememberRefused: () => Promise.resolve() };
  const hours = Array.from({ length: count }, (_, index): TimeEntry => ({
    kind: 'time', id: String(index + 1), customerId: '0', date: '2026-03-02', minutes: 60, status: 'Approved',
  }));
  const source = createMemorySource({ [accountId]: { items: hours } }, { now: () => time.now() });
  const engine = createExportEngine({ store: createMemoryState().exports, clock: time, ...(concurrency !== undefined && { options: { concurrency } }) });
  fake.requests.clear();
  const report = await time.until(
    engine.run({
      scope: { companyIdentifier: company, sourceAccountId: accountId },
      source: sourceOf(source),
      guard: () => Promise.resolve(null),
      driver: createInvoiceDriver(client, memory),
      plans: hours.map((hour, index) => invoicePlan([hour], ids.customers[index % ids.customers.length] ?? '', ids, finish)),
    }),
  );
  const outcomes: Record<string, number> = {};
  for (const { outcome } of report.outcomes) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const { drafts, invoices } = fake.books.of(company);
  const writes = requests.filter((each) => each.isWrite).map((each) => each.at);
  const [first, last] = [Math.min(...writes), Math.max(...writes)];
  const inBetween = requests.filter(({ at }) => at >= first && at <= last).length;
  return {
    outcomes,
    documents: { drafts: drafts.length, invoices: invoices.length },
    counts: fake.requests.counts(),
    tooMany,
    used: inBetween / ((last - first) / 60_000) / allowedPerMinute,
  };
}

describe('F: the allowed request rate in a bulk run', () => {
  it('F: 500 drafts use at least 95 % of 600 a minute, without a single 429', async () => {
    const run = await bulkRun(500, 'draft');
    expect(run.outcomes).toEqual({ exported: 500 });
    expect(run.documents).toEqual({ drafts: 500, invoices: 0 });
    expect(run.counts).toMatchObject({ 'POST /customerinvoicedrafts': 500, 'GET /customerinvoicedrafts': 10 });
    expect(run.tooMany).toBe(0);
    expect(run.used).toBeGreaterThanOrEqual(0.95);
    expect(run.used).toBeLessThanOrEqual(1);
  }, 120_000);

  it('F: so do 300 invoices, each made of its draft', async () => {
    const run = await bulkRun(300, 'final');
    expect(run.outcomes).toEqual({ exported: 300 });
    expect(run.documents).toEqual({ drafts: 0, invoices: 300 });
    expect(run.counts).toMatchObject({ 'POST /customerinvoicedrafts': 300, 'POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert': 300 });
    expect(run.tooMany).toBe(0);
    expect(run.used).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  it('F: one after the other they would use a quarter of it', async () => {
    const run = await bulkRun(100, 'draft', 1);
    expect(run.outcomes).toEqual({ exported: 100 });
    expect(run.used).toBeLessThan(0.3);
  }, 120_000);
});
