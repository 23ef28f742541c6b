/**
 * Runs every check that a release needs, one after the other, and prints `N passed, N failed` from real counts as its
 * last line. Test counts come from vitest's JSON reports; every other step counts as one.
 *
 * Usage: node tooling/run-checks.ts [name of a step …]
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the step leaves vitest reports, when it runs tests. */
  readonly reports?: string;
}

const pnpm = ['npx', '-y', 'pnpm@12.21.0'] as const;

const steps: readonly Step[] = [
  { name: 'test', command: [...pnpm, 'test'], reports: '{packages,examples}/*/reports/vitest.json' },
  { name: 'types', command: [...pnpm, 'types'] },
  { name: 'lint', command: [...pnpm, 'lint'] },
  { name: 'build', command: [...pnpm, 'build'] },
  { name: 'packages', command: [...pnpm, 'check:packages'] },
  { name: 'consumers', command: [...pnpm, 'check:consumers'] },
  { name: 'unused code', command: [...pnpm, 'check:unused'] },
  { name: 'documents', command: [...pnpm, 'check:docs'] },
  { name: 'site', command: [...pnpm, 'docs:build'] },
  { name: 'simulation', command: [...pnpm, 'sim', '--seeds', '300', '--quiet'] },
  { name: 'demo', command: [...pnpm, 'demo'] },
];

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name));
if (chosen.length === 0) {
  console.error(`No such step: ${wanted.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const step of chosen) {
  const counts = run(step);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function run(step: Step): { passed: number; failed: number } {
  console.log(`\n== ${step.name}: ${step.command.join(' ')}`);
  // A report of an earlier run must never be counted as this one's.
  if (step.reports) for (const file of globSync(step.reports)) rmSync(file);
  const started = Date.now();
  const [program = '', ...args] = step.command;
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ok = status === 0;
  console.log(`== ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
  if (!step.reports) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const tests = countTests(step.reports);
  // A runner that fails without a failed test (a file that does not load, no report at all) is a failure too.
  const failures = ok ? tests.failed : Math.max(1, tests.failed);
  return { passed: tests.passed, failed: tests.passed + failures === 0 ? 1 : failures };
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
