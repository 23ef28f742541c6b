import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { filter } from './filter.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 500);

describe('an expression', () => {
  it.each([
    [filter.eq('CustomerNumber', '10042'), "CustomerNumber eq '10042'"],
    [filter.ne('IsActive', true), 'IsActive ne true'],
    [filter.gt('UnpaidInvoicesAmount', 12.5), 'UnpaidInvoicesAmount gt 12.5'],
    [filter.ge('ChangedUtc', new Date('2026-03-31T12:00:00Z')), 'ChangedUtc ge 2026-03-31T12:00:00.000Z'],
    [filter.lt('InvoiceDate', filter.date('2026-03-31')), 'InvoiceDate lt 2026-03-31'],
    [filter.le('Number', 7), 'Number le 7'],
    [filter.eq('CustomerId', filter.guid('00000000-0000-4000-8000-000000000001')), 'CustomerId eq 00000000-0000-4000-8000-000000000001'],
    [filter.eq('VatNumber', null), 'VatNumber eq null'],
    [filter.contains('Name', "O'Brien"), "contains(Name,'O''Brien')"],
    [filter.year('VoucherDate', 2026), 'year(VoucherDate) eq 2026'],
    [filter.month('VoucherDate', 12), 'month(VoucherDate) eq 12'],
    [filter.day('VoucherDate', 31), 'day(VoucherDate) eq 31'],
    [filter.and(filter.eq('A', 1)), 'A eq 1'],
    [filter.and(filter.eq('A', 1), filter.or(filter.eq('B', 2), filter.eq('C', 3))), '(A eq 1) and ((B eq 2) or (C eq 3))'],
    [filter.any('Rows', filter.contains('Text', 'TC-7')), "Rows/any(c: contains(c/Text,'TC-7'))"],
    [filter.any('Rows', filter.and(filter.eq('Text', 'a'), filter.gt('Amount', 1))), "Rows/any(c: (c/Text eq 'a') and (c/Amount gt 1))"],
  ])('%s', (built, text) => {
    expect(String(built)).toBe(text);
  });
});

/** Splits an expression into quoted texts and the rest, as an OData parser does. */
function tokens(text: string): { readonly texts: string[]; readonly rest: string } {
  const texts: string[] = [];
  const rest = text.replaceAll(/'((?:[^']|'')*)'/g, (_, quoted: string) => {
    texts.push(quoted.replaceAll("''", "'"));
    return '?';
  });
  return { texts, rest };
}

describe('text of a person', () => {
  const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("' or 1 eq 1", "''", "'", "') or contains(Name,'", "\\'", '%27', '\u2019', "a'b''c"));

  it('cannot change an expression', () => {
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        const text = String(filter.and(filter.eq('Name', a), filter.any('Rows', filter.contains('Text', b))));
        expect(tokens(text)).toEqual({ texts: [a, b], rest: '(Name eq ?) and (Rows/any(c: contains(c/Text,?)))' });
      }),
      { numRuns },
    );
  });

  it('is still intact after the query string', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const query = new URLSearchParams(`$filter=${encodeURIComponent(String(filter.eq('Name', text)))}&$page=1`);
        expect([...query.keys()]).toEqual(['$filter', '$page']);
        expect(tokens(query.get('$filter') ?? '').texts).toEqual([text]);
      }),
      { numRuns },
    );
  });

  it('cannot pass as a field, a GUID or a date', () => {
    fc.assert(
      fc.property(fc.string().filter((text) => !/^[A-Za-z_]\w*(\/[A-Za-z_]\w*)*$/.test(text)), (text) => {
        expect(() => filter.eq(text, 1)).toThrow(InvalidInputError);
        expect(() => filter.any(text, filter.eq('A', 1))).toThrow(InvalidInputError);
        expect(() => filter.guid(text)).toThrow(InvalidInputError);
        expect(() => filter.date(text)).toThrow(InvalidInputError);
      }),
      { numRuns },
    );
    expect(() => filter.date('2026-02-30')).toThrow(InvalidInputError);
  });
});

it.each([NaN, Infinity, -Infinity, new Date(NaN)])('refuses %s', (value) => {
  expect(() => filter.eq('A', value)).toThrow(InvalidInputError);
});
