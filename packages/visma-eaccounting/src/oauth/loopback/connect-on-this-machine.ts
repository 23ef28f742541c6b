import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import { InvalidInputError } from '../../errors/invalid-input-error.ts';
import type { AuthorizationUrlParams } from '../authorization-url.ts';
import { isLoopbackHost } from '../loopback-host.ts';
import type { TokenSet } from '../token-set.ts';
import type { VismaOAuth } from '../visma-oauth.ts';
import { receiveCallback } from './receive-callback.ts';

/** Settings of {@link connectOnThisMachine}. */
export interface LoopbackOptions {
  /**
   * Its redirect URI must name this machine, as registered with Visma: `http://localhost:5000/callback`, or for https
   * (such as the sandbox's `https://localhost:44300/callback`) together with `tls`.
   */
  readonly oauth: Pick<VismaOAuth, 'redirectUri' | 'authorizationUrl' | 'validateCallback' | 'exchangeCode'>;
  /** Shows the person the authorization URL: prints it, or opens a browser. Called once the server listens. */
  readonly openUrl: (url: string) => void | Promise<void>;
  /** Key and certificate (PEM) for an https redirect URI; the browser will ask about a self-signed one. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** What to ask for; see `authorizationUrl`. */
  readonly request?: Pick<AuthorizationUrlParams, 'scopes' | 'prompt' | 'selectCompany'> | undefined;
  /**
   * false leaves PKCE out, should a server refuse it.
   *
   * @default true
   */
  readonly pkce?: boolean | undefined;
  /**
   * Milliseconds that the person has.
   *
   * @default 300000
   */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Connects a command-line program on Node: shows the authorization URL, receives the one callback on this machine and
 * trades its code for tokens. The person then sees a page that says whether it worked.
 *
 * @throws InvalidInputError for a redirect URI that is not on this machine, or https without `tls`.
 * @throws LoopbackError when the port is taken or nobody answers in time; AbortedError for the signal.
 * @throws InvalidStateError, AccessDeniedError, CallbackError for the callback, and what `exchangeCode` throws.
 */
export async function connectOnThisMachine(options: LoopbackOptions): Promise<TokenSet> {
  const { oauth, openUrl, tls, request, pkce = true, timeoutMs = 300_000, signal } = options;
  const redirectUri = new URL(oauth.redirectUri);
  const fault = faultOf(redirectUri, tls !== undefined);
  if (fault) throw new InvalidInputError([{ path: 'redirectUri', message: fault }]);

  const state = generateRandomState();
  const codeVerifier = pkce ? generateRandomCodeVerifier() : undefined;
  return receiveCallback(
    { redirectUri, tls, timeoutMs, signal },
    async () => {
      await openUrl(await oauth.authorizationUrl({ ...request, codeVerifier, state }));
    },
    async (query) => {
      const code = oauth.validateCallback(query, { state });
      return oauth.exchangeCode(code, { codeVerifier, signal });
    },
  );
}

function faultOf({ protocol, hostname }: URL, tls: boolean): string | undefined {
  if (!isLoopbackHost(hostname)) return 'must be on this machine: localhost, 127.0.0.1 or [::1]';
  if (protocol === 'https:' && !tls) return 'is https: pass `tls`, or register a redirect URI with http';
  if (protocol === 'http:' && tls) return 'is http: leave `tls` out';
  return undefined;
}
