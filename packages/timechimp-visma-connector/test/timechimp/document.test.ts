import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../src/timechimp/options.ts';

const page = readFileSync(new URL('../../../../docs/reference-timechimp-limits.md', import.meta.url), 'utf8');
const source = (path: string): string => readFileSync(new URL(`../../src/timechimp/${path}`, import.meta.url), 'utf8');

describe('the page about TimeChimp', () => {
  it('lists every option with its default and the grade that the code states', () => {
    const grades = new Map([...source('options.ts').matchAll(/([ABCD]) @defaultValue [^\n]*\n(?: {3}\*\/\n)? {2}readonly (\w+)\?/g)].map(([, grade, name]) => [name, grade]));
    const rows = [...page.matchAll(/^\| `(\w+)` \| `([^`]*)` \|.*?\| ([ABCD]) \|/gm)].map(([, name, value, grade]) => [name, value, grade]);
    const expected = Object.entries(resolveOptions()).map(([name, value]) => [
      name, typeof value === 'object' ? JSON.stringify(value) : `'${String(value)}'`, grades.get(name),
    ]);
    expect(rows).toEqual(expected);
  });

  it('lists every problem code', () => {
    const codes = [...source('problems.ts').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(page).toContain(`| \`${code}\` |`);
  });
});
