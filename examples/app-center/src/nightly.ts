import type { Clock, Connector } from '@x/timechimp-visma-connector';

/**
 * Imports the customers of every tenant whose hour came after `since` and until `until` (milliseconds since 1970). What
 * fails for one is logged and does not stop the others.
 */
export async function importWhereDue(connector: Connector, span: { readonly since: number; readonly until: number }, log: (line: string) => void): Promise<void> {
  let after: string | undefined;
  do {
    const { due, next } = await connector.tenantsDue({ ...span, ...(after === undefined ? {} : { after }) });
    for (const { tenantId } of due) {
      try {
        const { customers } = await connector.importCustomers({ tenantId });
        log(`nightly import: ${String(customers.length)} customers read`);
      } catch (error) {
        log(`nightly import failed: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    }
    after = next;
  } while (after !== undefined);
}

/** Runs the work at the start of every hour, with the time since it ran last, until the signal aborts. */
export async function everyHour(clock: Clock, work: (span: { readonly since: number; readonly until: number }) => Promise<void>, signal: AbortSignal): Promise<void> {
  const hour = 3_600_000;
  let since = clock.now();
  while (!signal.aborted) {
    try {
      await clock.sleep(hour - (clock.now() % hour), signal);
    } catch {
      return;
    }
    const until = clock.now();
    await work({ since, until });
    since = until;
  }
}
