import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../tooling/bench/budgets.ts';
import { exactRow } from '../../../tooling/bench/measure.ts';
import { resultsOf } from '../../../tooling/bench/results.ts';

const names = GROUPS.flatMap(({ budgets }) => budgets.map(({ name }) => name));
const measured = names.map((name) => exactRow(name, 3, 4));

describe('the results of the benchmarks', () => {
  it('have one row for every budget, with every field', () => {
    const results = resultsOf(measured);
    expect(results.map(({ name }) => name)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
    const fields = ['bar', 'met', 'name', 'ours', 'ratio', 'reference', 'referenceName', 'spread', 'unit'];
    for (const result of results) expect(Object.keys(result).sort()).toEqual(fields);
  });

  it.each([
    'client bundle, one resource', 'client bundle, all operations', 'client bundle, oauth, with its library', 'billing-core bundle, everything',
    'import of 1000 customers', 'import of 1000 customers, nothing new', 'drafts for 1000 customers', 'invoices for 1000 customers',
    'allowed rate used in a bulk run', 'refused for their number in a bulk run', '100 pages x 100, not validated', '100 pages x 100, validated',
    'one request, whole client, time', 'one request, whole client, allocation', '1,000,000 entries by activity, in order', 'growth of time by activity',
    'cold import of the client', 'cold import of the connector', 'cold import of billing-core', '100,000 customers upserted, memory',
    '1,000,000 customers streamed, memory', 'violations in 100 random crash and fault schedules',
  ])('promise something of: %s', (name) => {
    expect(GROUPS.flatMap(({ budgets }) => budgets).find((budget) => budget.name === name)?.bar).toMatch(/^[<>]= [\d.]+$/);
  });

  it('name a program for every group', () => {
    for (const { file } of GROUPS) expect(existsSync(new URL(`../../../${file}`, import.meta.url))).toBe(true);
  });

  it('say whether the bar was met, in both directions', () => {
    const [file, title, nodeFlags, unit] = ['a.ts', 'a', [], 's'];
    const group = { file, title, nodeFlags, budgets: [{ name: 'most', unit, bar: '<= 1.5' }, { name: 'least', unit, bar: '>= 0.5' }, { name: 'open', unit, bar: null }] } as const;
    const met = (ratio: number) => resultsOf(['most', 'least', 'open'].map((name) => exactRow(name, ratio, 1)), [group]).map((row) => row.met);
    expect([met(0.4), met(0.5), met(1.5), met(1.6)]).toEqual([[true, false, null], [true, true, null], [true, true, null], [false, true, null]]);
  });

  it('are refused when a row is missing, has no figure, or belongs to no budget', () => {
    const [first = '', ...others] = names;
    expect(() => resultsOf(others.map((name) => exactRow(name, 1, 1)))).toThrow(`Not measured: ${first}.`);
    expect(() => resultsOf([...others.map((name) => exactRow(name, 1, 1)), exactRow(first, NaN, 1)])).toThrow(`Not measured: ${first}.`);
    expect(() => resultsOf([...measured, exactRow('another', 1, 1)])).toThrow('Without a budget: another.');
  });

  it('nothing of nothing is one', () => {
    expect(exactRow('refused', 0, 0)).toMatchObject({ ratio: 1, spread: 0 });
    expect(exactRow('refused', 1, 0).ratio).toBe(Infinity);
  });
});
