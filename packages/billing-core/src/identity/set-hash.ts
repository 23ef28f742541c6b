/** Start values and multipliers of four independent 32-bit hashes. */
const LANES = [
  [0x243f6a88, 0x9e3779b1],
  [0x85a308d3, 0x85ebca77],
  [0x13198a2e, 0xc2b2ae3d],
  [0x03707344, 0x27d4eb2f],
] as const;

/**
 * A hash of a set of texts in which order has no say by construction: four 32-bit hashes of each text are added up.
 * So a million ids need no sorting. It guards against accidents only, and is hashed once more before it is used.
 */
export function setHash(texts: Iterable<string>): string {
  const sums = new Int32Array(4);
  let count = 0;
  for (const text of texts) {
    count++;
    for (let lane = 0; lane < 4; lane++) {
      const [start, factor] = LANES[lane] as readonly [number, number];
      let hash = start;
      for (let index = 0; index < text.length; index++) {
        hash = Math.imul(hash ^ text.charCodeAt(index), factor);
        hash ^= hash >>> 15;
      }
      hash = Math.imul(hash ^ (hash >>> 13), factor);
      sums[lane] = (sums[lane] as number) + (hash ^ (hash >>> 16));
    }
  }
  return `${count}:${sums.join(':')}`;
}
