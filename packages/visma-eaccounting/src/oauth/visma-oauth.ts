import { genericTokenEndpointRequest, refreshTokenGrantRequest, revocationRequest } from 'oauth4webapi';
import { systemClock, type Clock } from '../core/clock.ts';
import type { FetchFunction } from '../core/web.ts';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { askEndpoint, type EndpointContext, type SendOptions } from './ask-endpoint.ts';
import { buildAuthorizationUrl, type AuthorizationUrlParams } from './authorization-url.ts';
import { readCallback, type CallbackUrl } from './callback.ts';
import { clientAuthentication, type ClientAuthentication } from './client-authentication.ts';
import { identityEndpoints } from './endpoints.ts';
import type { ReconnectReason } from './errors/reconnect-required-error.ts';
import { VISMA_IDENTITY_URL } from './identity-urls.ts';
import { readTokens } from './read-tokens.ts';
import { refusal } from './refusal.ts';
import type { TokenSet } from './token-set.ts';

/** The registration of an application with Visma, and how to reach the identity server. */
export interface VismaOAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly as registered with Visma. */
  readonly redirectUri: string;
  /**
   * The identity server, path prefix included. Plain http is accepted for this machine only.
   *
   * @default VISMA_IDENTITY_URL
   */
  readonly identityUrl?: string | undefined;
  /**
   * The `iss` that a callback must carry (RFC 9207). Visma documents none, so by default it is not looked at: name it
   * where the identity server's metadata says `authorization_response_iss_parameter_supported`.
   *
   * @default undefined
   */
  readonly issuer?: string | undefined;
  /**
   * How id and secret are sent to the token endpoint.
   *
   * @default 'basic'
   */
  readonly clientAuthentication?: ClientAuthentication | undefined;
  /**
   * Milliseconds for one request, its answer's body included.
   *
   * @default 20000
   */
  readonly timeoutMs?: number | undefined;
  /** Replaces the global fetch. It must honour `redirect: 'manual'`. */
  readonly fetch?: FetchFunction | undefined;
  /** Replaces the system's time, from which `expiresAt` is reckoned. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/** The OAuth flow of one application. Prints nothing of its secret. */
export interface VismaOAuth {
  readonly redirectUri: string;
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
  /**
   * The URL of `GET /connect/authorize` to send a person to.
   *
   * @throws InvalidInputError when `state` is empty.
   */
  authorizationUrl(params: AuthorizationUrlParams): Promise<string>;
  /**
   * Checks the redirect back from Visma, the state in constant time, and answers the authorization code.
   *
   * @throws InvalidStateError, AccessDeniedError or CallbackError.
   */
  validateCallback(callback: CallbackUrl, expected: { readonly state: string }): string;
  /**
   * Trades an authorization code for tokens (`POST /connect/token`). Never repeated by itself: a code works once.
   *
   * @throws ReconnectRequiredError when Visma refuses the code (used, too old): start again at the authorization URL.
   * @throws InvalidClientError, TokenEndpointError, NetworkError, TimeoutError or AbortedError.
   */
  exchangeCode(
    code: string,
    options?: { readonly codeVerifier?: string | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<TokenSet>;
  /**
   * Trades a refresh token for new tokens (`POST /connect/token`). The old refresh token is dead afterwards: store the
   * new set before using it, or let `createTokenProvider` do all that.
   *
   * @throws ReconnectRequiredError on `invalid_grant`.
   * @throws InvalidClientError, TokenEndpointError, NetworkError, TimeoutError or AbortedError.
   */
  refresh(refreshToken: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<TokenSet>;
  /**
   * Ends a token at Visma (`POST /connect/revocation`); a token that is dead already counts as success. Revoke the
   * refresh token to disconnect.
   *
   * @throws InvalidClientError, TokenEndpointError, NetworkError, TimeoutError or AbortedError.
   */
  revoke(
    token: string,
    options?: {
      readonly kind?: 'refresh_token' | 'access_token' | undefined;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<void>;
}

/**
 * The OAuth flow for one registered application. Sends nothing until asked.
 *
 * @throws InvalidInputError for an empty id or secret, or URLs that cannot be used.
 */
export function createVismaOAuth(options: VismaOAuthOptions): VismaOAuth {
  const { clientId, clientSecret, redirectUri, timeoutMs = 20_000, clock = systemClock } = options;
  const fields = Object.entries({ clientId, clientSecret, redirectUri })
    .filter(([path, value]) => !value || (path === 'redirectUri' && !URL.canParse(value)))
    .map(([path]) => ({ path, message: path === 'redirectUri' ? 'must be an absolute URL' : 'must not be empty' }));
  if (fields.length > 0) throw new InvalidInputError(fields);

  const server = identityEndpoints(options.identityUrl ?? VISMA_IDENTITY_URL);
  const client = { client_id: clientId };
  const authentication = clientAuthentication(options.clientAuthentication ?? 'basic', clientSecret);
  const context: EndpointContext = {
    transport: options.fetch ?? ((input, init) => fetch(input, init)),
    timeoutMs,
  };

  async function tokens(
    send: (sendOptions: SendOptions) => Promise<Response>,
    onInvalidGrant: ReconnectReason,
    signal: AbortSignal | undefined,
  ): Promise<TokenSet> {
    const sentAt = clock.now();
    const answer = await askEndpoint(send, context, signal);
    if (answer.status !== 200) throw refusal(answer, onInvalidGrant);
    return readTokens(answer, sentAt);
  }

  return {
    redirectUri,
    timeoutMs,
    authorizationUrl: (params) =>
      buildAuthorizationUrl(server.authorization_endpoint, { clientId, redirectUri }, params),
    validateCallback: (callback, expected) => readCallback(callback, expected.state, options.issuer),
    exchangeCode: (code, { codeVerifier, signal } = {}) => {
      const form = new URLSearchParams({ code, redirect_uri: redirectUri });
      if (codeVerifier !== undefined) form.set('code_verifier', codeVerifier);
      return tokens(
        (send) => genericTokenEndpointRequest(server, client, authentication, 'authorization_code', form, send),
        'code-refused',
        signal,
      );
    },
    refresh: (refreshToken, { signal } = {}) =>
      tokens(
        (send) => refreshTokenGrantRequest(server, client, authentication, refreshToken, send),
        'refresh-token-refused',
        signal,
      ),
    async revoke(token, { kind = 'refresh_token', signal } = {}) {
      const answer = await askEndpoint(
        (send) =>
          revocationRequest(server, client, authentication, token, {
            ...send,
            additionalParameters: { token_type_hint: kind },
          }),
        context,
        signal,
      );
      if (answer.status !== 200) throw refusal(answer, 'refresh-token-refused');
    },
  };
}
