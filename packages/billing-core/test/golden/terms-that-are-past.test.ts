import { describe, expect, it } from 'vitest';
import type { ProjectInvoicing, TermOptions } from '../../src/index.ts';
import { unbilledTerms } from '../../src/index.ts';
import { project } from '../support/builders.ts';

const options: TermOptions = { until: '2026-03-31', billFrom: '2026-01-01', billedTermKeys: [], timing: 'advance' };
const errorsOf = (invoicing: ProjectInvoicing, change: Partial<TermOptions> = {}): string[] =>
  unbilledTerms([project({ invoicing })], { ...options, ...change }).problems.map(({ message }) => message);

describe('D4: only what falls due from the bill-from date, and is not billed, can be wrong', () => {
  it('a subscription that began before its first known price reports nothing about months before the bill-from day', () => {
    const subscription = { frequency: 'Month' as const, startDate: '2024-03-01', price: [{ rate: '120.00', from: '2026-01-01' }] };
    expect(errorsOf({ method: 'Subscription', subscription })).toEqual([]);
  });

  it('nor about months that were billed, once the old price is gone', () => {
    const months = ['2026-01-01..2026-01-31', '2026-02-01..2026-02-28'];
    const subscription = { frequency: 'Month' as const, startDate: '2026-01-01', price: [{ rate: '120.00', from: '2026-03-01' }] };
    expect(errorsOf({ method: 'Subscription', subscription }, { billedTermKeys: months.map((days) => `p1/subscription/${days}`) })).toEqual([]);
  });

  it('a fixed price that was billed reports nothing when its date is taken away afterwards', () => {
    expect(errorsOf({ method: 'ProjectRate', fixedRate: '1500.00' }, { billedTermKeys: ['p1/fixed/'] })).toEqual([]);
  });
});
