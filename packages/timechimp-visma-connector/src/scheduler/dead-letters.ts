import * as z from 'zod';
import type { Boss, BossFoundJob } from './boss.ts';
import type { JobFailure } from './job-failure.ts';
import { readJob, type TenantJob } from './tenant-job.ts';

/** A job that was given up: by itself after its last attempt, or at once because a person has to act first. */
export interface DeadJob {
  /** For `retry`. */
  readonly id: string;
  readonly job: TenantJob;
  readonly reason: JobFailure;
  readonly attempts: number;
  readonly givenUpAt: Date;
}

const failure = z.object({ code: z.string(), message: z.string(), remedy: z.string().optional(), needsPerson: z.boolean() });
const systemFailure = z.object({ value: z.object({ message: z.string() }) });

/** Reads dead letters, oldest first. */
export async function readDeadJobs(
  boss: Boss,
  queue: string,
  { tenantId, limit = 100, after }: { readonly tenantId?: string; readonly limit?: number; readonly after?: string },
): Promise<readonly DeadJob[]> {
  const found = await boss.findJobs(queue, {
    queued: true,
    limit,
    ...(tenantId === undefined ? {} : { key: tenantId }),
    ...(after === undefined ? {} : { after }),
  });
  return found.map((each) => ({
    id: each.id,
    job: readJob(each.data),
    reason: reasonOf(each.sourceOutput),
    attempts: (each.sourceRetryCount ?? 0) + 1,
    givenUpAt: each.createdOn,
  }));
}

/** The reason of our own, or the queue's, such as a worker that was never heard of again. */
export function reasonOf(output: BossFoundJob['output']): JobFailure {
  const ours = failure.safeParse(output);
  if (ours.success) {
    const { remedy, ...rest } = ours.data;
    return { ...rest, ...(remedy === undefined ? {} : { remedy }) };
  }
  const system = systemFailure.safeParse(output);
  return { code: 'worker-lost', message: system.success ? system.data.value.message : 'The worker told no reason.', needsPerson: false };
}
