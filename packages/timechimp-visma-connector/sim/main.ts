import { parseArgs } from 'node:util';
import { Hits, required } from './hits.ts';
import { readMasterIds } from './master-ids.ts';
import { mutantNamed } from './mutants.ts';
import { runSeed } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
    trace: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

const mutant = values.mutant === undefined ? undefined : mutantNamed(values.mutant);
const first = values.seed === undefined ? 1 : Number(values.seed);
const last = values.seed === undefined ? Number(values.seeds) : first;
const ids = await readMasterIds();
const habits = new Set(mutant && 'habit' in mutant ? [mutant.habit] : []);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const hits = new Hits();
const failed: number[] = [];
const started = performance.now();

for (let seed = first; seed <= last; seed += 1) {
  const result = await runSeed(seed, ids, habits, values.trace ? say : undefined);
  hits.merge(result.hits);
  if (result.violations.length === 0) continue;
  failed.push(seed);
  say(`seed ${seed}: ${result.violations.length} violations`);
  for (const violation of result.violations.slice(0, 5)) say(`  ${violation}`);
  // A mutant has been found with its first failing seed.
  if (mutant !== undefined || failed.length >= 5) break;
}

const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (mutant !== undefined) {
  say(failed.length > 0 ? `found: ${mutant.name}, by seed ${failed[0]}` : `SURVIVED: ${mutant.name}, ${last} seeds`);
  process.exitCode = failed.length > 0 ? 0 : 1;
} else {
  if (!values.quiet) for (const [name, count] of hits.entries()) say(`${String(count).padStart(8)}  ${name}`);
  const missing = values.seed === undefined ? required.filter((name) => hits.of(name) === 0) : [];
  if (missing.length > 0) say(`never reached: ${missing.join(', ')}`);
  say(`${last - first + 1} seeds, ${failed.length} failed, ${seconds} s`);
  if (failed.length > 0) say(`replay one with --seed ${failed[0]}`);
  process.exitCode = failed.length > 0 || missing.length > 0 ? 1 : 0;
}
// Requests of workers that were killed or frozen never end: their timers would keep the process for minutes.
process.stdout.write('', () => {
  process.exit();
});
