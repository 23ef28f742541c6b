import { systemClock } from '../clock/system-clock.ts';
import type { BossJob, BossJobResult } from './boss.ts';
import { readDeadJobs, reasonOf, type DeadJob } from './dead-letters.ts';
import type { JobFailure } from './job-failure.ts';
import { planJobs, type PlannedJobs } from './plan-jobs.ts';
import { queueReadiness, type QueueReadiness } from './queue-readiness.ts';
import { runJob, type JobOutcome, type JobReport } from './run-job.ts';
import { schedulerRules, type SchedulerOptions } from './scheduler-options.ts';
import { jobId, priorities, readJob, type ExportJob } from './tenant-job.ts';

/** Where a job stands. */
export type JobStatus =
  | { readonly state: 'waiting' | 'running' | 'cancelled' }
  | { readonly state: 'done'; readonly report: JobReport }
  /** An attempt failed, another one will follow. */
  | { readonly state: 'retrying'; readonly failure: JobFailure }
  /** Given up: it is among the dead letters. */
  | { readonly state: 'failed'; readonly failure: JobFailure };

/** Nights, exports in the background and sweeps for many tenants, on one queue of pg-boss. */
export interface Scheduler {
  /** Makes or updates the queues and the schedule. Enough for a process that only enqueues. Repeatable. */
  install(): Promise<void>;
  /** Installs, then works until `stop`. Throws when it works already. */
  start(): Promise<void>;
  /** Adds now what is due. The schedule does it by itself; each night is added once, whoever asks and however often. */
  plan(): Promise<PlannedJobs>;
  /**
   * Adds an export. With a `requestId`, such as the one of the form that a person sent, the same request twice is one job;
   * `queued` is then false the second time.
   */
  enqueue(job: ExportJob, options?: { readonly requestId?: string }): Promise<{ readonly jobId: string; readonly queued: boolean }>;
  /** Where a job stands; null for one that is unknown, or done more than a week ago. */
  status(jobId: string): Promise<JobStatus | null>;
  /** Jobs that were given up, with their reasons, oldest first. */
  deadLetters(query?: { readonly tenantId?: string; readonly limit?: number; readonly after?: string }): Promise<readonly DeadJob[]>;
  /** Puts dead letters back into the queue, once what stopped them was mended. Answers how many. */
  retry(ids: readonly string[]): Promise<number>;
  /** How the queue is. Never throws. */
  readiness(): Promise<QueueReadiness>;
  /**
   * Takes no new job, waits for those in hand, and after `graceMs` (default 20,000) aborts them: they end at the next safe
   * point and go back to the queue. Call it on SIGTERM, before the boss is stopped.
   */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
}

/** Builds a scheduler. Nothing is sent before one of its methods is called. Throws `RangeError` for a setting out of range. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { boss, connector, clock = systemClock() } = options;
  const rules = schedulerRules(options);
  const { names } = rules;
  const drain = new AbortController();
  const workers: { readonly queue: string; readonly id: string }[] = [];

  const plan = (): Promise<PlannedJobs> =>
    planJobs({ boss, connector, queue: names.jobs, now: clock.now(), lookBackMs: rules.lookBackMs, sweepMs: rules.sweepMs });

  const install = async (): Promise<void> => {
    await boss.createQueue(names.dead, { policy: 'standard' });
    await boss.createQueue(names.jobs, { policy: 'singleton', ...rules.jobs });
    await boss.updateQueue(names.jobs, rules.jobs);
    await boss.createQueue(names.plan, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 600 });
    await boss.schedule(names.plan, rules.planCron);
  };

  const tell = (job: BossJob, outcome: JobOutcome): void => {
    try {
      options.onJob?.({ jobId: job.id, job: readJob(job.data), attempt: job.retryCount + 1, outcome });
    } catch {
      // A log never stops the work.
    }
  };

  const run = async (job: BossJob): Promise<BossJobResult> => {
    const outcome = await runJob(connector, readJob(job.data), AbortSignal.any([job.signal, drain.signal]));
    tell(job, outcome);
    if (outcome.status === 'completed') return { id: job.id, status: 'completed', output: outcome.report };
    return { id: job.id, status: outcome.failure.needsPerson ? 'deadletter' : 'failed', output: outcome.failure };
  };

  const work = async (count: number, more: { readonly maxPriority?: number }): Promise<void> => {
    const places = { localConcurrency: count, pollingIntervalSeconds: rules.pollSeconds, burstWhenBatchFull: true, ...more };
    const id = await boss.work(names.jobs, { ...places, perJobResults: true }, (jobs) => Promise.all(jobs.map(run)));
    workers.push({ queue: names.jobs, id });
  };

  return {
    install,
    async start() {
      if (workers.length > 0 || drain.signal.aborted) throw new Error('A scheduler starts once.');
      await install();
      if (rules.concurrency > 1) await work(rules.concurrency - 1, {});
      await work(1, rules.concurrency > 1 ? { maxPriority: priorities.import } : {});
      const id = await boss.work(names.plan, { pollingIntervalSeconds: Math.max(rules.pollSeconds, 5), perJobResults: true }, async (jobs) => {
        const planned = await plan();
        return jobs.map((job) => ({ id: job.id, status: 'completed' as const, output: planned }));
      });
      workers.push({ queue: names.plan, id });
    },
    plan,
    async enqueue(job, { requestId } = {}) {
      const id = requestId === undefined ? crypto.randomUUID() : jobId(names.jobs, job.kind, job.tenantId, `request ${requestId}`);
      const data = readJob(job);
      const added = await boss.insert(names.jobs, [{ id, data, priority: priorities[job.kind], singletonKey: job.tenantId }], { returnId: true });
      return { jobId: id, queued: (added?.length ?? 0) > 0 };
    },
    async status(id) {
      const [job] = await boss.findJobs(names.jobs, { id });
      switch (job?.state) {
        case undefined:
          return null;
        case 'created':
          return { state: 'waiting' };
        case 'active':
          return { state: 'running' };
        case 'cancelled':
          return { state: 'cancelled' };
        case 'completed':
          return { state: 'done', report: job.output as JobReport };
        case 'retry':
          return { state: 'retrying', failure: reasonOf(job.output) };
        case 'failed':
          return { state: 'failed', failure: reasonOf(job.output) };
      }
    },
    deadLetters: (query = {}) => readDeadJobs(boss, names.dead, query),
    retry: (ids) => boss.redrive(names.dead, { ids: [...ids] }),
    readiness: () => queueReadiness(boss, names, rules.behindSeconds),
    async stop({ graceMs = 20_000 } = {}) {
      const ending = workers.splice(0).map(({ queue, id }) => boss.offWork(queue, { id, wait: true }));
      const late = setTimeout(() => {
        drain.abort(new Error('This process ends; another one goes on with the job.'));
      }, graceMs);
      await Promise.all(ending);
      clearTimeout(late);
      drain.abort(new Error('This scheduler was stopped.'));
    },
  };
}
