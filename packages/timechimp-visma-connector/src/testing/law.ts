/** One thing that an implementation promises, with why it matters. `check` rejects when it is broken. */
export interface Law<Fixture> {
  /** Stable: used to omit the law, and to report it. */
  readonly name: string;
  /** What goes wrong in the books when it does not hold. */
  readonly why: string;
  /** Whether a store that declares its abilities promises this at all; absent: always. */
  readonly promisedBy?: ((fixture: Fixture) => boolean) | undefined;
  check(fixture: Fixture): Promise<void>;
}

/** A law does not hold: says which, what was found, and why it matters. */
export class BrokenLawError extends Error {
  /** The law's name. */
  readonly law: string;

  constructor(law: string, why: string, found: string) {
    super(`"${law}" does not hold: ${found}\n  Why it matters: ${why}`);
    this.law = law;
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'BrokenLawError';
  }
}

/** A fixture that is made for one case and thrown away after it. */
export interface Closable {
  close?(): Promise<void> | void;
}

/** Checks one law on a fresh fixture. Rejects with `BrokenLawError` when it does not hold, whatever went wrong. */
export async function checkLaw<Fixture extends Closable>(
  law: Law<Fixture>,
  create: () => Promise<Fixture> | Fixture,
): Promise<'kept' | 'not promised'> {
  const fixture = await create();
  try {
    if (law.promisedBy?.(fixture) === false) return 'not promised';
    await law.check(fixture);
    return 'kept';
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new BrokenLawError(law.name, law.why, found);
  } finally {
    await fixture.close?.();
  }
}
