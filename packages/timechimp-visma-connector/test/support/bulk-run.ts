import type { TimeEntry } from '@x/billing-core';
import { createPacedLimiter } from '@x/visma-eaccounting';
import { createFakeVisma } from '@x/visma-eaccounting/testing';
import { accountId, sourceOf } from '../../sim/items.ts';
import { readMasterIds } from '../../sim/master-ids.ts';
import { invoicePlan } from '../../sim/plans.ts';
import { company } from '../../sim/world.ts';
import { createExportEngine } from '../../src/export/create-engine.ts';
import { createMemorySource, createMemoryState } from '../../src/memory/index.ts';
import { createConnectorClient } from '../../src/visma/client.ts';
import { createInvoiceDriver } from '../../src/visma/invoice-driver.ts';
import { virtualTime } from './virtual-time.ts';

/** What Visma allows per client and endpoint. */
export const allowedPerMinute = 600;
/** Milliseconds that a call takes, there and back: from 200 to 600, 400 on average. */
const latencies = [200, 300, 400, 500, 600];

/** What became of a bulk run. */
export interface BulkRun {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly documents: { readonly drafts: number; readonly invoices: number };
  readonly counts: Readonly<Record<string, number>>;
  /** Answers 429. */
  readonly tooMany: number;
  /** Requests a minute to the endpoint of drafts, from the first write to the last: all that count against it. */
  readonly perMinute: number;
}

/** Exports `count` invoices in one run, on one virtual time for engine, client, limiter and fake. */
export async function bulkRun(count: number, finish: 'draft' | 'final', concurrency?: number): Promise<BulkRun> {
  const ids = await readMasterIds();
  const time = virtualTime('2026-04-01T08:00:00Z');
  const fake = createFakeVisma({ seed: 'bulk', clock: time });
  const requests: { readonly at: number; readonly isWrite: boolean }[] = [];
  let calls = 0;
  let tooMany = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const latency = latencies[calls % latencies.length] ?? 400;
    calls += 1;
    await time.sleep(latency / 2);
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('/customerinvoicedrafts')) requests.push({ at: time.now(), isWrite: init?.method === 'POST' });
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
    perMinute: inBetween / ((last - first) / 60_000),
  };
}
