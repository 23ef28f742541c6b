import type { Connector } from '../connector.ts';
import type { Clock } from '../ports/clock.ts';
import type { Boss } from './boss.ts';
import type { JobOutcome } from './run-job.ts';
import type { TenantJob } from './tenant-job.ts';

/** One attempt of one job, as it ended. */
export interface JobEvent {
  readonly jobId: string;
  readonly job: TenantJob;
  /** 1 for the first. */
  readonly attempt: number;
  readonly outcome: JobOutcome;
}

/** Settings of a scheduler. All processes of one queue should have the same ones. */
export interface SchedulerOptions {
  /** A `PgBoss` that was started. */
  readonly boss: Boss;
  readonly connector: Connector;
  /** What nights are reckoned by. Default: the system's. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Name of the queue, letters, digits, `_` and `-`; two more are named after it. Default `connector`. */
  readonly queue?: string;
  /**
   * Jobs that this process runs at once. Default 4. From two on, one place is kept for nights and sweeps, so that exports
   * never hold them up for good. All places of all processes wait for one pace: more places than that are idle ones.
   */
  readonly concurrency?: number;
  /** How often an idle place looks for work, in seconds, at least 0.5. Default 2. */
  readonly pollSeconds?: number;
  /** Repeated attempts after the first, and their distance, doubled each time. Default 6, from 60 to 3,600 seconds. */
  readonly retry?: { readonly limit?: number; readonly delaySeconds?: number; readonly maxDelaySeconds?: number };
  /** After so long without a sign of life a worker counts as dead and its job goes to another. At least 10; default 30. */
  readonly heartbeatSeconds?: number;
  /** Longest run of one job in seconds. Default 7,200. */
  readonly longestSeconds?: number;
  /** When what is due is looked for, as a cron expression. Default every quarter of an hour, as time zones need it. */
  readonly planCron?: string;
  /** A night that nobody ran for so long is left out. Default 360 minutes. */
  readonly lookBackMinutes?: number;
  /** How often unfinished exports are reconciled. Default every 20 minutes, longer than Visma's longest delay. */
  readonly sweepMinutes?: number;
  /** From so many seconds of waiting on, readiness warns. Default 3,600. */
  readonly behindSeconds?: number;
  /** Told of each attempt that ended here. What it throws is swallowed. */
  readonly onJob?: (event: JobEvent) => void;
}

/** The same with defaults filled in, in the queue's units. */
export function schedulerRules(options: SchedulerOptions) {
  const { queue = 'connector', concurrency = 4, retry = {} } = options;
  if (!/^[\w-]{1,60}$/.test(queue)) throw new RangeError('The name of the queue.');
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) throw new RangeError('concurrency');
  return {
    names: { jobs: queue, dead: `${queue}-dead`, plan: `${queue}-plan` },
    concurrency,
    pollSeconds: options.pollSeconds ?? 2,
    planCron: options.planCron ?? '*/15 * * * *',
    lookBackMs: (options.lookBackMinutes ?? 360) * 60_000,
    sweepMs: (options.sweepMinutes ?? 20) * 60_000,
    behindSeconds: options.behindSeconds ?? 3600,
    jobs: {
      retryLimit: retry.limit ?? 6,
      retryDelay: retry.delaySeconds ?? 60,
      retryBackoff: true,
      retryDelayMax: retry.maxDelaySeconds ?? 3600,
      heartbeatSeconds: options.heartbeatSeconds ?? 30,
      expireInSeconds: options.longestSeconds ?? 7200,
      deadLetter: `${queue}-dead`,
    },
  } as const;
}
