import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeConnector, type FakeConnector } from '../../test/scheduler/fake-connector.ts';
import { type PostgresServer, startPostgres } from '../../test/sql/postgres-server.ts';
import { ConnectorError } from '../use-cases/connector-error.ts';
import { createScheduler, type JobStatus, type Scheduler, type SchedulerOptions } from './index.ts';

let server: PostgresServer;
let bosses: readonly PgBoss[];
let connector: FakeConnector;
let queue: string;
let started: Scheduler[] = [];
let queues = 0;

beforeAll(async () => {
  server = await startPostgres();
  const boss = (): PgBoss => new PgBoss({ connectionString: server.url, monitorIntervalSeconds: 1, superviseIntervalSeconds: 1, max: 4 });
  bosses = [await boss().start(), await boss().start()];
});

afterAll(async () => {
  for (const boss of bosses) await boss.stop({ graceful: false });
  await server.stop();
});

beforeEach(() => {
  queues += 1;
  queue = `queue${queues}`;
  connector = fakeConnector();
});

afterEach(async () => {
  for (const scheduler of started) await scheduler.stop({ graceMs: 0 });
  started = [];
});

/** A scheduler in process 0 or 1. */
function schedulerIn(process: 0 | 1, more: Partial<SchedulerOptions> = {}): Scheduler {
  const boss = bosses[process];
  if (!boss) throw new Error('No such process.');
  const scheduler = createScheduler({ boss, connector, queue, pollSeconds: 0.5, retry: { limit: 1, delaySeconds: 1, maxDelaySeconds: 1 }, ...more });
  started.push(scheduler);
  return scheduler;
}

const invoices = (tenantId: string) => ({ kind: 'createInvoices', tenantId, request: { select: {} } }) as const;

/** Waits until a job stands as wanted. */
const statusOf = (scheduler: Scheduler, id: string, state: JobStatus['state']) =>
  expect.poll(() => scheduler.status(id), { timeout: 20_000, interval: 100 }).toMatchObject({ state });

describe('a night', () => {
  it('is run once per tenant, however many processes plan it and however often', async () => {
    connector.due = ['a', 'b', 'c'].map((tenantId) => ({ tenantId, night: '2026-04-02', dueAt: 1 }));
    const [one, two] = [schedulerIn(0), schedulerIn(1)];
    await Promise.all([one.start(), two.start()]);
    const planned = await Promise.all([one.plan(), two.plan(), one.plan(), two.plan()]);
    expect(planned.reduce((sum, each) => sum + each.imports, 0)).toBe(3);
    await expect.poll(() => connector.ended.length, { timeout: 20_000 }).toBe(3);
    expect((await one.plan()).imports).toBe(0);
    expect(connector.started.toSorted()).toEqual(['import a', 'import b', 'import c']);
    connector.due = connector.due.map((each) => ({ ...each, night: '2026-04-03' }));
    expect((await one.plan()).imports).toBe(3);
  });

  it('is planned by the schedule itself', async () => {
    await schedulerIn(0).install();
    expect(await bosses[0]?.getSchedules(`${queue}-plan`)).toMatchObject([{ cron: '*/15 * * * *' }]);
  });

  it('passes by a tenant that was disconnected since', async () => {
    connector.due = [{ tenantId: 'a', night: '2026-04-02', dueAt: 1 }];
    connector.failures.set('import a', [new ConnectorError('not-connected', 'There is no connection to Visma.', 'Connect.')]);
    const scheduler = schedulerIn(0);
    await scheduler.start();
    await scheduler.plan();
    await expect.poll(() => connector.started.length, { timeout: 20_000 }).toBe(1);
    await scheduler.stop();
    expect(await scheduler.deadLetters()).toEqual([]);
  });
});

