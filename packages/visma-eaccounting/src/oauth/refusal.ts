import type { EndpointAnswer } from './ask-endpoint.ts';
import { InvalidClientError } from './errors/invalid-client-error.ts';
import { OAuthError } from './errors/oauth-error.ts';
import { ReconnectRequiredError, type ReconnectReason } from './errors/reconnect-required-error.ts';
import { TokenEndpointError } from './errors/token-endpoint-error.ts';
import { plainWord } from './plain-word.ts';

/**
 * The error for an answer other than 200. Only 400 and 401 with OAuth's own body are the identity server's word;
 * everything else may come from a gateway in between and leaves open what happened behind it.
 */
export function refusal({ status, body }: EndpointAnswer, onInvalidGrant: ReconnectReason): OAuthError {
  const error = body?.['error'];
  if ((status !== 400 && status !== 401) || typeof error !== 'string') return new TokenEndpointError('status', status);
  if (error === 'invalid_grant') return new ReconnectRequiredError(onInvalidGrant);
  if (error === 'invalid_client') return new InvalidClientError(status);
  const oauthError = plainWord(error);
  const named = oauthError ? ` (${oauthError})` : '';
  return new OAuthError(`The identity server refused the request.${named}`, {
    delivery: 'answered',
    status,
    oauthError,
  });
}
