/**
 * Checks the packed packages: publint (strict), are-the-types-wrong, and the list of files that a user would download.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { packAll, type PackedPackage } from './packages.ts';

const allowedFiles = /^package\/(dist\/.*\.(js|cjs|d\.ts|d\.cts|map)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
const requiredFiles = ['package/package.json', 'package/README.md', 'package/LICENSE'];

const problems = packAll().flatMap((packed) => [
  ...tool(packed, ['publint', 'run', packed.tarball, '--strict']),
  ...tool(packed, ['attw', packed.tarball, '--profile', 'node16', '--format', 'table-flipped']),
  ...files(packed),
]);
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Every package is fit to publish.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function tool(packed: PackedPackage, [program = '', ...args]: readonly string[]): string[] {
  console.log(`${packed.name}: ${program}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  return status === 0 ? [] : [`${packed.name}: ${program} found problems (above).`];
}

function files(packed: PackedPackage): string[] {
  const names = execFileSync('tar', ['tzf', packed.tarball], { encoding: 'utf8' }).trim().split('\n');
  return [
    ...names.filter((name) => !allowedFiles.test(name)).map((name) => `${packed.name} would publish ${name}.`),
    ...requiredFiles.filter((name) => !names.includes(name)).map((name) => `${packed.name} lacks ${name}.`),
  ];
}
