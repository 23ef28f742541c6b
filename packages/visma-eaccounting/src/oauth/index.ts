export { createVismaOAuth, type VismaOAuth, type VismaOAuthOptions } from './visma-oauth.ts';
export { VISMA_IDENTITY_URL, VISMA_SANDBOX_IDENTITY_URL } from './identity-urls.ts';
export { DEFAULT_SCOPES } from './scopes.ts';
export type { AuthorizationUrlParams } from './authorization-url.ts';
export type { CallbackUrl } from './callback.ts';
export type { ClientAuthentication } from './client-authentication.ts';
export type { TokenSet } from './token-set.ts';
export type { StoredTokens } from './stored-tokens.ts';
export type { LockOptions, TokenStore } from './token-store.ts';
export { memoryTokenStore } from './memory-token-store.ts';
export { saveTokens } from './save-tokens.ts';
export { createTokenProvider, type TokenProviderOptions } from './token-provider.ts';
export {
  createStateSigner,
  type IssuedState,
  type StateSigner,
  type StateSignerOptions,
  type VerifiedState,
} from './state-signer.ts';
export { OAuthError } from './errors/oauth-error.ts';
export { AccessDeniedError } from './errors/access-denied-error.ts';
export { CallbackError, type CallbackFault } from './errors/callback-error.ts';
export { InvalidClientError } from './errors/invalid-client-error.ts';
export { InvalidStateError, type StateFault } from './errors/invalid-state-error.ts';
export { ReconnectRequiredError, type ReconnectReason } from './errors/reconnect-required-error.ts';
export { TokenEndpointError, type TokenEndpointFault } from './errors/token-endpoint-error.ts';
export { TokenStoreError, type TokenStoreFault } from './errors/token-store-error.ts';
export { TokenUnavailableError } from './errors/token-unavailable-error.ts';
