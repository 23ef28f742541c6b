/**
 * Measures everything that the budgets promise, prints a table and writes `bench/results.json`. Groups run one after the
 * other, each in a process of its own. Times are of the processor, never of the clock, where the unit says so.
 *
 * Usage: node tooling/bench/main.ts [title of a group …]; with titles nothing is written.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Group, GROUPS } from './budgets.ts';
import type { Measurement } from './measure.ts';
import { type Result, resultsOf } from './results.ts';

const root = new URL('../../', import.meta.url);
const wanted = process.argv.slice(2);
const groups = wanted.length === 0 ? GROUPS : GROUPS.filter(({ title }) => wanted.includes(title));
if (groups.length === 0) throw new Error(`No such group. There are: ${GROUPS.map(({ title }) => title).join(', ')}.`);

const started = performance.now();
const measurements: Measurement[] = [];
for (const group of groups) {
  const start = performance.now();
  measurements.push(...(await measure(group)));
  console.log(`${group.title}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const results = resultsOf(measurements, groups);
console.log(table(results));
const missed = results.filter(({ met }) => met === false);
console.log(`${results.length} rows, ${missed.length} bars missed, ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
for (const { name, ratio, bar } of missed) console.log(`missed: ${name}: ${ratio.toFixed(2)}, bar ${bar ?? ''}`);
if (wanted.length === 0) {
  mkdirSync(new URL('bench/', root), { recursive: true });
  writeFileSync(new URL('bench/results.json', root), `${JSON.stringify(results, null, 2)}\n`);
}

function measure({ file, nodeFlags }: Group): Promise<readonly Measurement[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(file, root)), { execArgv: [...nodeFlags], serialization: 'advanced' });
    child.on('message', (message) => {
      resolve(message as readonly Measurement[]);
      // It has reported: a timer or a listener that is left must not keep it.
      child.kill();
    });
    child.on('exit', (code) => {
      // Without effect after a report.
      reject(new Error(`${file} ended with ${code ?? 'a signal'} and reported nothing.`));
    });
  });
}

function table(rows: readonly Result[]): string {
  const texts = rows.map(({ name, ours, reference, referenceName, ratio, spread, bar, met, unit }) => [
    name, figure(ours), figure(reference), referenceName, ratio.toFixed(2), spread === 0 ? 'exact' : `+- ${(spread / 2).toFixed(2)}`,
    bar ?? '', met === null ? '' : met ? 'met' : 'MISSED', unit,
  ]);
  const all = [['', 'ours', 'reference', '', 'ratio', 'spread', 'bar', '', 'unit'], ...texts];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
