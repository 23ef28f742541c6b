import type { ConnectionRecord } from '../ports/connection-store.ts';
import { changeConnection } from './change-connection.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { releaseFormerPairs } from './former-pairs.ts';
import { pendingContext, seal } from './sealed.ts';

const consentMs = 15 * 60_000;

/** Begins a connection. */
export interface ConnectRequest {
  /** The signed-in person's tenant; the callback must come back to the same one. */
  readonly tenantId: string;
  /** The account of the time-tracking side that is to be connected. */
  readonly sourceAccountId: string;
}

/** Where to send the person, and how long the consent may take. */
export interface ConnectResult {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Prepares a consent: keeps a fresh state and PKCE verifier for this tenant, sealed, and answers Visma's page to send
 * the person to. A connection that works goes on working until the consent is completed.
 */
export async function connect(context: ConnectorContext, request: ConnectRequest): Promise<ConnectResult> {
  const { tenantId, sourceAccountId } = request;
  if (tenantId.trim() === '' || sourceAccountId.trim() === '') {
    throw new ConnectorError('input', 'A connection needs a tenant and an account.', 'Pass tenantId and sourceAccountId.');
  }
  const { connections } = context.parts.state;
  const known = await connections.load(tenantId);
  if (known) {
    await releaseFormerPairs(context, known);
  }
  const now = context.parts.clock.now();
  const pending = { state: secret(), codeVerifier: secret(), sourceAccountId, expiresAt: now + consentMs };
  const sealedPending = await seal(context.parts.secretBox, pending, pendingContext(tenantId));
  const stored: ConnectionRecord = (await connections.load(tenantId)) ?? {
    tenantId,
    connectionId: '',
    status: 'connecting',
    scope: null,
    sealedTokens: null,
    sealedPending: null,
    facts: {},
    version: 0,
    createdAt: now,
    updatedAt: now,
  };
  if (!(await changeConnection(connections, stored, (current) => ({ ...current, sealedPending, updatedAt: now })))) {
    throw new ConnectorError('busy', 'The connection is being changed at this moment.', 'Try again.');
  }
  const url = await context.oauth.authorizationUrl({ state: pending.state, codeVerifier: pending.codeVerifier });
  return { url, expiresAt: pending.expiresAt };
}

/** 32 random bytes in base64url: 43 characters, as PKCE wants them. */
function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
