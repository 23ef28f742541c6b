import { ReconnectRequiredError } from './errors/reconnect-required-error.ts';
import type { StoredTokens } from './stored-tokens.ts';

/**
 * Passes on the tokens of a working connection.
 *
 * @throws ReconnectRequiredError when there are none, or when an earlier refusal is recorded with them.
 */
export function connected(tokens: StoredTokens | null): StoredTokens {
  if (tokens === null) throw new ReconnectRequiredError('not-connected');
  if (tokens.reconnect) throw new ReconnectRequiredError(tokens.reconnect.reason);
  return tokens;
}
