import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { median, report, spreadOf } from '../../../tooling/bench/measure.ts';

const rounds = 21;
const folder = new URL('../reports/cold-import/', import.meta.url);
const built = (name: string): string => fileURLToPath(new URL(`../../${name}/dist/index.js`, import.meta.url));
const floor = fileURLToPath(new URL('floor.mjs', folder));

/** Imports one file in a process of its own: milliseconds of processor time of the import alone. */
function timeOf(file: string): number {
  const code = `const before = process.cpuUsage(); const module = await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(before); console.log(JSON.stringify([(user + system) / 1000, Object.keys(module).length]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const [ms = NaN, names] = JSON.parse(stdout) as readonly number[];
  if (names === 0) throw new Error(`${file} exports nothing.`);
  return ms;
}

await mkdir(folder, { recursive: true });
await writeFile(floor, "export * as z from 'zod'; export { createFetch } from 'ofetch';\n");
const files = { floor, client: built('visma-eaccounting'), connector: built('timechimp-visma-connector'), core: built('billing-core') };
const times: Record<keyof typeof files, number[]> = { floor: [], client: [], connector: [], core: [] };
for (let round = -1; round < rounds; round++) {
  for (const [name, file] of Object.entries(files) as [keyof typeof files, string][]) {
    const ms = timeOf(file);
    if (round >= 0) times[name].push(ms);
  }
}
await rm(folder, { recursive: true });

const row = (name: string, own: readonly number[], references: readonly number[], referenceName: string) => {
  const ratios = own.map((ms, round) => ms / (references[round] ?? NaN));
  return { name: `cold import of ${name}`, ours: median(own), reference: median(references), referenceName, ratio: median(ratios), spread: spreadOf(ratios) };
};
report([
  row('the client', times.client, times.floor, 'zod and ofetch alone'),
  row('the connector', times.connector, times.floor, 'zod and ofetch alone'),
  row('billing-core', times.core, times.core.map(() => 20), 'the limit'),
]);
