import type { AuthorizationServer } from 'oauth4webapi';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { isLoopbackHost } from './loopback-host.ts';

/** The part of oauth4webapi's `AuthorizationServer` that this flow uses. */
export interface IdentityEndpoints extends AuthorizationServer {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint: string;
}

/**
 * Appends `/connect/authorize`, `/connect/token` and `/connect/revocation` to an identity URL, whatever path prefix
 * or trailing slash that URL has.
 *
 * Plain http is accepted for this machine only: a client secret and refresh tokens travel to this URL.
 *
 * @throws InvalidInputError when it is no URL, carries a query, fragment or credentials, or is http to another machine.
 */
export function identityEndpoints(identityUrl: string): IdentityEndpoints {
  const url = URL.parse(identityUrl);
  const refuse = (message: string): InvalidInputError => new InvalidInputError([{ path: 'identityUrl', message }]);
  if (url === null || !/^https?:$/.test(url.protocol)) throw refuse('must be an http(s) URL');
  if (url.search || url.hash || url.username || url.password) {
    throw refuse('must have no query, fragment or credentials');
  }
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw refuse('must be https, except for a server on this machine');
  }
  const base = url.origin + url.pathname.replace(/\/+$/, '');
  return {
    issuer: base,
    authorization_endpoint: `${base}/connect/authorize`,
    token_endpoint: `${base}/connect/token`,
    revocation_endpoint: `${base}/connect/revocation`,
  };
}
