import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const folder = new URL('../reports/cold-import/', import.meta.url);
const rounds = 25;

/** Runs one file in a process of its own: milliseconds of processor time that its import takes. */
function timeOf(file: string): number {
  const code = `const before = process.cpuUsage(); const m = await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(before); console.log(JSON.stringify([(user + system) / 1000, Object.keys(m).length]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  const [ms, names] = JSON.parse(stdout) as [number, number];
  if (names === 0) throw new Error(`${file} exports nothing.`);
  return ms;
}

/** Cold import of the client, as it is published, against zod and ofetch alone: interleaved, the best of each. */
export async function benchColdImport(): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const floor = new URL('floor.mjs', folder);
  const client = new URL('client.mjs', folder);
  await writeFile(floor, "export * as z from 'zod'; export { createFetch } from 'ofetch';\n");
  const { outputFiles } = await build({
    entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    platform: 'neutral',
    packages: 'external',
    write: false,
  });
  await writeFile(client, outputFiles[0]?.contents ?? '');
  const best = { floor: Infinity, client: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.floor = Math.min(best.floor, timeOf(floor.pathname));
    best.client = Math.min(best.client, timeOf(client.pathname));
  }
  await rm(folder, { recursive: true });
  return [
    `zod and ofetch alone               1.00 (${best.floor.toFixed(0)} ms of processor time)`,
    `this client, whole                 ${(best.client / best.floor).toFixed(2)} x zod and ofetch alone (${best.client.toFixed(0)} ms)`,
  ];
}
