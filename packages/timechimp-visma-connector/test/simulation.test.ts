import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMasterIds } from '../sim/master-ids.ts';
import { mutants } from '../sim/mutants.ts';
import { runSeed } from '../sim/run-seed.ts';

describe('the simulation', () => {
  it('A1 to A12 hold in ten schedules of crashes, faults and people', async () => {
    const ids = await readMasterIds();
    for (let seed = 1; seed <= 10; seed += 1) {
      const { violations } = await runSeed(seed, ids, new Set());
      expect(violations, `seed ${seed}`).toEqual([]);
    }
  }, 120_000);

  it('runs the same schedule again for the same seed', async () => {
    const ids = await readMasterIds();
    const trace = async (): Promise<string[]> => {
      const lines: string[] = [];
      await runSeed(7, ids, new Set(), (line) => lines.push(line.replace(/op (\w+) \d+/, 'op $1')));
      return lines;
    };
    expect(await trace()).toEqual(await trace());
  }, 60_000);

  it('has mutants that still fit the code: each changes one place of its file', () => {
    for (const mutant of mutants) {
      if ('habit' in mutant) continue;
      const source = readFileSync(new URL(`../${mutant.file}`, import.meta.url), 'utf8');
      expect(source.split(mutant.find).length - 1, mutant.name).toBe(1);
    }
  });

  it.each(mutants.filter((mutant) => 'habit' in mutant))('finds the habit $name', async (mutant) => {
    const ids = await readMasterIds();
    const habits = new Set('habit' in mutant ? [mutant.habit] : []);
    let found = false;
    for (let seed = 1; seed <= 60 && !found; seed += 1) {
      found = (await runSeed(seed, ids, habits)).violations.length > 0;
    }
    expect(found).toBe(true);
  }, 120_000);
});
