/**
 * Compiles every `ts` block of every document against the packages' sources under the project's own strict settings,
 * and runs those marked `ts run` (they must end with exit code 0). A block may show only a fragment when it is marked
 * `ts fragment`; such a block is compiled with the one before it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownFiles, snippetsOf, type Snippet } from './markdown.ts';

const folder = 'tooling/docs/.snippets';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const written: { readonly name: string; readonly snippet: Snippet }[] = [];
for (const file of markdownFiles()) {
  let previous = '';
  for (const snippet of snippetsOf(file)) {
    if (snippet.language !== 'ts') continue;
    const code = snippet.flags.includes('fragment') ? `${previous}\n${snippet.code}` : snippet.code;
    previous = code;
    const name = `${snippet.file.replaceAll(/[^\w]/g, '-')}-${String(snippet.line)}.ts`;
    writeFileSync(join(folder, name), `${code}\nexport {};\n`);
    written.push({ name, snippet });
  }
}
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../tsconfig.packages.json',
    compilerOptions: { noUnusedLocals: false, types: ['node'] },
    include: ['*.ts'],
  }),
);
if (written.length === 0) throw new Error('No snippet was found: the check would prove nothing.');

let failures = 0;
const compiled = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' });
if (compiled.status !== 0) {
  failures += 1;
  console.error(compiled.stdout.replaceAll(/[\w./-]*?([\w-]+)-(\d+)\.ts\(/g, '$1.md block at line $2 ('));
}
for (const { name, snippet } of written.filter((entry) => entry.snippet.flags.includes('run'))) {
  try {
    execFileSync(process.execPath, [join(folder, name)], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 60_000 });
  } catch (error) {
    failures += 1;
    console.error(`${snippet.file}:${String(snippet.line)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
rmSync(folder, { recursive: true, force: true });
const ran = written.filter((entry) => entry.snippet.flags.includes('run')).length;
console.log(`${String(written.length)} snippets compiled, ${String(ran)} run, ${String(failures)} failed.`);
process.exitCode = failures === 0 ? 0 : 1;
