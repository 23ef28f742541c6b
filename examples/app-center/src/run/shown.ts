import { payloadHash } from '@x/billing-core';
import type { DocumentExpectation } from '@x/timechimp-visma-connector';

/** What previews of this process showed, the newest of them, by a short name that a form carries. */
export class Shown {
  readonly #byName = new Map<string, readonly DocumentExpectation[]>();

  /** Keeps what a preview showed. The same again has the same name. */
  keep(expect: readonly DocumentExpectation[]): string {
    const name = payloadHash(expect.map(({ key, hash }) => ({ key, hash })));
    this.#byName.delete(name);
    this.#byName.set(name, expect);
    const [oldest] = this.#byName.keys();
    if (this.#byName.size > 200 && oldest !== undefined) this.#byName.delete(oldest);
    return name;
  }

  /** What was shown under this name, if it is still known. */
  find(name: string): readonly DocumentExpectation[] | undefined {
    return this.#byName.get(name);
  }
}
