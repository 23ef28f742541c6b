import { describe, expect, it } from 'vitest';
import type { BillableItem } from '../../src/index.ts';
import { mileage, propose, term, time } from '../support/builders.ts';

const amounts = (items: readonly BillableItem[]) => {
  const { proposals, problems } = propose(items);
  return { lines: proposals.flatMap(({ lines }) => lines.map(({ kind, amount }) => `${kind} ${amount}`)), problems: problems.map(({ code }) => code) };
};

describe('D2: the order of input does not matter', () => {
  it('an entry without an activity and one with an empty activity id', () => {
    const items = [time({ id: '1', activityId: undefined, minutes: 60 }), time({ id: '2', activityId: '', minutes: 60 })];
    expect(amounts(items.toReversed())).toEqual(amounts(items));
  });

  it('a term with the id "km" and a trip of the same project each keep their own price', () => {
    const items = [mileage(), term({ id: 'km' })];
    expect(amounts(items)).toEqual({ lines: ['mileage 23.00', 'term 1500.00'], problems: [] });
  });
});