describe('a sweep', () => {
  it('reconciles whoever has something unfinished, and is not queued while one waits', async () => {
    connector.unfinished = [{ tenantId: 'a', unfinished: true }];
    const scheduler = schedulerIn(0, { sweepMinutes: 1, clock: { now: () => connector.time } });
    await scheduler.install();
    expect((await scheduler.plan()).reconciles).toBe(1);
    connector.time += 60_000;
    expect((await scheduler.plan()).reconciles).toBe(0);
    await scheduler.start();
    await expect.poll(() => connector.ended, { timeout: 20_000 }).toEqual(['reconcile a']);
    expect((await scheduler.plan()).reconciles).toBe(1);
    await expect.poll(() => connector.ended.length, { timeout: 20_000 }).toBe(2);
    expect((await scheduler.plan()).reconciles).toBe(0);
  });

  it('follows drafts once a day', async () => {
    connector.unfinished = [{ tenantId: 'a', unfinished: false }];
    const scheduler = schedulerIn(0, { sweepMinutes: 1, clock: { now: () => connector.time } });
    await scheduler.start();
    expect((await scheduler.plan()).reconciles).toBe(1);
    await expect.poll(() => connector.ended, { timeout: 20_000 }).toEqual(['reconcile a']);
    connector.time += 60_000;
    expect((await scheduler.plan()).reconciles).toBe(0);
    connector.time += 86_400_000;
    expect((await scheduler.plan()).reconciles).toBe(1);
  });
});

describe('an export in the background', () => {
  it('is done, and tells what became of it', async () => {
    const scheduler = schedulerIn(0);
    await scheduler.start();
    const { jobId } = await scheduler.enqueue(invoices('a'));
    await statusOf(scheduler, jobId, 'done');
    expect(await scheduler.status(jobId)).toEqual({ state: 'done', report: { counts: { exported: 2 }, problems: [] } });
    expect(await scheduler.status(crypto.randomUUID())).toBeNull();
  });

  it('is one job when the same request is sent twice', async () => {
    const scheduler = schedulerIn(0);
    await scheduler.install();
    const first = await scheduler.enqueue(invoices('a'), { requestId: 'form 1' });
    expect(await schedulerIn(1).enqueue(invoices('a'), { requestId: 'form 1' })).toEqual({ jobId: first.jobId, queued: false });
    expect((await scheduler.enqueue(invoices('a'), { requestId: 'form 2' })).queued).toBe(true);
    expect((await scheduler.enqueue(invoices('b'), { requestId: 'form 1' })).queued).toBe(true);
    expect(await scheduler.status(first.jobId)).toEqual({ state: 'waiting' });
  });

  it('never runs beside another job of its tenant, in whichever process', async () => {
    connector.hold = 30;
    const [one, two] = [schedulerIn(0), schedulerIn(1)];
    await one.install();
    for (let step = 0; step < 5; step += 1) {
      await one.enqueue(invoices('a'));
      await two.enqueue(invoices('b'));
    }
    await Promise.all([one.start(), two.start()]);
    await expect.poll(() => connector.ended.length, { timeout: 60_000 }).toBe(10);
    expect(connector.mostOfOneTenant).toBe(1);
    expect(connector.mostAtOnce).toBeGreaterThan(1);
  });

  it('does not keep nights waiting for good', async () => {
    connector.due = [{ tenantId: 'night', night: '2026-04-02', dueAt: 1 }];
    const scheduler = schedulerIn(0, { concurrency: 2 });
    await scheduler.install();
    connector.block('createInvoices a');
    await scheduler.enqueue(invoices('a'));
    await scheduler.enqueue(invoices('b'));
    await scheduler.plan();
    await scheduler.start();
    await expect.poll(() => connector.ended, { timeout: 20_000 }).toEqual(['import night']);
    connector.release();
    await expect.poll(() => connector.ended.length, { timeout: 20_000 }).toBe(3);
  });
});

