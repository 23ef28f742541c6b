/**
 * A hash of a set of texts in which order has no say by construction: two 32-bit hashes of each text are added up. So a
 * million ids need no sorting. It guards against accidents only (64 bits and the count), and is hashed once more before
 * it is used.
 */
export class SetHash {
  #count = 0;
  #first = 0;
  #second = 0;

  /** Adds a text. `salt` sets texts of one kind apart from the same texts of another. */
  add(text: string, salt: number): void {
    let a = 0x243f6a88 ^ salt;
    let b = 0x85a308d3 + salt;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x85ebca77);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    this.#first = (this.#first + Math.imul(a ^ (b >>> 16), 0xc2b2ae3d)) | 0;
    this.#second = (this.#second + Math.imul(b ^ (a >>> 16), 0x27d4eb2f)) | 0;
    this.#count++;
  }

  /** Adds all that another hash holds. */
  merge(other: SetHash): void {
    this.#count += other.#count;
    this.#first = (this.#first + other.#first) | 0;
    this.#second = (this.#second + other.#second) | 0;
  }

  /** The hash of what was added so far. */
  digest(): string {
    return [this.#count, this.#first, this.#second].join(':');
  }
}
