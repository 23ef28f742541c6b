import { describe, expect, it } from 'vitest';
import type { BillableItem, Rounding } from '../../src/index.ts';
import { customer, expense, mileage, only, project, propose, time } from '../support/builders.ts';
import { frac, minus, over, round, text, times } from '../support/rational.ts';

/** Entries of the given minutes, one a day. */
const entries = (...minutes: number[]): BillableItem[] =>
  minutes.map((one, index) => time({ id: `t${index}`, date: `2026-03-${String(index + 1).padStart(2, '0')}`, minutes: one }));
const many = (count: number, minutes: number): BillableItem[] =>
  Array.from({ length: count }, (_, index) => time({ id: `t${index}`, minutes }));

/** Worked out by hand, with a pocket calculator: hours to 2 decimals, times the rate, half away from zero. */
const HOURS: readonly {
  readonly what: string; readonly minutes: readonly number[]; readonly rate: string; readonly rounding: Rounding;
  readonly quantity: string; readonly unitPrice: string; readonly amount: string; readonly exact: string; readonly difference: string;
}[] = [
  { what: '0:20 at 95.00, per line: 0.33 x 95.00', minutes: [20], rate: '95.00', rounding: 'perLine', quantity: '0.33', unitPrice: '95.00', amount: '31.35', exact: '31.666667', difference: '-0.316667' },
  { what: '0:20 at 95.00, exact: 1 x 31.67', minutes: [20], rate: '95.00', rounding: 'exact', quantity: '1.00', unitPrice: '31.67', amount: '31.67', exact: '31.666667', difference: '0.003333' },
  { what: '2 x 15 minutes at 95.00, per line', minutes: [15, 15], rate: '95.00', rounding: 'perLine', quantity: '0.50', unitPrice: '95.00', amount: '47.50', exact: '47.500000', difference: '0.000000' },
  { what: '1 x 30 minutes at 95.00, per line: the same', minutes: [30], rate: '95.00', rounding: 'perLine', quantity: '0.50', unitPrice: '95.00', amount: '47.50', exact: '47.500000', difference: '0.000000' },
  { what: '2 x 0:20 at 95.00, per line: 0:40 is 0.67', minutes: [20, 20], rate: '95.00', rounding: 'perLine', quantity: '0.67', unitPrice: '95.00', amount: '63.65', exact: '63.333333', difference: '0.316667' },
  { what: '2 x 0:20 at 95.00, per entry: 0.33 + 0.33', minutes: [20, 20], rate: '95.00', rounding: 'perEntry', quantity: '0.66', unitPrice: '95.00', amount: '62.70', exact: '63.333333', difference: '-0.633333' },
  { what: '3 x 0:20 at 95.00, per line: a whole hour', minutes: [20, 20, 20], rate: '95.00', rounding: 'perLine', quantity: '1.00', unitPrice: '95.00', amount: '95.00', exact: '95.000000', difference: '0.000000' },
  { what: '0:50 at 100.00, per line: 0.83', minutes: [50], rate: '100.00', rounding: 'perLine', quantity: '0.83', unitPrice: '100.00', amount: '83.00', exact: '83.333333', difference: '-0.333333' },
  { what: '0:50 at 100.00, exact', minutes: [50], rate: '100.00', rounding: 'exact', quantity: '1.00', unitPrice: '83.33', amount: '83.33', exact: '83.333333', difference: '-0.003333' },
  { what: '0:03 at 95.00: 0.05 hours exactly', minutes: [3], rate: '95.00', rounding: 'perLine', quantity: '0.05', unitPrice: '95.00', amount: '4.75', exact: '4.750000', difference: '0.000000' },
  { what: '0:15 at 85.50: 21.375 is 21.38, half away from zero', minutes: [15], rate: '85.50', rounding: 'perLine', quantity: '0.25', unitPrice: '85.50', amount: '21.38', exact: '21.375000', difference: '0.005000' },
  { what: 'a correction of -0:15 at 85.50: -21.38', minutes: [-15], rate: '85.50', rounding: 'perLine', quantity: '-0.25', unitPrice: '85.50', amount: '-21.38', exact: '-21.375000', difference: '-0.005000' },
  { what: '7:36 at 71.25', minutes: [456], rate: '71.25', rounding: 'perLine', quantity: '7.60', unitPrice: '71.25', amount: '541.50', exact: '541.500000', difference: '0.000000' },
  { what: '2 x 0:15 at 85.50 per entry: 42.76 is not 0.50 x 85.50, so 1 x 42.76', minutes: [15, 15], rate: '85.50', rounding: 'perEntry', quantity: '1.00', unitPrice: '42.76', amount: '42.76', exact: '42.750000', difference: '0.010000' },
];

