import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';

/** So long an import may go without a sign of life before another one may begin. */
const leaseMs = 10 * 60_000;

/**
 * Runs one import per account of the time-tracking side at a time, across processes, where its store needs that: behind a
 * web API two imports would create the same customers, because neither sees what the other one is about to write.
 * `stillOurs` extends the lease; it is called with each page and before each batch of writes. Both throw a `ConnectorError` (`busy`) where
 * another import has the lease; `stillOurs` also where it ran out in between, whoever had it since. A batch that takes
 * longer than the lease is not stopped midway.
 */
export async function oneImport<T>(
  { parts: { state, source, clock } }: ConnectorContext,
  accountId: string,
  work: (stillOurs: () => Promise<void>) => Promise<T>,
): Promise<T> {
  if (source.customers.atomicCreate !== false) return work(() => Promise.resolve());
  const name = `import/customers/${encodeURIComponent(accountId)}`;
  const holder = crypto.randomUUID();
  let heldUntil = Infinity;
  const stillOurs = async (): Promise<void> => {
    const now = clock.now();
    if (now >= heldUntil) {
      throw new ConnectorError('busy', 'The turn of this import ran out while it wrote; another one may have begun.', 'Import again: what was written is found.');
    }
    if (!(await state.leases.acquire(name, holder, now, now + leaseMs))) {
      throw new ConnectorError('busy', 'Another import of customers is running.', 'Wait until it has ended: at most 10 minutes after its process was killed.');
    }
    heldUntil = now + leaseMs;
  };
  await stillOurs();
  try {
    return await work(stillOurs);
  } finally {
    await state.leases.release(name, holder);
  }
}
