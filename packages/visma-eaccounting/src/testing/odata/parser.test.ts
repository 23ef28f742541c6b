import { describe, expect, it } from 'vitest';
import { comparisonsOf } from './expression.ts';
import { matches } from './evaluate.ts';
import { parseFilter } from './parser.ts';

const record = {
  Name: "Molenaar's",
  Number: 7,
  Active: true,
  Date: '2026-03-31',
  Nothing: null,
  Rows: [{ Text: 'Specificatie TC-7K2M9Q' }, { Text: null }],
};

function holds(filter: string): boolean | null {
  const expression = parseFilter(filter);
  return expression && matches(record, expression);
}

describe('the subset of $filter', () => {
  it.each([
    ["Name eq 'Molenaar''s'", true],
    ["Name eq 'molenaar''s'", true],
    ["Name ne 'x' and Number gt 6", true],
    ['Number ge 7 and Number le 7 and Number lt 8', true],
    ["Number eq 8 or contains(Name,'NAAR')", true],
    ['Active eq false', false],
    ['Date gt 2026-03-30 and Date lt 2026-03-31T12:00:00Z', true],
    ['year(Date) eq 2026 and month(Date) eq 3 and day(Date) eq 31', true],
    ['Nothing eq null', true],
    ['Nothing ge 1', false],
    ["Rows/any(c: contains(c/Text,'tc-7k2m9q'))", true],
    ["Rows/any(c: c/Text eq 'other')", false],
    ["Rows/any(row: row/Text eq null or contains(row/Text,'x'))", true],
    ['Number eq 1 or Number eq 7 and Active eq false', false],
    ['(Number eq 1 or Number eq 7) and Active eq true', true],
  ])('%s is %s', (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });

  it.each([
    '',
    'Name',
    'Name eq',
    "eq 'x'",
    "Name eq 'x",
    "Name eq 'x' or",
    "(Name eq 'x'",
    "Name eq 'x')",
    "startswith(Name,'M')",
    "contains(Name,Name)",
    "Rows/all(c: c/Text eq 'x')",
    "Rows/any(c: Text eq 'x')",
    "Rows/any(c: d/Text eq 'x')",
    'Number add 1 eq 8',
    'Number eq 7;',
    'Number eq 1.2.3',
  ])('%s is not supported', (filter) => {
    expect(parseFilter(filter)).toBeNull();
  });

  it('names every property that it touches', () => {
    const expression = parseFilter("Name eq 'a' and (year(Date) eq 1 or Rows/any(c: contains(c/Text,'x')))");
    expect(expression && comparisonsOf(expression).map(({ path }) => path)).toEqual(['Name', 'Date', 'Rows/Text']);
  });
});
