import type { Kysely, Transaction } from 'kysely';
import { retrying } from './retry.ts';
import type { Tables } from './tables.ts';

/**
 * Runs one decision as a transaction. What `work` returns is committed; what it passes to `abandon` is answered after
 * everything was rolled back. A decision that lost against others is made again from the start.
 */
export function decide<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>, abandon: (answer: T) => never) => Promise<T>,
): Promise<T> {
  return retrying(async () => {
    let abandoned: { readonly answer: T } | undefined;
    const abandon = (answer: T): never => {
      abandoned = { answer };
      throw new AbandonedError();
    };
    try {
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute((trx) => work(trx, abandon));
    } catch (error) {
      if (abandoned && error instanceof AbandonedError) return abandoned.answer;
      throw error;
    }
  });
}

/** Only ever seen between `abandon` and `decide`: Kysely rolls back when something is thrown. */
class AbandonedError extends Error {}
