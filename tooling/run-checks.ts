/**
 * Runs every check that a release needs and prints `N passed, N failed` from real counts as its last line. Test counts
 * come from vitest's JSON reports; every other step counts as one.
 *
 * Usage: node tooling/run-checks.ts [name of a step …]
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Variables of its own: tests must run, not be replayed from a cache. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the step leaves vitest reports, when it runs tests. */
  readonly reports?: string;
}

const pnpm = ['npx', '-y', 'pnpm@12.21.0'] as const;

/** One after the other, on an otherwise idle machine. The tests build what they need, so that the build finds it done. */
const first: readonly Step[] = [
  { name: 'test', command: [...pnpm, 'test'], environment: { TURBO_FORCE: 'true' }, reports: '{packages,examples}/*/reports/vitest.json' },
  { name: 'build', command: [...pnpm, 'build'] },
];

/** Two lanes side by side: what reads or renews the built packages is in one, so that no step sees another's half-written build. */
const lanes: readonly (readonly Step[])[] = [
  [
    { name: 'packages', command: [...pnpm, 'check:packages'] },
    { name: 'consumers', command: [...pnpm, 'check:consumers'] },
    { name: 'documents', command: [...pnpm, 'check:docs'] },
    { name: 'demo', command: [...pnpm, 'demo'] },
    { name: 'simulation', command: [...pnpm, 'sim', '--seeds', '300', '--quiet'] },
  ],
  [
    { name: 'types', command: [...pnpm, 'types'] },
    { name: 'lint', command: [...pnpm, 'lint'] },
    { name: 'unused code', command: [...pnpm, 'check:unused'] },
    { name: 'site', command: [...pnpm, 'docs:build'] },
  ],
];

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

type Output = 'shown as it comes' | 'shown at its end';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const started = Date.now();
const wanted = process.argv.slice(2);
const chosen = (steps: readonly Step[]): readonly Step[] => steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const names = [...first, ...lanes.flat()].map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const counts = await inOrder(chosen(first), 'shown as it comes');
const beside = await Promise.all(lanes.map((lane) => inOrder(chosen(lane), 'shown at its end')));
const all = [...counts, ...beside.flat()];
const passed = all.reduce((sum, each) => sum + each.passed, 0);
const failed = all.reduce((sum, each) => sum + each.failed, 0);
console.log(`\nAll steps in ${seconds(started)} s`);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function inOrder(steps: readonly Step[], output: Output): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const step of steps) counts.push(await run(step, output));
  return counts;
}

async function run(step: Step, output: Output): Promise<Counts> {
  const title = `\n== ${step.name}: ${step.command.join(' ')}`;
  // A report of an earlier run must never be counted as this one's.
  if (step.reports) for (const file of globSync(step.reports)) rmSync(file);
  const began = Date.now();
  if (output === 'shown as it comes') console.log(title);
  const { ok, text } = await execute(step, output);
  if (output === 'shown at its end') console.log(`${title}\n${text}`);
  console.log(`== ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(began)} s`);
  if (!step.reports) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const tests = countTests(step.reports);
  // A runner that fails without a failed test (a file that does not load, no report at all) is a failure too.
  const failures = ok ? tests.failed : Math.max(1, tests.failed);
  return { passed: tests.passed, failed: tests.passed + failures === 0 ? 1 : failures };
}

/** Runs a command to its end; `text` is what it wrote, where that was not shown as it came. */
function execute({ command, environment }: Step, output: Output): Promise<{ readonly ok: boolean; readonly text: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const taken = output === 'shown as it comes' ? 'inherit' : 'pipe';
    const child = spawn(program, args, { stdio: ['ignore', taken, taken], env: { ...process.env, ...environment } });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer): unknown => chunks.push(chunk);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ ok: status === 0, text: Buffer.concat(chunks).toString('utf8').trimEnd() });
    });
  });
}

function seconds(since: number): string {
  return String(Math.round((Date.now() - since) / 1000));
}

function countTests(pattern: string): { passed: number; failed: number } {
  const packages = globSync('{packages,examples}/*/vitest.config.ts').map((file) => file.replace('vitest.config.ts', ''));
  let passedTests = 0;
  let failedTests = 0;
  const files = globSync(pattern);
  for (const folder of packages) {
    if (!files.some((file) => file.startsWith(folder))) {
      console.error(`No test report from ${folder}.`);
      failedTests += 1;
    }
  }
  for (const file of files) {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    passedTests += report.numPassedTests;
    failedTests += report.numFailedTests;
    failedTests += report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
    if (report.numPendingTests + report.numTodoTests > 0) {
      console.error(`${file} has skipped tests; none is allowed.`);
      failedTests += 1;
    }
  }
  return { passed: passedTests, failed: failedTests };
}
