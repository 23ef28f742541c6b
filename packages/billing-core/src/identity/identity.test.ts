import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { compareIds, compareText } from './compare-ids.ts';
import { hashText, markFor, payloadHash } from './mark.ts';
import { hashInto, SetHash, shortHash } from './set-hash.ts';
import { sourceKey } from './source-key.ts';

describe('canonical JSON', () => {
  it('does not depend on the order of keys, nor on absent ones', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x"\u20ac' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"x\\"\u20ac","d":null}]}');
    expect(canonicalJson({ a: undefined })).toBe(canonicalJson({}));
    expect(canonicalJson([undefined, null])).toBe('[null,null]');
    expect(canonicalJson('x')).toBe('"x"');
  });
});

describe('SHA-256', () => {
  it.each([['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'], ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']])('of "%s", as in the standard', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  it('agrees with the platform at every length around its blocks', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'a\u00e9\u20ac\u{1F600}'.repeat(length).slice(0, length * 5);
      expect(hashText(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });
});

describe('keys and marks', () => {
  it('a payload has one hash, however it was built', () => {
    expect(payloadHash({ a: 1, b: '2.00' })).toBe(payloadHash({ b: '2.00', a: 1 }));
    expect(payloadHash({ a: 1, b: '2.00' })).not.toBe(payloadHash({ a: 1, b: '2.0' }));
  });

  it('a mark is TC- and 12 characters without I, L, O and U, the first 60 bits of the hash', () => {
    const mark = markFor('invoice:1');
    expect(mark).toMatch(/^TC-[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(markFor('invoice:1')).toBe(mark);
    const digits = Array.from(mark.slice(3), (one) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(one).toString(2).padStart(5, '0')).join('');
    expect(BigInt(`0b${digits}`).toString(16).padStart(15, '0')).toBe(createHash('sha256').update('invoice:1').digest('hex').slice(0, 15));
  });

  it('ten thousand keys have ten thousand marks', () => {
    const marks = new Set(Array.from({ length: 10_000 }, (_, index) => markFor(`invoice:${index}`)));
    expect(marks.size).toBe(10_000);
  });

  it('a source key is its kind and id', () => {
    expect(sourceKey({ kind: 'time', id: '123' })).toBe('time:123');
  });
});

describe('order', () => {
  it('ids by length and code unit, so that numbers come in order', () => {
    expect(['10', '9', 'b', 'a', '100', ''].sort(compareIds)).toEqual(['', '9', 'a', 'b', '10', '100']);
    expect(['b', 'a', 'B', 'b'].sort(compareText)).toEqual(['B', 'a', 'b', 'b']);
  });

  const add = (set: SetHash, text: string, salt: number): void => {
    const hash = { first: 0, second: 0 };
    hashInto(hash, text, salt);
    set.add(hash);
  };

  it('a short hash has 32 digits and tells apart what differs in one character, in salt of its halves, or in length', () => {
    const hashes = ['', 'a', 'b', 'ab', 'ba', 'aa', '\u0000', '\u0000\u0000', ...Array.from({ length: 5000 }, (_, index) => `c${index}`)].map(shortHash);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}$/);
    for (const [from, to] of [[0, 8], [8, 16], [16, 24], [24, 32]]) expect(new Set(hashes.map((hash) => hash.slice(from, to))).size).toBeGreaterThan(hashes.length - 5);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('the hash of a set does not see order, and sees kind, number and every text', () => {
    const hashOf = (list: readonly (readonly [string, number])[]) => {
      const hash = new SetHash();
      for (const [text, salt] of list) add(hash, text, salt);
      return hash.digest();
    };
    expect(hashOf([['1', 0], ['2', 0]])).toBe(hashOf([['2', 0], ['1', 0]]));
    const different = [[], [['1', 0]], [['1', 1]], [['2', 0]], [['1', 0], ['1', 0]], [['12', 0]], [['21', 0]], [['1', 0], ['2', 1]], [['1', 1], ['2', 0]]] as const;
    expect(new Set(different.map(hashOf)).size).toBe(different.length);
  });

  it('every set of two of 300 has its own hash', () => {
    const seen = new Set<string>();
    for (let a = 0; a < 300; a++) {
      for (let b = 0; b < a; b++) {
        const hash = new SetHash();
        add(hash, String(a), 0);
        add(hash, String(b), 0);
        seen.add(hash.digest());
      }
    }
    expect(seen.size).toBe((300 * 299) / 2);
  });
});
