/**
 * Compiles every `ts` block of every document against the packages' sources under the project's own strict settings.
 * What follows `ts` says what else is done with a block:
 * - `run`: it is run, and must end with exit code 0;
 * - `next`: it goes on where the block before it ended, so that a tutorial is one program, run as a whole;
 * - `fragment`: it is compiled after the block before it, which stays a program of its own.
 * A block `text output` after them says what the program so far prints, to the letter.
 *
 * Usage: node tooling/docs/check-snippets.ts [part of a file's name ...]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownFiles, snippetsOf } from './markdown.ts';

interface Program {
  readonly name: string;
  readonly place: string;
  readonly run: boolean;
  code: string;
  /** What it must print; undefined when no document says. */
  output: string | undefined;
}

const folder = 'tooling/docs/.snippets';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const wanted = process.argv.slice(2);
const files = markdownFiles().filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const programs = files.flatMap(programsOf);
if (programs.length === 0) throw new Error('No snippet was found: the check would prove nothing.');
for (const { name, code } of programs) writeFileSync(join(folder, name), `${code}\nexport {};\n`);
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../tsconfig.packages.json',
    compilerOptions: { noUnusedLocals: false, types: ['node'] },
    include: ['*.ts'],
  }),
);

let failures = 0;
const compiled = spawnSync('tsc', ['-p', folder], { encoding: 'utf8' });
if (compiled.status !== 0) {
  failures += 1;
  console.error(compiled.stdout.replaceAll(/[\w./-]*?([\w-]+)-(\d+)\.ts\(/g, '$1.md, program from line $2 ('));
}
const runnable = programs.filter((program) => program.run);
for (const program of runnable) {
  const problem = runProgram(program);
  if (problem === undefined) continue;
  failures += 1;
  console.error(`${program.place}: ${problem}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${String(programs.length)} programs compiled, ${String(runnable.length)} run, ${String(failures)} failed.`);
process.exitCode = failures === 0 ? 0 : 1;

function programsOf(file: string): Program[] {
  const found: Program[] = [];
  for (const { language, flags, code, line } of snippetsOf(file)) {
    const last = found.at(-1);
    if (language === 'text' && flags.includes('output') && last) {
      last.output = `${last.output ?? ''}${code}\n`;
    } else if (language === 'ts' && flags.includes('next') && last) {
      last.code += `\n${code}`;
    } else if (language === 'ts') {
      found.push({
        name: `${file.replaceAll(/[^\w]/g, '-')}-${String(line)}.ts`,
        place: `${file}:${String(line)}`,
        run: flags.includes('run'),
        code: flags.includes('fragment') ? `${last?.code ?? ''}\n${code}` : code,
        output: undefined,
      });
    }
  }
  return found;
}

/** Runs it; answers what is wrong. */
function runProgram({ name, output }: Program): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, name)], { encoding: 'utf8', timeout: 60_000 });
  if (status !== 0) return `ended with ${String(status)}.\n${stderr}`;
  if (output !== undefined && stdout !== output) return `prints\n${stdout}and the document says\n${output}`;
  return undefined;
}