describe('D1: rounding of hours, by hand and by fractions', () => {
  it.each(HOURS)('$what', ({ minutes, rate, rounding, ...expected }) => {
    const proposal = only(
      propose(entries(...minutes), { rounding }, { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: rate } })] }),
    );
    const [line] = proposal.lines;
    expect(line).toMatchObject({ quantity: expected.quantity, unitPrice: expected.unitPrice, amount: expected.amount, exactAmount: expected.exact });
    expect(proposal.roundingDifference).toBe(expected.difference);

    const exact = times(over(frac(minutes.reduce((a, b) => a + b)), frac(60)), frac(rate));
    expect(text(exact, 6)).toBe(expected.exact);
    expect(text(times(frac(expected.quantity), frac(expected.unitPrice)), 2)).toBe(expected.amount);
    expect(text(minus(frac(expected.amount), exact), 6)).toBe(expected.difference);
  });

  it('one third of an hour, 300 times at 95.00: 100 hours per line, 9,500.00', () => {
    const line = only(propose(many(300, 20))).lines[0];
    expect(line).toMatchObject({ quantity: '100.00', amount: '9500.00', exactAmount: '9500.000000' });
  });

  it('one third of an hour, 300 times at 95.00, per entry: 99 hours, 9,405.00, exactly the 1 % that is allowed', () => {
    const line = only(propose(many(300, 20), { rounding: 'perEntry' })).lines[0];
    expect(line).toMatchObject({ quantity: '99.00', amount: '9405.00', exactAmount: '9500.000000' });
    const stricter = { amount: '0.50', percent: '0.99' };
    expect(propose(many(300, 20), { rounding: 'perEntry', maxRoundingDifference: stricter }).problems).toMatchObject([{ code: 'rounding-difference' }]);
  });

  it('D1: 1 minute at 129,360.00 an hour would be 431.20 too much: refused with the figures and the advice', () => {
    const result = propose(entries(1), {}, { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: '129360.00' } })] });
    expect(result.proposals).toEqual([]);
    expect(result.problems).toEqual([
      {
        code: 'rounding-difference', severity: 'error',
        message: 'Rounded 2587.20 differs by 431.200000 from the exact 2156.000000: use the rounding "exact".',
        sources: [{ kind: 'time', id: 't0' }],
        details: { amount: '2587.20', exactAmount: '2156.000000', difference: '431.200000', quantity: '0.02', unitPrice: '129360.00' },
      },
    ]);
  });

  it('D1: 1 minute at 129,360.00 an hour in `exact` is 2,156.00', () => {
    const rates = { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: '129360.00' } })] };
    expect(only(propose(entries(1), { rounding: 'exact' }, rates)).netAmount).toBe('2156.00');
  });
});

/** Price and kilometres, by hand. A price of 3 decimals cannot be printed in the Netherlands: 1 x the exact amount. */
const TRIPS = [
  { what: '100 km at 0.23', distance: '100', rate: '0.23', quantity: '100.00', unitPrice: '0.23', amount: '23.00', unit: 'km', articleId: 'A-km' },
  { what: '100 km at 0.235: 1 x 23.50', distance: '100', rate: '0.235', quantity: '1.00', unitPrice: '23.50', amount: '23.50', unit: 'piece', articleId: 'A-lump' },
  { what: '37 km at 0.235: 8.695 is 8.70', distance: '37', rate: '0.235', quantity: '1.00', unitPrice: '8.70', amount: '8.70', unit: 'piece', articleId: 'A-lump' },
  { what: '12.5 km at 0.23: 2.875 is 2.88', distance: '12.5', rate: '0.23', quantity: '12.50', unitPrice: '0.23', amount: '2.88', unit: 'km', articleId: 'A-km' },
  { what: '12.345 km at 0.23: 12.35 x 0.23 = 2.8405', distance: '12.345', rate: '0.23', quantity: '12.35', unitPrice: '0.23', amount: '2.84', unit: 'km', articleId: 'A-km' },
];

describe('D1: rounding of kilometres, by hand and by fractions', () => {
  it.each(TRIPS)('$what', ({ distance, rate, ...expected }) => {
    const { what: _, ...line } = expected;
    const proposal = only(propose([mileage({ distance })], {}, { customers: [customer({ mileageRate: rate })] }));
    expect(proposal.lines[0]).toMatchObject(line);
    const quantity = rate.length > 4 ? frac(distance) : round(frac(distance), 2);
    expect(text(times(quantity, frac(rate)), 2)).toBe(expected.amount);
  });

  it('a German customer gets 0.235 printed, because Visma takes 4 decimals for foreign ones', () => {
    const german = customer({ countryCode: 'DE', vatNumber: 'DE123456789', vatRate: { percentage: '0' }, mileageRate: '0.235' });
    const [line] = only(propose([mileage()], {}, { customers: [german] })).lines;
    expect(line).toMatchObject({ quantity: '100.00', unitPrice: '0.235', amount: '23.50', unit: 'km' });
  });
});

