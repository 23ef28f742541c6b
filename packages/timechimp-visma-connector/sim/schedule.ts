import type { ExportOutcome } from '../src/export/report.ts';
import { checkBooks } from './checker.ts';
import { makePlan, reconcileOperation, replaceOperation, runOperation, settleOperation, undoOperation, type Operation } from './operations.ts';
import { loseStore } from './lost-store.ts';
import { personAtTheWorstMoment, personInTimeChimp, personInVisma } from './people.ts';
import type { Process } from './process.ts';
import { finish, fireTimers, quiet, start, toTheEnd, type Worker } from './running.ts';
import { company, otherCompany, type World } from './world.ts';

const minute = 60_000;
const steps = 450;

/** Lets workers, people and faults loose on the world, then calms down, and checks the books. */
export async function runSchedule(world: World): Promise<void> {
  const workers: Worker[] = Array.from({ length: world.random.int(2, 4) }, () => ({ process: null, over: true }));
  const zombies: Process[] = [];
  await world.claimPair();
  const lostAt = world.random.chance(0.4) ? world.random.int(60, steps - 40) : null;
  for (let step = 0; step < steps; step += 1) {
    if (step === lostAt) await loseStore(world, workers, zombies);
    await oneStep(world, workers, zombies);
  }
  await lastCorrections(world);
  await calmDown(world, workers, zombies);
}

/** The end of the month: drafts are replaced one after the other, while faults and people are still about. */
async function lastCorrections(world: World): Promise<void> {
  if (world.connection.company !== company) world.connect(company);
  for (let times = 0; times < 6; times += 1) {
    world.faultRate = 0.02;
    for (let plans = 0; plans < 3; plans += 1) makePlan(world);
    const run = runOperation(world);
    if (run) await toTheEnd(world, run);
    world.faultRate = 0.5;
    const replace = replaceOperation(world);
    if (!replace) continue;
    await toTheEnd(world, replace, (process) => {
      // The worst moment: the draft was just read, and is about to be deleted.
      if (process.standsAt === 'removeDraft:before' && world.random.chance(0.5)) personAtTheWorstMoment(world);
      else if (world.random.chance(0.03)) personInVisma(world);
    });
  }
}

async function oneStep(world: World, workers: Worker[], zombies: Process[]): Promise<void> {
  const { random } = world;
  world.advance(random.int(0, 2_000));
  const dice = random.next();
  if (world.connection.company !== company && random.chance(0.05)) world.connect(company);
  if (dice < 0.06) makePlan(world);
  else if (dice < 0.08) personInVisma(world);
  else if (dice < 0.1) personInTimeChimp(world);
  else if (dice < 0.14) world.advance(random.int(1, 12) * minute);
  else if (dice < 0.147) await happening(world);
  else {
    const worker = random.pick(workers);
    if (worker) await workOn(world, worker, zombies);
  }
  for (const worker of workers) {
    if (worker.process) await fireTimers(world, worker.process);
  }
}

async function workOn(world: World, worker: Worker, zombies: Process[]): Promise<void> {
  const { random, hits } = world;
  const { process } = worker;
  if (!process || worker.over) {
    const operation = chooseOperation(world);
    if (operation) await start(world, worker, operation);
    return;
  }
  if (process.frozenUntil !== null) {
    if (world.time.now < process.frozenUntil) return;
    if (world.time.now - process.frozenSince > 6 * minute) hits.add('thaw after the lease');
    process.frozenUntil = null;
  }
  const point = process.standsAt;
  if (point === null) {
    // It waits for a timer, such as the seconds after a 429.
    if (process.nextTimer !== null) world.advance(Math.max(0, process.nextTimer - world.time.now));
  } else if (random.chance(0.02 * weight(point))) {
    world.trace(`${process.name} is killed`);
    hits.add('kill');
    hits.add(`kill @ ${point}`);
    worker.process = null;
    return;
  } else if (random.chance(0.02 * weight(point))) {
    world.trace(`${process.name} freezes`);
    hits.add('freeze');
    process.frozenSince = world.time.now;
    process.frozenUntil = world.time.now + random.int(1, 60) * minute;
    // Another worker takes its place; the frozen one wakes up some time.
    if (random.chance(0.7)) {
      zombies.push(process);
      worker.process = null;
    }
    return;
  } else {
    process.resume(process.standing > 1 ? random.int(0, process.standing - 1) : 0);
  }
  await quiet(process);
  const awake = zombies.filter((zombie) => zombie.frozenUntil !== null && zombie.frozenUntil <= world.time.now);
  for (const zombie of awake) await wake(world, zombies, zombie);
}

