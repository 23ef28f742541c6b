import { readinessOf, type Readiness } from '../readiness/readiness.ts';
import { error, warning, type Problem } from '../use-cases/problem.ts';
import type { Boss } from './boss.ts';

/** Readiness of the queue, with figures for a dashboard. They are as old as the queue's last monitor pass. */
export interface QueueReadiness extends Readiness {
  /** Jobs that could run now and wait for a worker. */
  readonly waiting: number;
  /** Jobs that wait for their next attempt. */
  readonly delayed: number;
  readonly running: number;
  /** Jobs that were given up and wait for a person. */
  readonly dead: number;
  /** How long the oldest waiting job has waited, in seconds. */
  readonly oldestWaitingSeconds: number;
}

const unknown = { waiting: 0, delayed: 0, running: 0, dead: 0, oldestWaitingSeconds: 0 };

/** Looks at the queue. Never throws. */
export async function queueReadiness(
  boss: Boss,
  names: { readonly jobs: string; readonly dead: string },
  behindSeconds: number,
): Promise<QueueReadiness> {
  try {
    const [jobs, dead] = await Promise.all([boss.getQueue(names.jobs), boss.getQueue(names.dead)]);
    if (!jobs || !dead) {
      const missing = error('queue-missing', 'queue', `There is no queue ${names.jobs}.`, 'Start a scheduler once, or call its install().');
      return { ...readinessOf([missing]), ...unknown };
    }
    const oldest = Math.round(jobs.readyOldestSeconds ?? 0);
    const problems: Problem[] = [];
    if (oldest > behindSeconds) {
      problems.push(warning('queue-behind', 'queue', `The oldest waiting job has waited for ${oldest} seconds.`, 'Look whether workers run; start more of them.'));
    }
    if (dead.queuedCount > 0) {
      problems.push(warning('dead-letters', 'queue', `${dead.queuedCount} jobs were given up.`, 'Read deadLetters(), mend what their reasons name, then retry() them.'));
    }
    return {
      ...readinessOf(problems),
      waiting: jobs.readyCount,
      delayed: jobs.deferredCount,
      running: jobs.activeCount,
      dead: dead.queuedCount,
      oldestWaitingSeconds: oldest,
    };
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return { ...readinessOf([error('queue-unreachable', 'queue', message, 'Look whether the database runs and can be reached.')]), ...unknown };
  }
}
