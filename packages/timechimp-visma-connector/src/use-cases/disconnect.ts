import type { ConnectorContext } from './context.ts';
import { revokeQuietly } from './complete-connect.ts';
import { tenantTokens } from './tenant-tokens.ts';

/** Ends a connection. */
export interface DisconnectRequest {
  readonly tenantId: string;
  /** Gives the pair of company and account up, so that another tenant may connect it. Default: it stays claimed. */
  readonly releasePair?: boolean;
  /** Says what would become of it and does nothing. */
  readonly preview?: boolean;
}

/** What became of it. `not-connected` when there was nothing to end. */
export interface DisconnectResult {
  readonly outcome: 'disconnected' | 'not-connected';
  /** Whether Visma confirmed that the tokens are dead. */
  readonly revoked: boolean;
}

/**
 * Ends a connection: the tokens are revoked at Visma and removed here. Exports, claims, links and settings stay, so
 * that connecting again never writes anything twice.
 */
export async function disconnect(context: ConnectorContext, request: DisconnectRequest): Promise<DisconnectResult> {
  const { tenantId } = request;
  const { state, clock, secretBox } = context.parts;
  const before = await state.connections.load(tenantId);
  if (request.preview === true) {
    return { outcome: before && before.status !== 'disconnected' ? 'disconnected' : 'not-connected', revoked: false };
  }
  const store = tenantTokens(tenantId, before?.connectionId ?? '', { ...state, secretBox, clock });
  const tokens = await store.load().catch(() => null);
  for (;;) {
    const record = await state.connections.load(tenantId);
    if (!record || record.status === 'disconnected') {
      return { outcome: 'not-connected', revoked: false };
    }
    const next = {
      ...record,
      status: 'disconnected' as const,
      sealedTokens: null,
      sealedPending: null,
      updatedAt: clock.now(),
    };
    if ((await state.connections.save(next, record.version)) === 'saved') {
      if (request.releasePair === true && record.scope) {
        await state.connections.releasePair(tenantId, record.scope);
      }
      return { outcome: 'disconnected', revoked: await revokeQuietly(context, tokens?.refreshToken ?? null) };
    }
  }
}
