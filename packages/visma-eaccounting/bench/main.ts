import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchColdImport } from './cold-import.ts';
import { benchLists } from './lists.ts';
import { benchRequests } from './requests.ts';
import { fullSizes, ownSizes } from './sizes.ts';

// Allocation can be measured only while nothing is collected: with room for a whole run.
const flags = ['--expose-gc', '--max-semi-space-size=512', '--min-semi-space-size=512'];
if ('gc' in globalThis) {
  console.log('Bundles, minified and gzipped:');
  for (const { program, minified, gzipped } of [...(await ownSizes()), ...(await fullSizes())]) {
    console.log(`  ${program.padEnd(48)} ${gzipped} bytes (${minified} minified)`);
  }
  console.log('\nOne request over a stub fetch:');
  for (const line of await benchRequests()) console.log(`  ${line}`);
  console.log('\nA list of 100 pages x 100 customers:');
  for (const line of await benchLists()) console.log(`  ${line}`);
  console.log('\nCold import:');
  for (const line of await benchColdImport()) console.log(`  ${line}`);
  console.log('\nTimes are the best of interleaved runs; compare the ratios, not the figures.');
} else {
  const run = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
