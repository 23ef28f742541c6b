/** The first 32 bits of the fractional parts of the square (2) or cube (3) roots of the first primes. */
function constants(count: number, root: 2 | 3): number[] {
  const result: number[] = [];
  for (let candidate = 2; result.length < count; candidate++) {
    let divisor = 2;
    while (candidate % divisor !== 0) divisor++;
    if (divisor === candidate) result.push(((candidate ** (1 / root) % 1) * 2 ** 32) | 0);
  }
  return result;
}

/** The text's UTF-8 bytes, padded to whole blocks of 64, with their length in bits at the end. */
function pad(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return padded;
}


let rounds: Int32Array | undefined;

/**
 * SHA-256 of a text (UTF-8), as eight 32-bit words. In plain TypeScript because the platform's own is asynchronous and
 * a pure function is not. A shorter hash would do against accidents, but this one also decides whether a repeated write
 * may adopt what it finds.
 */
export function sha256(text: string): Int32Array {
  const k = (rounds ??= new Int32Array(constants(64, 3)));
  const state = new Int32Array(constants(8, 2));
  const bytes = pad(text);
  const w = new Int32Array(64);
  const at = (words: Int32Array, index: number): number => words[index] as number;
  for (let offset = 0; offset < bytes.length; offset += 64) {
    let a = at(state, 0), b = at(state, 1), c = at(state, 2), d = at(state, 3);
    let e = at(state, 4), f = at(state, 5), g = at(state, 6), h = at(state, 7);
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        const j = offset + i * 4;
        w[i] = ((bytes[j] as number) << 24) | ((bytes[j + 1] as number) << 16) | ((bytes[j + 2] as number) << 8) | (bytes[j + 3] as number);
      } else {
        const x = at(w, i - 15), y = at(w, i - 2);
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
      }
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    state[0] = at(state, 0) + a; state[1] = at(state, 1) + b; state[2] = at(state, 2) + c; state[3] = at(state, 3) + d;
    state[4] = at(state, 4) + e; state[5] = at(state, 5) + f; state[6] = at(state, 6) + g; state[7] = at(state, 7) + h;
  }
  return state;
}
