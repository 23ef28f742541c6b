import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BillingInput } from '../src/index.ts';
import { proposeInvoices } from '../src/index.ts';
import { BUDGETS, bundle, gzipped } from '../scripts/sizes.ts';
import { fixture, policy } from './fixture.ts';
import { handWritten } from './hand-written.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const PAIRS = 5;

/** Both ways must agree on every line and cent before either is timed. */
function verify(input: BillingInput): number {
  const hand = handWritten(input);
  const { proposals, excluded, problems } = proposeInvoices(input, policy);
  const lines = proposals.flatMap((proposal) => proposal.lines);
  const cents = lines.reduce((all, { amount }) => all + BigInt(amount.replace('.', '')), 0n);
  const ids = lines.reduce((all, { sources }) => all + sources.length, 0);
  const handIds = [...hand.lines.values()].reduce((all, line) => all + line.ids.length, 0);
  if (excluded.length > 0 || problems.length > 0) throw new Error('the fixture is not clean');
  if (cents !== hand.cents || lines.length !== hand.lines.size || ids !== handIds || ids !== input.items.length) {
    throw new Error('the two ways do not agree');
  }
  return lines.length;
}

/** Processor time in ms, of all threads: what a busy machine does meanwhile does not count, our own garbage collection does. */
function timed(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Pairs {
  readonly ours: number;
  readonly hand: number;
  readonly ratio: number;
}

/** Runs both in turn, after one pair to warm up; the ratio is of each pair. */
function pairs(input: BillingInput): Pairs {
  const ours: number[] = [];
  const hands: number[] = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    hands.push(timed(() => handWritten(input)));
    ours.push(timed(() => proposeInvoices(input, policy)));
  }
  const ratios = ours.map((own, index) => own / (hands[index] ?? own));
  return { ours: median(ours.slice(1)), hand: median(hands.slice(1)), ratio: median(ratios.slice(1)) };
}

function shuffled(input: BillingInput): BillingInput {
  const items = [...input.items];
  let state = 7;
  for (let index = items.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    const [a, b] = [items[index]!, items[other]!];
    items[index] = b;
    items[other] = a;
  }
  return { ...input, items };
}

const measured: Pairs[] = [];
console.log('entries      lines        ours   ours / hand-written (processor time, median of pairs)');
for (const size of SIZES) {
  const input = fixture(size);
  const lines = verify(input);
  const result = pairs(input);
  measured.push(result);
  console.log(`${String(size).padStart(9)} ${String(lines).padStart(8)} ${result.ours.toFixed(0).padStart(8)} ms ${result.ratio.toFixed(2).padStart(12)}`);
  if (size === 1_000_000) {
    const mixed = shuffled(input);
    verify(mixed);
    console.log(`    the same in random order ${pairs(mixed).ratio.toFixed(2).padStart(18)}`);
  }
}
const growth = (of: (one: Pairs) => number): string => Math.log10(of(measured[2]!) / of(measured[1]!)).toFixed(2);
console.log(`growth exponent, 100,000 to 1,000,000: ${growth(({ ours }) => ours)} (hand-written: ${growth(({ hand }) => hand)})`);

console.log('\nbundle, minified and gzipped');
for (const { name, exports, bytes } of BUDGETS) {
  console.log(`${name.padEnd(24)} ${String(gzipped(await bundle(exports))).padStart(6)} of ${bytes} bytes`);
}

/** A fresh process imports the bundle from a file, as a server would, and says how long that took. */
const folder = mkdtempSync(join(tmpdir(), 'billing-core-'));
const file = join(folder, 'bundle.mjs');
writeFileSync(file, await bundle(['*']));
const program = 'const start = performance.now(); await import(process.argv[1]); console.log(performance.now() - start);';
const imports = Array.from({ length: 9 }, () =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', program, pathToFileURL(file).href], { encoding: 'utf8' })),
);
rmSync(folder, { recursive: true });
console.log(`\ncold import: ${median(imports).toFixed(1)} ms (median of ${imports.length} processes)`);
