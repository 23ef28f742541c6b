import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRounds } from './link-rounds.ts';

const link = fc.record({
  sourceCustomerId: fc.constantFrom('1', '2', '3', '4'),
  vismaCustomerId: fc.constantFrom('a', 'b', 'c', 'd'),
});

describe('rounds of links', () => {
  it('name no customer twice, lose nothing and keep the order', () => {
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const rounds = [...linkRounds(links)];
        expect(rounds.flat()).toEqual(links);
        for (const round of rounds) {
          expect(new Set(round.map((each) => each.sourceCustomerId)).size).toBe(round.length);
          expect(new Set(round.map((each) => each.vismaCustomerId)).size).toBe(round.length);
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
    );
  });

  it('hold at most 1000 links', () => {
    const links = Array.from({ length: 2001 }, (_, at) => ({ sourceCustomerId: `s${at}`, vismaCustomerId: `v${at}` }));
    expect([...linkRounds(links)].map((round) => round.length)).toEqual([1000, 1000, 1]);
  });
});
