import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The share of mutants that must be caught, in percent. */
const REQUIRED = 90;

/** A mutant that no test can or should catch, by its place and replacement, with the reason. */
interface Allowed {
  readonly file: string;
  readonly line: string;
  readonly replacement: string;
  readonly reason: string;
}

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
}

const report = read('../reports/mutation.json') as Report;
const allowed = read('../mutation-allowed.json') as readonly Allowed[];
const used = new Set<Allowed>();
let caught = 0;
let total = 0;

for (const [file, { source, mutants }] of Object.entries(report.files)) {
  const lines = source.split('\n');
  for (const mutant of mutants) {
    if (mutant.status === 'CompileError' || mutant.status === 'RuntimeError') continue;
    const line = (lines[mutant.location.start.line - 1] ?? '').trim();
    const reason = allowed.find((one) => one.file === file && one.line === line && one.replacement === (mutant.replacement ?? ''));
    const killed = mutant.status === 'Killed' || mutant.status === 'Timeout';
    if (!killed && reason) {
      used.add(reason);
      continue;
    }
    // Ignored mutants, and those that no test reaches, count as survived.
    total++;
    if (killed) caught++;
    else console.log(`${mutant.status}  ${file}:${mutant.location.start.line}  ${line}  =>  ${mutant.replacement ?? ''}`);
  }
}

for (const one of allowed) if (!used.has(one)) console.log(`not needed: ${one.file}  ${one.line}  =>  ${one.replacement}`);
const score = total === 0 ? 0 : (caught / total) * 100;
console.log(`${caught} of ${total} mutants caught: ${score.toFixed(2)} % (${used.size} on the list, ${REQUIRED} % required)`);
if (score < REQUIRED) process.exitCode = 1;
