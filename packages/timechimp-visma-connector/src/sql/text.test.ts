import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDocument, toDocument } from './document.ts';
import { escapeKey, escapeText, unescapeText } from './text.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 500);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('\0', '\u001a', '\ufeff', '\ud800', '\udc00', '\u001a0000', 'a', '\\u0000', '\u{1f600}')).map((parts) => parts.join('')),
);

describe('texts in columns', () => {
  it('come back to the letter', () => {
    fc.assert(fc.property(anyText, (text) => unescapeText(escapeText(text)) === text), { numRuns });
  });

  it('hold nothing that PostgreSQL or a driver would change', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = escapeText(text);
        return !/\p{Surrogate}/u.test(stored) && !stored.includes('\0') && !stored.startsWith('\ufeff');
      }),
      { numRuns },
    );
  });

  it('never let two texts meet', () => {
    fc.assert(fc.property(anyText, anyText, (left, right) => (escapeText(left) === escapeText(right)) === (left === right)), { numRuns });
  });

  it('are refused as keys when an index could not hold them', () => {
    expect(escapeKey('a'.repeat(1000))).toHaveLength(1000);
    expect(() => escapeKey('a'.repeat(1001))).toThrow(RangeError);
    expect(() => escapeKey('\u20ac'.repeat(334))).toThrow(RangeError);
    expect(escapeKey('\u20ac'.repeat(333))).toHaveLength(333);
  });
});

describe('records in jsonb columns', () => {
  it('come back as they went in, whatever texts are in them', () => {
    const document = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        anyText,
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(anyText, tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(document, (value) => {
        const text = toDocument({ value });
        expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
        expect(fromDocument(JSON.parse(text))).toEqual({ value });
      }),
      { numRuns },
    );
  });
});
