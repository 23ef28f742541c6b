import { describe, expect, it } from 'vitest';
import { createMemoryState } from '../../src/memory/index.ts';
import { BrokenLawError, checkLaw, sourceLaws, stateConformance, stateLaws, type Law } from '../../src/testing/index.ts';
import { brokenConnections } from './broken-connections.ts';
import { brokenExportReads } from './broken-export-reads.ts';
import { brokenExportWrites } from './broken-export-writes.ts';
import { brokenLinksAndLeases } from './broken-links-and-leases.ts';
import { brokenSources } from './broken-sources.ts';
import { brokenFixture } from './broken-state.ts';
import { memorySourceFixture } from './memory-source.ts';

function lawNamed<T>(laws: readonly Law<T>[], name: string): Law<T> {
  const law = laws.find((each) => each.name === name);
  if (!law) throw new Error(`There is no law "${name}".`);
  return law;
}

describe('the conformance kit finds', () => {
  it.each([...brokenExportWrites, ...brokenExportReads, ...brokenConnections, ...brokenLinksAndLeases])('$mistake', async (broken) => {
    const law = lawNamed(stateLaws, broken.law);
    await expect(checkLaw(law, () => brokenFixture(broken))).rejects.toBeInstanceOf(BrokenLawError);
  });

  it.each(brokenSources)('$mistake', async (broken) => {
    const law = lawNamed(sourceLaws, broken.law);
    await expect(checkLaw(law, () => memorySourceFixture(broken.breakIt))).rejects.toBeInstanceOf(BrokenLawError);
  });
});

describe('the conformance kit', () => {
  it('says which law is broken, what was found and why it matters', async () => {
    const [broken] = brokenSources;
    const law = lawNamed(sourceLaws, broken?.law ?? '');
    const error: unknown = await checkLaw(law, () => memorySourceFixture(broken?.breakIt)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ law: law.name, message: expect.stringMatching(/does not hold: hours over all pages.*\n.*Why it matters: an hour/) as string });
  });

  it('passes over what a store does not promise', async () => {
    const law = lawNamed(sourceLaws, 'work: of racers for one status one sets it');
    const weak = () =>
      memorySourceFixture((source) => ({ ...source, work: { ...source.work, abilities: { terms: false, atomicStatus: false } } }));
    expect(await checkLaw(law, weak)).toBe('not promised');
  });

  it('leaves laws out for a reason only, and prints it', () => {
    const cases: string[] = [];
    const runner = { describe: (_: string, define: () => void) => { define(); }, it: (name: string) => cases.push(name) };
    const create = () => {
      const state = createMemoryState();
      return { state, reopen: () => state.reopen() };
    };
    const [first] = stateLaws;
    stateConformance({ runner, create, omit: { [first?.name ?? '']: 'the store has one process' } });
    expect(cases).toHaveLength(stateLaws.length);
    expect(cases[0]).toBe(`${first?.name ?? ''} (omitted: the store has one process)`);
    expect(() => { stateConformance({ runner, create, omit: { 'no such law': 'because' } }); }).toThrow(/no law/);
    expect(() => { stateConformance({ runner, create, omit: { [first?.name ?? '']: ' ' } }); }).toThrow(/reason/);
  });

  it('gives every law a name of its own', () => {
    const names = [...stateLaws, ...sourceLaws].map((law) => law.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
