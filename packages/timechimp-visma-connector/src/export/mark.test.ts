import { describe, expect, it } from 'vitest';
import { generationOf, markOfGeneration } from './mark.ts';

describe('marks of generations', () => {
  it('keeps the base mark for the first and appends the number to later ones', () => {
    expect([1, 2, 10].map((generation) => markOfGeneration('TC-7K2M9Q', generation))).toEqual(['TC-7K2M9Q', 'TC-7K2M9Q-2', 'TC-7K2M9Q-10']);
  });

  it('reads the generation back, and takes nothing else for one', () => {
    for (const generation of [1, 2, 3, 10, 4_711]) {
      expect(generationOf(markOfGeneration('TC-7K2M9Q', generation), 'TC-7K2M9Q')).toBe(generation);
    }
    for (const other of ['TC-7K2M9', 'TC-7K2M9Q2', 'TC-7K2M9Q-1', 'TC-7K2M9Q-02', 'TC-7K2M9Q-x', 'TC-7K2M9Q-', '']) {
      expect(generationOf(other, 'TC-7K2M9Q')).toBeNull();
    }
  });
});