describe('a job that fails', () => {
  it('is tried again later, and is done then', async () => {
    connector.failures.set('createInvoices a', [new Error('connection reset')]);
    const scheduler = schedulerIn(0);
    await scheduler.start();
    const { jobId } = await scheduler.enqueue(invoices('a'));
    await statusOf(scheduler, jobId, 'retrying');
    expect(await scheduler.status(jobId)).toMatchObject({ failure: { message: 'connection reset', needsPerson: false } });
    await statusOf(scheduler, jobId, 'done');
  });

  it('is a dead letter with its reason after the last attempt, and goes on when it is put back', async () => {
    const down = new Error('Visma is down');
    connector.failures.set('createInvoices a', [down, down]);
    const scheduler = schedulerIn(0);
    await scheduler.start();
    const { jobId } = await scheduler.enqueue(invoices('a'));
    await statusOf(scheduler, jobId, 'failed');
    const [dead] = await scheduler.deadLetters({ tenantId: 'a' });
    expect(dead).toMatchObject({ job: invoices('a'), attempts: 2, reason: { code: 'unexpected', message: 'Visma is down' } });
    expect(await scheduler.deadLetters({ tenantId: 'b' })).toEqual([]);
    expect(await scheduler.retry([dead?.id ?? ''])).toBe(1);
    await expect.poll(() => connector.ended, { timeout: 20_000 }).toEqual(['createInvoices a']);
    expect(await scheduler.deadLetters()).toEqual([]);
  });

  it('is a dead letter at once where only a person can help', async () => {
    connector.failures.set('createInvoices a', [new ConnectorError('settings', 'Settings are missing.', 'Save them.')]);
    const scheduler = schedulerIn(0);
    await scheduler.start();
    const { jobId } = await scheduler.enqueue(invoices('a'));
    await statusOf(scheduler, jobId, 'failed');
    expect(await scheduler.deadLetters()).toMatchObject([
      { attempts: 1, reason: { code: 'settings', message: 'Settings are missing.', remedy: 'Save them.', needsPerson: true } },
    ]);
  });

  it('is a dead letter at once when the run stopped because the connection leads to another company', async () => {
    connector.stopped = { code: 'company-switched', message: 'The connection leads to another company.' };
    const scheduler = schedulerIn(0);
    await scheduler.start();
    const { jobId } = await scheduler.enqueue({ kind: 'createSalesEntries', tenantId: 'a', request: { invoiceIds: ['1'] } });
    await statusOf(scheduler, jobId, 'failed');
    expect(await scheduler.deadLetters()).toMatchObject([{ attempts: 1, reason: { code: 'company-switched' } }]);
  });
});

describe('stopping', () => {
  it('waits for the job in hand and takes no new one', async () => {
    connector.block('createInvoices a');
    const scheduler = schedulerIn(0, { concurrency: 1 });
    await scheduler.start();
    const first = await scheduler.enqueue({ kind: 'createInvoices', tenantId: 'a', request: { select: {} } });
    await expect.poll(() => connector.started, { timeout: 20_000 }).toEqual(['createInvoices a']);
    const second = await scheduler.enqueue(invoices('b'));
    const stopping = scheduler.stop();
    connector.release();
    await stopping;
    expect(await scheduler.status(first.jobId)).toMatchObject({ state: 'done' });
    expect(await scheduler.status(second.jobId)).toMatchObject({ state: 'waiting' });
    expect(connector.started).toEqual(['createInvoices a']);
    await expect(scheduler.start()).rejects.toThrow('starts once');
  });

  it('aborts the job in hand after its grace; another process goes on with it', async () => {
    connector.block('createInvoices a');
    const leaving = schedulerIn(0);
    await leaving.start();
    const { jobId } = await leaving.enqueue(invoices('a'));
    await expect.poll(() => connector.started.length, { timeout: 20_000 }).toBe(1);
    await leaving.stop({ graceMs: 10 });
    expect(await leaving.status(jobId)).toMatchObject({ state: 'retrying' });
    connector.release();
    const staying = schedulerIn(1);
    await staying.start();
    await statusOf(staying, jobId, 'done');
  });
});

describe('readiness', () => {
  it('names a queue that is not there, and one that can not be reached', async () => {
    expect(await schedulerIn(0).readiness()).toMatchObject({ ready: false, problems: [{ code: 'queue-missing' }] });
    const away = new PgBoss({ connectionString: server.url });
    expect(await createScheduler({ boss: away, connector, queue }).readiness()).toMatchObject({ ready: false, problems: [{ code: 'queue-unreachable' }] });
  });

  it('counts, and warns of dead letters', async () => {
    connector.failures.set('createInvoices a', [new ConnectorError('settings', 'Settings are missing.', 'Save them.')]);
    const scheduler = schedulerIn(0);
    await scheduler.start();
    expect(await scheduler.readiness()).toMatchObject({ ready: true, problems: [] });
    await scheduler.enqueue(invoices('a'));
    await expect
      .poll(() => scheduler.readiness(), { timeout: 30_000, interval: 300 })
      .toMatchObject({ ready: true, dead: 1, waiting: 0, problems: [{ code: 'dead-letters', severity: 'warning' }] });
  });
});

describe('settings', () => {
  it('are refused where they can not work', () => {
    expect(() => schedulerIn(0, { queue: 'with space' })).toThrow(RangeError);
    expect(() => schedulerIn(0, { concurrency: 0 })).toThrow(RangeError);
  });
});
