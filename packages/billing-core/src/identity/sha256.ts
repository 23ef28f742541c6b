/** The first 32 bits of the fractional parts of the square (2) or cube (3) roots of the first primes. */
function constants(count: number, root: 2 | 3): Int32Array {
  const result = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let divisor = 2;
    while (candidate % divisor !== 0) divisor++;
    if (divisor === candidate) result[found++] = (candidate ** (1 / root) % 1) * 2 ** 32;
  }
  return result;
}

/** The text's UTF-8 bytes, padded to whole blocks of 64, with their length in bits at the end. */
function pad(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

/** Turns the bits of a word to the right by each of three numbers, and combines them. */
function mix(word: number, a: number, b: number, c: number): number {
  const turn = (by: number): number => (word >>> by) | (word << (32 - by));
  return turn(a) ^ turn(b) ^ turn(c);
}

let rounds: Int32Array | undefined;

/**
 * SHA-256 of a text (UTF-8), as eight 32-bit words. In plain TypeScript because the platform's own is asynchronous and
 * a pure function is not. A shorter hash would do against accidents, but this one also decides whether a repeated write
 * may adopt what it finds.
 */
export function sha256(text: string): Int32Array {
  const k = (rounds ??= constants(64, 3));
  const state = constants(8, 2);
  const bytes = pad(text);
  const w = new Int32Array(64);
  const at = (words: Int32Array, i: number): number => words[i] as number;
  for (let offset = 0; offset < bytes.byteLength; offset += 64) {
    let [a, b, c, d, e, f, g, h] = state as unknown as readonly [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = bytes.getInt32(offset + i * 4);
      } else {
        const x = at(w, i - 15), y = at(w, i - 2);
        // The third part of both is shifted, not turned: what turning brings back on the left is taken away again.
        w[i] = at(w, i - 16) + (mix(x, 7, 18, 3) ^ (x << 29)) + at(w, i - 7) + (mix(y, 17, 19, 10) ^ (y << 22));
      }
      const t = (h + mix(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0;
      const s = mix(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
      h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + s) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
  }
  return state;
}
