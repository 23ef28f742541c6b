export type {
  Boss,
  BossFoundJob,
  BossJob,
  BossJobInsert,
  BossJobResult,
  BossQueue,
  BossQueueCounts,
  BossWork,
} from './boss.ts';
export type { DeadJob } from './dead-letters.ts';
export type { JobFailure } from './job-failure.ts';
export type { PlannedJobs } from './plan-jobs.ts';
export type { QueueReadiness } from './queue-readiness.ts';
export type { JobOutcome, JobReport } from './run-job.ts';
export { createScheduler, type JobStatus, type Scheduler } from './scheduler.ts';
export type { JobEvent, SchedulerOptions } from './scheduler-options.ts';
export type { ExportJob, TenantJob } from './tenant-job.ts';
