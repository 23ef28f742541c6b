import type { ConnectionRecord } from '../ports/connection-store.ts';
import type { ConnectorContext } from './context.ts';
import { factsWith, finishChange, hasLeftovers, leftovers } from './former-pairs.ts';

/** Ends a connection. */
export interface DisconnectRequest {
  readonly tenantId: string;
  /**
   * Gives the pair of company and account up, so that another tenant may connect it. From then on this tenant sees nothing
   * of its exports, until it connects the pair again. Default: it stays claimed.
   */
  readonly releasePair?: boolean;
  /** Says what would become of it and does nothing. */
  readonly preview?: boolean;
}

/** What became of it. `not-connected` when there was nothing to end. */
export interface DisconnectResult {
  readonly outcome: 'disconnected' | 'not-connected';
  /**
   * Whether Visma confirmed that all tokens are dead. False where it did not answer: the tokens stay sealed in our store
   * for a few more tries, and a pair that is to be given up with them stays claimed until then. The same call tries again.
   * False also where a run was just refreshing them: it ends those that it gets as soon as it has them.
   */
  readonly revoked: boolean;
}

/**
 * Ends a connection: the tokens are revoked at Visma and removed here. Exports, claims, links and settings stay, so
 * that connecting again never writes anything twice. What is left to do is noted with the end itself: after a crash or a
 * failure the same call finishes it, and so does the next `connect`. A pair is given up only after its tokens; where
 * Visma does not answer, after the fifth try.
 */
export async function disconnect(context: ConnectorContext, request: DisconnectRequest): Promise<DisconnectResult> {
  const { tenantId, releasePair = false } = request;
  const { connections } = context.parts.state;
  for (;;) {
    const record = await connections.load(tenantId);
    if (!record) {
      return { outcome: 'not-connected', revoked: false };
    }
    const outcome = record.status === 'disconnected' && !hasLeftovers(record) ? 'not-connected' : 'disconnected';
    if (request.preview === true) {
      return { outcome, revoked: false };
    }
    if (record.status === 'disconnected' && !(releasePair && record.scope)) {
      return { outcome, revoked: outcome === 'disconnected' && (await finishChange(context, tenantId)) };
    }
    if ((await connections.save(ended(record, releasePair, context.parts.clock.now()), record.version)) === 'saved') {
      return { outcome, revoked: await finishChange(context, tenantId) };
    }
  }
}

function ended(record: ConnectionRecord, releasePair: boolean, now: number): ConnectionRecord {
  const more = {
    ...(releasePair && record.scope ? { formerPairs: [record.scope] } : {}),
    ...(record.sealedTokens === null ? {} : { formerTokens: [record.sealedTokens] }),
  };
  return {
    ...record,
    status: 'disconnected',
    // Whoever has the pair next, what becomes of it is not for this tenant to see.
    scope: releasePair ? null : record.scope,
    sealedTokens: null,
    sealedPending: null,
    facts: factsWith(record.facts, leftovers(record, more, { scope: null })),
    updatedAt: now,
  };
}
