import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

describe('cutText', () => {
  it.each([
    ['a text that fits', 'INK-118', 7, 'INK-118'],
    ['a longer one', 'INK-118', 3, 'INK'],
    ['a character of two units at the end', 'ab\u{1f600}', 4, 'ab\u{1f600}'],
    ['one that does not fit any more', 'ab\u{1f600}', 3, 'ab'],
  ])('%s', (_what, text, length, cut) => {
    expect(cutText(text, length)).toBe(cut);
  });

  it('never ends in half a character, is a beginning of the text, and loses at most one unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        const cut = cutText(text, length);
        expect([/\p{Surrogate}/u.test(cut), text.startsWith(cut)]).toEqual([false, true]);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(length, text.length) - 1);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 200) },
    );
  });
});
