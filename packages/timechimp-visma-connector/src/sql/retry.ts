/** How often a transaction that lost against others is run again before its error is thrown. */
const attempts = 50;

/** Thrown by us, and repeated, where a row that was in the way was gone when we looked at it. */
export class LostRaceError extends Error {
  readonly code = '40001';

  constructor() {
    super('Other writers kept changing what this one needs.');
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'LostRaceError';
  }
}

/**
 * Runs a transaction or a single statement, again when the database rolled it back for the sake of others: serialization
 * failure (40001) or deadlock (40P01). Nothing of the failed run is left, so repeating is safe. Any other error is thrown.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isLostRace(error)) throw error;
    }
  }
}

function isLostRace(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === '40001' || code === '40P01';
}
