import { describe, expect, it } from 'vitest';
import type { BillableItem, BillingInput, BillingPolicy, Invoice } from '../../src/index.ts';
import { markFor, proposeSalesEntry } from '../../src/index.ts';
import { customer, entryPolicy, expense, invoice, mileage, project, propose, term, time } from '../support/builders.ts';

/*
 * These texts are in stores and, as marks, on documents in the books. An export that a crash left is found by its mark,
 * and work that was invoiced by its key: where the same selection gets another key or mark than it had before, what was
 * written is not found, and the same hours are invoiced twice. So the derivation never changes after a release, for any
 * reason: whoever has to change a text below writes a second derivation beside the first, and looks for both.
 */

const keys = (items: readonly BillableItem[], rules: Partial<BillingPolicy> = {}, records: Partial<BillingInput> = {}) =>
  propose(items, rules, records).proposals.map(({ key }) => [key, markFor(key)]);

const referenced = project({ invoicing: { method: 'ProjectHourlyRate', hourlyRate: '95.00', reference: 'PO-2' } });

describe('keys and marks, for ever', () => {
  it('one entry, at any price', () => {
    const expected = [['invoice:5c1c0bf955c4e7d0b0495a2d0af61b03', 'TC-8PST23DEK7T8']];
    expect(keys([time()])).toEqual(expected);
    expect(keys([time({ minutes: 45, date: '2026-03-09' })], { rounding: 'exact' }, { projects: [referenced] })).toEqual(expected);
  });

  it('every kind, on four lines', () => {
    expect(keys([time(), expense(), mileage(), term()])).toEqual([['invoice:a20924d2492dc0c679b4c19c51ffaf8a', 'TC-WEZ43BTXHHR4']]);
  });

  it('an id outside of ASCII', () => {
    expect(keys([time({ id: '\u20ac\u{1F600}' })])).toEqual([['invoice:f9ca7b43e997773f7a2885e857b9e540', 'TC-3YNHH5QM3K4B']]);
  });

  it('split by project, reference and month', () => {
    const items = [time(), time({ id: 't2', date: '2026-04-01' })];
    expect(keys(items, { split: ['project', 'reference', 'month'] }, { projects: [referenced] })).toEqual([
      ['invoice:db053c4289c67daff61bdf403438735c', 'TC-SCAH6CW825Z6'],
      ['invoice:1bf678e034c968335c3772adf68e4b01', 'TC-X9TV3GMAE9TX'],
    ]);
  });

  it('a thousand entries, in any order and grouping', () => {
    const items = Array.from({ length: 1000 }, (_, index) => time({ id: String(index) }));
    const expected = [['invoice:2b124d7c4cac14d977482886b40603b5', 'TC-5M7FQDY1STG7']];
    expect(keys(items)).toEqual(expected);
    expect(keys(items.toReversed(), { grouping: { time: 'detailed' } })).toEqual(expected);
  });

  it.each<[string, Partial<Invoice>, string, string]>([
    ['a sent invoice', {}, 'invoice:i1', 'TC-941VG211R4V7'],
    ['a credit invoice', { id: '52007', credit: true, total: '-1210.00', totalExTax: '-1000.00' }, 'invoice:52007', 'TC-W8ADRMYDAT8E'],
  ])('a sales entry of %s: the id of the invoice, whatever is on it', (_, change, key, mark) => {
    const result = proposeSalesEntry(invoice(change), customer(), entryPolicy());
    expect(result).toMatchObject({ ok: true, value: { key } });
    expect(markFor(key)).toBe(mark);
  });
});
