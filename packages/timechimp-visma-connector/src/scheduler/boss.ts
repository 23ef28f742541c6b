/**
 * What we need of a `PgBoss` of the package `pg-boss`, version 12.30 or newer. The object stays the caller's: whoever
 * made it starts it before the scheduler and stops it after, and listens to its `error` events.
 */
export interface Boss {
  /** Makes a queue where it is missing. */
  createQueue(name: string, options: BossQueue & { readonly policy: 'singleton' | 'exclusive' | 'standard' }): Promise<void>;
  /** Changes a queue's settings. */
  updateQueue(name: string, options: BossQueue): Promise<void>;
  /** Adds jobs; those whose id is there already are left out. Answers the ids that were added. */
  insert(name: string, jobs: BossJobInsert[], options: { returnId: true }): Promise<string[] | null>;
  /** Runs a handler for each job of a queue. */
  work(
    name: string,
    options: BossWork & { readonly perJobResults: true },
    handler: (jobs: BossJob[]) => Promise<BossJobResult[]>,
  ): Promise<string>;
  /** Ends workers, waiting for the job in hand. */
  offWork(name: string, options: { id: string; wait: boolean }): Promise<void>;
  /** Adds a job at the times of a cron expression, once for all processes. */
  schedule(name: string, cron: string): Promise<void>;
  /** Jobs by id, key or data, oldest first. */
  findJobs(
    name: string,
    options: { id?: string; key?: string; data?: object; queued?: boolean; limit?: number; after?: string },
  ): Promise<BossFoundJob[]>;
  /** Moves jobs from a dead letter queue back to where they came from. */
  redrive(name: string, options: { ids: string[] }): Promise<number>;
  /** A queue with its counts as of the last monitor pass, or null. */
  getQueue(name: string): Promise<BossQueueCounts | null>;
}

/** Settings of a queue. */
export interface BossQueue {
  retryLimit?: number;
  retryDelay?: number;
  retryBackoff?: boolean;
  retryDelayMax?: number;
  expireInSeconds?: number;
  heartbeatSeconds?: number;
  retentionSeconds?: number;
  deleteAfterSeconds?: number;
  deadLetter?: string;
}

/** Settings of a worker. */
export interface BossWork {
  localConcurrency?: number;
  pollingIntervalSeconds?: number;
  burstWhenBatchFull?: boolean;
  maxPriority?: number;
}

/** A job to be added. */
export interface BossJobInsert {
  id?: string;
  data?: object;
  priority?: number;
  singletonKey?: string;
}

/** A job in hand. */
export interface BossJob {
  readonly id: string;
  readonly data: object;
  readonly retryCount: number;
  readonly signal: AbortSignal;
}

/** What came of a job. */
export interface BossJobResult {
  id: string;
  status: 'completed' | 'failed' | 'deadletter';
  output?: unknown;
}

/** A stored job. */
export interface BossFoundJob {
  readonly id: string;
  readonly data: object;
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  readonly retryCount: number;
  readonly createdOn: Date;
  readonly output: object | null;
  readonly sourceOutput: object | null;
  readonly sourceRetryCount: number | null;
}

/** How full a queue is. */
export interface BossQueueCounts {
  readonly readyCount: number;
  readonly deferredCount: number;
  readonly activeCount: number;
  readonly queuedCount: number;
  readonly readyOldestSeconds: number | null;
}
