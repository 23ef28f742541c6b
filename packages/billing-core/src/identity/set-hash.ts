/** Two hashes of one text, 32 bits each. */
export interface TextHash {
  first: number;
  second: number;
}

/** Works out the hash of a text into `hash`, so that a million of them need no objects. `salt` sets equal texts of different kinds apart. */
export function hashInto(hash: TextHash, text: string, salt: number): void {
  let first = 0x243f6a88 ^ salt;
  let second = 0x85a308d3 + salt;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x9e3779b1);
    second = Math.imul(second ^ code, 0x85ebca77);
    first ^= first >>> 15;
    second ^= second >>> 13;
  }
  hash.first = Math.imul(first ^ (second >>> 16), 0xc2b2ae3d);
  hash.second = Math.imul(second ^ (first >>> 16), 0x27d4eb2f);
}

/** 128 bits of a text, as 32 hexadecimal digits. Against accidents only: where somebody may forge, take `payloadHash`. */
export function shortHash(text: string): string {
  const hash = { first: 0, second: 0 };
  return [1, 2]
    .flatMap((salt) => {
      hashInto(hash, text, salt);
      return [hash.first, hash.second];
    })
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

/** A hash of a set of texts in which order has no say by construction: their hashes are added up. So a million ids need no sorting. */
export class SetHash {
  #count = 0;
  #first = 0;
  #second = 0;

  /** Adds a text by its hash. */
  add({ first, second }: TextHash): void {
    this.#count++;
    this.#first = (this.#first + first) | 0;
    this.#second = (this.#second + second) | 0;
  }

  /** The hash of what was added so far. */
  digest(): string {
    return [this.#count, this.#first, this.#second].join(':');
  }
}
