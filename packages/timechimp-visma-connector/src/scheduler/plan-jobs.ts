import type { Connector } from '../connector.ts';
import type { Boss } from './boss.ts';
import { jobId, priorities, type TenantJob } from './tenant-job.ts';

/** What one round of planning added. */
export interface PlannedJobs {
  readonly imports: number;
  readonly reconciles: number;
}

/** What planning needs to know. */
export interface PlanningRules {
  readonly boss: Boss;
  readonly connector: Connector;
  readonly queue: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A night that is due for longer than this, because nothing ran, is left out. */
  readonly lookBackMs: number;
  /** How often unfinished exports are looked at. */
  readonly sweepMs: number;
}

const dayMs = 86_400_000;

/**
 * Adds what is due. Safe to repeat, also by several processes at once: an import's id is made of tenant and night, a
 * reconcile's of tenant and interval (or day, where there is only something to follow), and the queue takes an id once.
 */
export async function planJobs(rules: PlanningRules): Promise<PlannedJobs> {
  const { connector, now } = rules;
  let imports = 0;
  let reconciles = 0;
  for await (const due of pages((after) => connector.tenantsDue({ since: now - rules.lookBackMs, until: now, ...after }))) {
    imports += await add(rules, due.map(({ tenantId, night }) => [{ kind: 'import', tenantId, night }, night]));
  }
  const day = `day ${Math.floor(now / dayMs)}`;
  const interval = `sweep ${Math.floor(now / rules.sweepMs)}`;
  for await (const due of pages((after) => connector.tenantsUnfinished({ follow: true, ...after }))) {
    const jobs: PlannedJob[] = [];
    for (const { tenantId, unfinished } of due) {
      // One that still waits will do all the work: a second one would only ask Visma the same again.
      const queued = await rules.boss.findJobs(rules.queue, { key: tenantId, data: { kind: 'reconcile' }, queued: true, limit: 1 });
      if (queued.length === 0) jobs.push([{ kind: 'reconcile', tenantId }, unfinished ? interval : day]);
    }
    reconciles += await add(rules, jobs);
  }
  return { imports, reconciles };
}

/** A job, and what tells it from the other jobs of its kind and tenant. */
type PlannedJob = readonly [job: TenantJob, name: string];

async function add({ boss, queue }: PlanningRules, jobs: readonly PlannedJob[]): Promise<number> {
  if (jobs.length === 0) return 0;
  const added = await boss.insert(
    queue,
    jobs.map(([job, name]) => ({
      id: jobId(queue, job.kind, job.tenantId, name),
      data: job,
      priority: priorities[job.kind],
      singletonKey: job.tenantId,
    })),
    { returnId: true },
  );
  return added?.length ?? 0;
}

async function* pages<T>(
  read: (after: { readonly after?: string }) => Promise<{ readonly due: readonly T[]; readonly next?: string }>,
): AsyncGenerator<readonly T[]> {
  let after: { readonly after?: string } | undefined = {};
  while (after) {
    const { due, next }: { readonly due: readonly T[]; readonly next?: string } = await read(after);
    yield due;
    after = next === undefined ? undefined : { after: next };
  }
}