describe('D1: how far a line may be from the exact amount', () => {
  const minute = (hourlyRate: string, rules = {}) => propose(entries(1), rules, { projects: [project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate } })] });

  it('0:01 at 95.00 is 1.90 where 1.58 is exact: within 0.50, though far more than 1 %', () => {
    expect(only(minute('95.00')).netAmount).toBe('1.90');
  });

  it('exactly 0.50 is allowed (3.00 for 2.50), 0.505 is not (3.01 for 2.505)', () => {
    expect(only(minute('150.00')).netAmount).toBe('3.00');
    expect(minute('150.30').problems).toMatchObject([{ code: 'rounding-difference', details: { amount: '3.01', exactAmount: '2.505000' } }]);
  });

  it('exactly the percentage is allowed: 20 % of 15.00 is 3.00, 19.9 % is not', () => {
    expect(only(minute('900.00', { maxRoundingDifference: { amount: '0.01', percent: '20' } })).netAmount).toBe('18.00');
    expect(minute('900.00', { maxRoundingDifference: { amount: '0.01', percent: '19.9' } }).problems).toMatchObject([{ code: 'rounding-difference' }]);
    expect(only(minute('900.00', { maxRoundingDifference: { amount: '3.00', percent: '0' } })).netAmount).toBe('18.00');
  });
});

describe('D1: pieces keep quantity x price wherever it is the amount', () => {
  const pieces = (change: Parameters<typeof expense>[0], rounding: Rounding, who = customer()) => only(propose([expense(change)], { rounding }, { customers: [who] })).lines[0];
  const german = customer({ countryCode: 'DE', vatNumber: 'DE1', vatRate: { percentage: '0' } });

  it.each(['exact', 'perLine', 'perEntry'] as const)('%s: 3 x 12.50', (rounding) => {
    expect(pieces({ quantity: '3', rate: '12.50' }, rounding)).toMatchObject({ quantity: '3.00', unitPrice: '12.50', amount: '37.50', lumpSum: false, unit: 'piece', articleId: 'A-expense' });
  });

  it.each(['exact', 'perLine', 'perEntry'] as const)('%s: 2 x 3.335 is 1 x 6.67, for a German 2 x 3.335', (rounding) => {
    expect(pieces({ quantity: '2', rate: '3.335' }, rounding)).toMatchObject({ quantity: '1.00', unitPrice: '6.67', lumpSum: true });
    expect(pieces({ quantity: '2', rate: '3.335', vatRate: { percentage: '21' } }, rounding, german)).toMatchObject({ quantity: '2.00', unitPrice: '3.335', amount: '6.67', lumpSum: false });
  });

  it.each(['exact', 'perLine', 'perEntry'] as const)('%s: 0.125 x 8.00 is 1 x 1.00, since quantities have 2 decimals', (rounding) => {
    expect(pieces({ quantity: '0.125', rate: '8.00' }, rounding)).toMatchObject({ quantity: '1.00', unitPrice: '1.00', lumpSum: true, text: 'Hosting (0,125 x 8,00)' });
  });

  it('exact: a line that has to take another cent is 1 x its amount', () => {
    const items = [expense({ quantity: '0.5', rate: '0.01' }), expense({ id: 'e2', quantity: '0.5', rate: '0.03', productId: 'x2' })];
    expect(only(propose(items, { rounding: 'exact' })).lines.map(({ quantity, unitPrice, amount }) => [quantity, unitPrice, amount])).toEqual([['0.50', '0.01', '0.01'], ['1.00', '0.01', '0.01']]);
  });

  it('per entry: one piece that cannot be printed makes the line 1 x the sum', () => {
    const items = [expense({ quantity: '1', rate: '9.00' }), expense({ id: 'e2', quantity: '0.3333333', rate: '9.00' })];
    expect(only(propose(items, { rounding: 'perEntry' })).lines[0]).toMatchObject({ quantity: '1.00', unitPrice: '12.00', lumpSum: true });
  });

  it('per entry: hours are counted in hours', () => {
    expect(only(propose(entries(20, 20), { rounding: 'perEntry' })).lines[0]).toMatchObject({ unit: 'hour', lumpSum: false, articleId: 'A-time', text: 'Advies' });
  });
});

describe('D1: `exact` over several lines', () => {
  const days = entries(20, 20, 20);

  it('three days of 0:20 at 95.00 are 31.67 + 31.67 + 31.66, together 95.00 as in one line', () => {
    const perDay = only(propose(days, { rounding: 'exact', grouping: { time: 'day' } }));
    expect(perDay.lines.map(({ amount }) => amount)).toEqual(['31.67', '31.67', '31.66']);
    expect(perDay.netAmount).toBe('95.00');
    expect(only(propose(days, { rounding: 'exact', grouping: { time: 'single' } })).netAmount).toBe('95.00');
  });

  it('the hours stand in the text, so that the line can be recomputed', () => {
    const [line] = only(propose(days, { rounding: 'exact' })).lines;
    expect(line).toMatchObject({ text: 'Advies (1:00 uur x 95,00)', articleId: 'A-lump', unit: 'piece', lumpSum: true });
  });
});
