/**
 * Installs the packed packages into empty projects, as a user would, and uses them there: as ESM, as CommonJS, from
 * TypeScript under `moduleResolution` node16 (both kinds of file) and bundler, and through a minifying bundler.
 * The optional peers are not installed, so a root entry that needed one would fail here.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packAll } from './packages.ts';

const node = process.execPath;
const packed = packAll();
const project = mkdtempSync(join(tmpdir(), 'consumer-'));
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packed.map(({ tarball }) => tarball), 'zod@4', 'typescript@6', 'esbuild@0.28', '@types/node@24']);
cpSync('tooling/package-checks/consumers', project, { recursive: true });

const checks: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['ES module', [node, 'esm.mjs']],
  ['CommonJS', [node, 'commonjs.cjs']],
  ['TypeScript, node16', ['npx', 'tsc', '-p', 'tsconfig.node16.json']],
  ['TypeScript, bundler', ['npx', 'tsc', '-p', 'tsconfig.bundler.json']],
  ['bundled and minified', ['npx', 'esbuild', 'esm.mjs', '--bundle', '--minify', '--platform=node', '--format=esm', '--outfile=bundled.mjs', '--log-level=warning']],
  ['bundled and minified, run', [node, 'bundled.mjs']],
];
let failures = 0;
for (const [name, [program, ...args]] of checks) {
  try {
    run(program, args);
    console.log(`ok: ${name}`);
  } catch (error) {
    failures += 1;
    console.error(`FAILED: ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
process.exitCode = failures === 0 ? 0 : 1;

function run(program: string, args: readonly string[]): void {
  // The consumer uses the Node that runs this script, and none of the workspace's tools.
  const path = [dirname(node), ...(process.env['PATH'] ?? '').split(':').filter((entry) => !entry.includes('node_modules'))];
  execFileSync(program, args, { cwd: project, stdio: 'inherit', env: { ...process.env, PATH: path.join(':') } });
}
