import type { ExportOutcome, ExportReport } from '../src/export/report.ts';
import type { Operation } from './operations.ts';
import { Process } from './process.ts';
import type { World } from './world.ts';

let processes = 0;

/** A place for one process at a time. */
export interface Worker {
  process: Process | null;
  /** Resolves with the operation; the scheduler never waits for it, it only looks whether it is over. */
  over: boolean;
}

/** Starts an operation in a new process, up to the first point at which it stands still. */
export async function start(world: World, worker: Worker, operation: Operation): Promise<void> {
  world.hits.add(operation.name);
  const process = new Process(`${operation.name} ${(processes += 1)}`, world.time, world.hits, (line) => {
    world.trace(line);
  });
  worker.process = process;
  worker.over = false;
  const finished = (): void => {
    if (worker.process === process) worker.over = true;
    process.events += 1;
  };
  operation.run(process).then(
    (report) => {
      for (const outcome of outcomesOf(report)) countOutcome(world, outcome);
      if (report && 'alarms' in report) countAlarms(world, report);
      finished();
    },
    (error: unknown) => {
      world.fail(`threw: ${operation.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      finished();
    },
  );
  await quiet(process);
}

function outcomesOf(report: ExportReport | ExportOutcome | null): readonly ExportOutcome[] {
  if (!report) return [];
  return 'outcomes' in report ? report.outcomes : [report];
}

/** People change items while we mark them and give them back, and the source refuses some: then these are right. */
const aboutItems = new Set(['items-not-marked', 'items-not-restored']);

/** Visma keeps to its longest delay here, so nothing that was given up may ever arrive. */
function countAlarms(world: World, { alarms }: ExportReport): void {
  for (const { code, key, message } of alarms) {
    world.hits.add(`alarm ${code}`);
    if (!aboutItems.has(code)) world.fail(`${code}: ${key}: ${message}`);
  }
}

function countOutcome(world: World, outcome: ExportOutcome): void {
  world.trace(`${outcome.key} ${outcome.outcome} ${JSON.stringify(outcome.reason)} ${outcome.record?.state ?? ''}`);
  world.shown.delete(outcome.key);
  world.shown.set(outcome.key, outcome.outcome);
  world.hits.add(`outcome ${outcome.outcome}`);
  if (outcome.reason) world.hits.add(`reason ${outcome.reason.code}`);
}

/** Lets everything that can go on by itself go on. */
export async function quiet(process: Process): Promise<void> {
  let seen = -1;
  for (let still = 0; still < 2; ) {
    await new Promise((resolve) => setImmediate(resolve));
    still = process.events === seen ? still + 1 : 0;
    seen = process.events;
  }
}

/** Fires the timers of a process that is awake. */
export async function fireTimers(world: World, process: Process): Promise<void> {
  if (process.frozenUntil !== null && process.frozenUntil > world.time.now) return;
  if (process.fireTimers()) await quiet(process);
}

/** Runs an operation to its end, whatever the others do `meanwhile`; answers its outcomes. */
export async function toTheEnd(world: World, operation: Operation, meanwhile?: (process: Process) => void): Promise<readonly ExportOutcome[]> {
  const worker: Worker = { process: null, over: true };
  const outcomes: ExportOutcome[] = [];
  await start(world, worker, {
    name: operation.name,
    run: async (process) => {
      const report = await operation.run(process);
      outcomes.push(...outcomesOf(report));
      return report;
    },
  });
  if (worker.process) await finish(world, worker.process, meanwhile);
  return outcomes;
}

/** Lets a process run to its end. */
export async function finish(world: World, process: Process, meanwhile?: (process: Process) => void): Promise<void> {
  process.frozenUntil = null;
  for (let step = 0; step < 3_000; step += 1) {
    meanwhile?.(process);
    if (process.standsAt !== null) process.resume();
    else if (process.nextTimer !== null) {
      world.advance(Math.max(0, process.nextTimer - world.time.now));
      process.fireTimers();
    } else return;
    await quiet(process);
  }
  world.fail(`endless: ${process.name} did not come to an end`);
}