/** Where something is about to be sent, or has been, it matters most; what is rarely reached is worth more, too. */
function weight(point: string): number {
  if (/^(void:|save\((replacing|held|draft-missing|not-written|undone)\))/.test(point)) return 8;
  if (/^(mark|restore):before/.test(point)) return 6;
  return /^(write|convert|mark|restore|removeDraft|void):/.test(point) ? 4 : 1;
}

async function wake(world: World, zombies: Process[], zombie: Process): Promise<void> {
  if (zombie.standsAt === null && zombie.nextTimer === null) {
    zombies.splice(zombies.indexOf(zombie), 1);
    return;
  }
  if (zombie.frozenSince > 0 && world.time.now - zombie.frozenSince > 6 * minute) world.hits.add('thaw after the lease');
  zombie.frozenSince = 0;
  zombie.resume();
  await quiet(zombie);
  await fireTimers(world, zombie);
}

function chooseOperation(world: World): Operation | null {
  const dice = world.random.next();
  if (dice < 0.42) return runOperation(world);
  if (dice < 0.6) return reconcileOperation(world);
  if (dice < 0.75) return replaceOperation(world);
  return dice < 0.88 ? undoOperation(world) : settleOperation(world);
}

async function happening(world: World): Promise<void> {
  switch (world.random.int(0, 3)) {
    case 0:
      world.hits.add('reconnect');
      world.connect(company);
      break;
    case 1:
      world.hits.add('token expired');
      world.fake.person.expireAccessTokens();
      break;
    case 2:
      world.hits.add('switched company');
      world.connect(otherCompany);
      break;
    default:
      await secondTenant(world);
  }
}

/** Another tenant connects the same pair: it must be refused, else it exports the same hours. */
async function secondTenant(world: World): Promise<void> {
  world.hits.add('second tenant');
  const scope = world.scope(world.connection, 'tenant-2');
  const answer = world.habits.has('pair not claimed')
    ? 'claimed'
    : await world.state.connections.claimPair('tenant-2', scope, world.time.now);
  if (answer === 'claimed') world.fail('second tenant: it got the pair that another tenant has');
}

/** No more faults and people: everyone finishes, time passes, reconcile runs until nothing is left to do. */
async function calmDown(world: World, workers: Worker[], zombies: Process[]): Promise<void> {
  world.faultRate = 0;
  world.fake.faults.clear();
  if (world.connection.company !== company) world.connect(company);
  const running = [...workers.flatMap((worker) => worker.process ?? []), ...zombies];
  // Some wake up only when everybody else is done with what they were at.
  const sleepers = running.filter((process) => process.frozenUntil !== null && world.random.chance(0.7));
  for (const process of running) if (!sleepers.includes(process)) await finish(world, process);
  let report: readonly ExportOutcome[] = [];
  for (let round = 0; round < 7; round += 1) {
    world.advance(20 * minute);
    report = await toTheEnd(world, reconcileOperation(world));
    if (round === 3) for (const process of sleepers) await finish(world, process);
    const undo = round === 0 ? undoOperation(world) : null;
    if (undo) await toTheEnd(world, undo);
    for (let times = 0; round < 5 && times < 4; times += 1) {
      const settle = settleOperation(world);
      if (settle) await toTheEnd(world, settle);
    }
  }
  checkBooks(world, report);
}
