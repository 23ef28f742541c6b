import type { ConnectionRecord, ConnectionStore } from '../ports/connection-store.ts';
import { scopeKey } from '../ports/scope.ts';

/**
 * Saves a change of `before`, made anew over what runs change of the record meanwhile: tokens that they refresh, and what
 * is left to do about earlier ones. Answers the record as it was saved; null, with nothing saved, where the connection
 * itself was changed, by a consent or by its end, or where `change` answers null for what it has become.
 */
export async function changeConnection(
  connections: ConnectionStore,
  before: ConnectionRecord,
  change: (current: ConnectionRecord) => ConnectionRecord | null,
): Promise<ConnectionRecord | null> {
  for (let current = before; ; ) {
    const next = change(current);
    if (!next) return null;
    if ((await connections.save(next, current.version)) === 'saved') return { ...next, version: current.version + 1 };
    const latest = await connections.load(before.tenantId);
    if (!latest || !isSameConnection(before, latest)) return null;
    current = latest;
  }
}

function isSameConnection(one: ConnectionRecord, other: ConnectionRecord): boolean {
  const identity = ({ connectionId, sealedPending, scope, status }: ConnectionRecord): string =>
    JSON.stringify([connectionId, sealedPending, scope && scopeKey(scope), status === 'disconnected']);
  return identity(one) === identity(other);
}
