import { TokenEndpointError } from './errors/token-endpoint-error.ts';
import type { EndpointAnswer } from './ask-endpoint.ts';
import type { TokenSet } from './token-set.ts';

/** Visma's access tokens live an hour; assumed where an answer does not say. */
const DEFAULT_LIFETIME_SECONDS = 3600;

/**
 * Reads the tokens of a 200 answer. Strict where a token would be unusable and lenient elsewhere: the answer to a
 * refresh holds the only copy of the next refresh token, so refusing it over a detail would lose the connection.
 * That, and 3 kB of ID token validation that nothing here needs, is why oauth4webapi's own reading is not used.
 *
 * @throws TokenEndpointError with reason `not-json` or `bad-shape`.
 */
export function readTokens({ status, body }: EndpointAnswer, sentAt: number): TokenSet {
  if (body === null) throw new TokenEndpointError('not-json', status);
  const { access_token: access, refresh_token: refresh, token_type: type, scope } = body;
  const seconds = body['expires_in'] ?? DEFAULT_LIFETIME_SECONDS;
  const lifetime = typeof seconds === 'string' && seconds.trim() ? Number(seconds) : seconds;
  if (
    !isToken(access) ||
    !(isToken(refresh) || refresh === undefined || refresh === null) ||
    !(type === undefined || type === null || (typeof type === 'string' && type.toLowerCase() === 'bearer')) ||
    !(typeof lifetime === 'number' && lifetime >= 0 && lifetime < 1e10)
  ) {
    throw new TokenEndpointError('bad-shape', status);
  }
  return {
    accessToken: access,
    refreshToken: refresh ?? null,
    obtainedAt: sentAt,
    expiresAt: sentAt + lifetime * 1000,
    scope: typeof scope === 'string' ? scope : '',
  };
}

/** Printable ASCII without spaces: anything else cannot go into a header. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
