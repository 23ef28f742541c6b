import { describe, expect, it } from 'vitest';
import { guidOf, idSource } from './ids.ts';
import { seededRandom } from './random.ts';

describe('ids', () => {
  it('are GUIDs of version 4 that depend on their name alone', () => {
    expect(guidOf('article/UREN-H')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guidOf('article/UREN-H')).toBe(guidOf('article/UREN-H'));
  });

  it('do not collide over 100,000 names', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => guidOf(`row/${index}`)));
    expect(ids.size).toBe(100_000);
  });

  it('count per kind, so that one kind does not move another', () => {
    const [one, two] = [idSource('s'), idSource('s')];
    one.guid('draft');
    expect(one.guid('row')).toBe(two.guid('row'));
  });

  it('come with chance that is even and repeatable', () => {
    const draw = (): number[] => {
      const random = seededRandom('s');
      return Array.from({ length: 10_000 }, random);
    };
    expect(draw()).toEqual(draw());
    const mean = draw().reduce((sum, value) => sum + value, 0) / 10_000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });
});
