import { expectTypeOf, it } from 'vitest';
import type { AccessTokenProvider, VismaClientOptions } from '../../src/index.ts';
import {
  createStateSigner, createTokenProvider, createVismaOAuth, memoryTokenStore, saveTokens,
  type CallbackError, type CallbackFault, type LockOptions, type OAuthError, type ReconnectReason, type ReconnectRequiredError, type StoredTokens, type TokenProviderOptions, type TokenSet,
  type TokenStore, type VismaOAuth, type VismaOAuthOptions,
} from '../../src/oauth/index.ts';

it('the flow answers token sets', () => {
  expectTypeOf(createVismaOAuth).parameters.toEqualTypeOf<[options: VismaOAuthOptions]>();
  expectTypeOf(createVismaOAuth).returns.toEqualTypeOf<VismaOAuth>();
  expectTypeOf<VismaOAuth['authorizationUrl']>().returns.toEqualTypeOf<Promise<string>>();
  expectTypeOf<VismaOAuth['validateCallback']>().parameter(1).toEqualTypeOf<{ readonly state: string }>();
  expectTypeOf<VismaOAuth['validateCallback']>().returns.toEqualTypeOf<string>();
  expectTypeOf<VismaOAuth['exchangeCode']>().returns.toEqualTypeOf<Promise<TokenSet>>();
  expectTypeOf<VismaOAuth['refresh']>().returns.toEqualTypeOf<Promise<TokenSet>>();
  expectTypeOf<VismaOAuth['revoke']>().returns.toEqualTypeOf<Promise<void>>();
  // @ts-expect-error a secret is needed
  expectTypeOf({ clientId: 'id', redirectUri: 'https://app.test/callback' }).toExtend<VismaOAuthOptions>();
});

it('a provider of tokens is what the client takes', () => {
  expectTypeOf(createTokenProvider).parameters.toEqualTypeOf<[options: TokenProviderOptions]>();
  expectTypeOf(createTokenProvider).returns.toEqualTypeOf<AccessTokenProvider>();
  expectTypeOf(createTokenProvider).returns.toExtend<VismaClientOptions['auth']>();
  expectTypeOf<VismaOAuth>().toExtend<TokenProviderOptions['oauth']>();
});

it('a store is three methods over one value with a version', () => {
  expectTypeOf<keyof TokenStore>().toEqualTypeOf<'load' | 'compareAndSet' | 'withLock'>();
  expectTypeOf<TokenStore['load']>().returns.toEqualTypeOf<Promise<StoredTokens | null>>();
  expectTypeOf<TokenStore['compareAndSet']>().toEqualTypeOf<(previousVersion: string | null, next: StoredTokens) => Promise<boolean>>();
  expectTypeOf<Parameters<TokenStore['withLock']>[1]>().toEqualTypeOf<LockOptions>();
  const make: (initial?: StoredTokens | null) => TokenStore = memoryTokenStore;
  expectTypeOf(make).toBeFunction();
  const save: (store: TokenStore, tokens: TokenSet) => Promise<unknown> = saveTokens;
  expectTypeOf(save).toBeFunction();
  expectTypeOf<StoredTokens['refreshToken']>().toEqualTypeOf<string | null>();
  expectTypeOf<StoredTokens['version']>().toEqualTypeOf<string>();
});

it('errors are told apart by literals', () => {
  expectTypeOf<ReconnectRequiredError['code']>().toEqualTypeOf<'reconnect-required'>();
  expectTypeOf<ReconnectRequiredError['reason']>().toEqualTypeOf<ReconnectReason>();
  expectTypeOf<CallbackError['code']>().toEqualTypeOf<'callback'>();
  expectTypeOf<CallbackError['reason']>().toEqualTypeOf<CallbackFault>();
  expectTypeOf<CallbackError>().toExtend<OAuthError>();
  expectTypeOf(createStateSigner).returns.toBeObject();
});
