/**
 * Compares the diagrams of an export's life with the code: the states with those of an export record, the arrows with the
 * steps that the simulation holds every export to.
 */
import { readFileSync } from 'node:fs';
import { freeStates, liveStates } from '../../packages/timechimp-visma-connector/src/ports/export-record.ts';
import { steps } from '../../packages/timechimp-visma-connector/sim/steps.ts';

const page = 'docs/exactly-once.md';
const diagrams = [...readFileSync(page, 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```/gm)].map(([, source = '']) => source);
const drawn = diagrams
  .flatMap((source) => [...source.matchAll(/^\s*(\S+) --> (\w+)/gm)])
  .map(([, from = '', to = '']) => `${stateOf(from)} -> ${stateOf(to)}`);
const coded = ['[*] -> claimed', ...Object.entries(steps).flatMap(([from, targets]) => targets.map((to) => `${from} -> ${to}`))];
const states = new Set(drawn.flatMap((arrow) => arrow.split(' -> ')));
states.delete('[*]');

const problems = [
  ...coded.filter((arrow) => !drawn.includes(arrow)).map((arrow) => `${arrow} is not drawn.`),
  ...drawn.filter((arrow) => !coded.includes(arrow)).map((arrow) => `${arrow} is drawn and does not happen.`),
  ...drawn.filter((arrow, index) => drawn.indexOf(arrow) < index).map((arrow) => `${arrow} is drawn twice.`),
  ...[...liveStates, ...freeStates].filter((state) => !states.has(state)).map((state) => `State ${state} is not drawn.`),
];
for (const problem of problems) console.error(`${page}: ${problem}`);
console.log(`${String(drawn.length)} arrows between ${String(states.size)} states compared, ${String(problems.length)} differences.`);
process.exitCode = problems.length === 0 && drawn.length > 0 ? 0 : 1;

/** Mermaid's names hold no hyphen. */
function stateOf(name: string): string {
  return name.replaceAll('_', '-');
}
