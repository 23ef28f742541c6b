import { markFor } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { markOf, marksOf } from './mark-in-document.ts';

const mark = markFor('invoice:1');

describe('A8: the mark on a document', () => {
  it('is found in the text of any row and in OurReference, whatever stands around it', () => {
    expect(markOf({ Rows: [{ Text: 'Uren' }, { Text: `Specificatie ${mark}` }] }, mark)).toBe(mark);
    expect(markOf({ OurReference: `Sanne ${mark}.`, Rows: null }, mark)).toBe(mark);
  });

  it('of a later generation belongs to the same export', () => {
    expect(markOf({ Rows: [{ Text: `Specificatie ${mark}-2` }] }, mark)).toBe(`${mark}-2`);
  });

  it('of another export is no match, also when it only begins alike', () => {
    expect(markOf({ Rows: [{ Text: markFor('invoice:2') }] }, mark)).toBeNull();
    expect(markOf({ Rows: [{ Text: `${mark}7` }] }, mark)).toBeNull();
    expect(markOf({ Rows: [{ Text: null }, {}] }, mark)).toBeNull();
  });

  it('may stand there twice: a document that was put together from two carries both', () => {
    const other = markFor('invoice:2');
    expect(marksOf({ Rows: [{ Text: mark }, { Text: `${other}, ${mark}` }] })).toEqual([mark, other]);
  });
});
