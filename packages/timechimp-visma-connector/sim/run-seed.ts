import type { Hits } from './hits.ts';
import type { MasterIds } from './plans.ts';
import { runSchedule } from './schedule.ts';
import { World, type Habit } from './world.ts';

/** What one seed led to. */
export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly hits: Hits;
}

/** Runs one seed from an empty world to the check of the books. */
export async function runSeed(
  seed: number,
  ids: MasterIds,
  habits: ReadonlySet<Habit>,
  trace?: (line: string) => void,
): Promise<SeedResult> {
  const world = new World(seed, ids, habits, trace);
  await runSchedule(world);
  return { seed, violations: world.violations, hits: world.hits };
}
