import type { ConnectionRecord } from '../ports/connection-store.ts';
import { type ExportScope, scopeKey } from '../ports/scope.ts';
import { connectionFacts } from './connection-facts.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';

/** Far longer than the few calls of the store that are made meanwhile. */
const holdMs = 60_000;

/**
 * Changes which pair a tenant has, one worker at a time: a former pair that the tenant takes again must not be released
 * by somebody who still finishes the change before. Throws a `ConnectorError` of code `busy` while another one is at it.
 */
export async function changingPairs<T>(context: ConnectorContext, tenantId: string, work: () => Promise<T>): Promise<T> {
  const { state, clock } = context.parts;
  const name = `pairs/${encodeURIComponent(tenantId)}`;
  const holder = crypto.randomUUID();
  if (!(await state.leases.acquire(name, holder, clock.now(), clock.now() + holdMs))) {
    throw new ConnectorError('busy', 'The connection is being changed at this moment.', 'Begin again with connect.');
  }
  try {
    return await work();
  } finally {
    await state.leases.release(name, holder).catch(() => undefined);
  }
}

/** The pairs that are to be given up once `scope` stands: those noted before and the one that was left. */
export function formerPairs(before: ConnectionRecord | null, scope: ExportScope): readonly ExportScope[] {
  if (!before) {
    return [];
  }
  const noted = [...connectionFacts(before.facts).formerPairs, ...(before.scope ? [before.scope] : [])];
  return noted.filter((pair) => scopeKey(pair) !== scopeKey(scope));
}

/**
 * Gives up what an accepted change of company left. The pairs are noted in the same save that makes the new connection,
 * so whoever comes next finishes what a crash left; no call where nothing is noted. Never throws: nothing else depends
 * on it, and it is tried again the next time.
 */
export async function releaseFormerPairs(context: ConnectorContext, record: ConnectionRecord): Promise<void> {
  const { tenantId } = record;
  const { connections } = context.parts.state;
  if (connectionFacts(record.facts).formerPairs.length === 0) {
    return;
  }
  const release = async (): Promise<void> => {
    const current = await connections.load(tenantId);
    if (!current) {
      return;
    }
    const { formerPairs: noted, ...facts } = connectionFacts(current.facts);
    // The pair of the connection itself is never among them: both stand in one record, and `formerPairs` leaves it out.
    for (const pair of noted) {
      await connections.releasePair(tenantId, pair);
    }
    await connections.save({ ...current, facts: facts as ConnectionRecord['facts'] }, current.version);
  };
  await changingPairs(context, tenantId, release).catch(() => undefined);
}
