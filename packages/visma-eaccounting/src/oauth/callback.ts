import { constantTimeEqual } from './constant-time-equal.ts';
import { AccessDeniedError } from './errors/access-denied-error.ts';
import { CallbackError } from './errors/callback-error.ts';
import { InvalidStateError } from './errors/invalid-state-error.ts';

/** A callback as a web framework hands it over: the full URL, a path with query, or the query alone. */
export type CallbackUrl = string | URL | URLSearchParams;

/**
 * Checks the redirect that ends a consent and answers its authorization code. The state is checked before anything
 * else is believed, also before `error`.
 *
 * @throws InvalidStateError when the state is missing or not the expected one.
 * @throws AccessDeniedError when the person said no.
 * @throws CallbackError for every other error that Visma reports, a missing code, a parameter sent twice, or an `iss`
 * other than the issuer that was named.
 */
export function readCallback(callback: CallbackUrl, expectedState: string, issuer?: string): string {
  const query = parametersOf(callback);
  const one = (name: string): string | undefined => {
    const values = query.getAll(name);
    if (values.length > 1) throw new CallbackError('duplicate-parameter');
    return values[0] === '' ? undefined : values[0];
  };
  const state = one('state');
  if (state === undefined) throw new InvalidStateError('missing');
  if (!expectedState || !constantTimeEqual(state, expectedState)) throw new InvalidStateError('mismatch');
  if (issuer !== undefined && one('iss') !== issuer) throw new CallbackError('wrong-issuer');
  const error = one('error');
  const code = one('code');
  if (error === 'access_denied') throw new AccessDeniedError();
  if (error !== undefined) throw new CallbackError('refused', error);
  if (code === undefined) throw new CallbackError('missing-code');
  return code;
}

function parametersOf(callback: CallbackUrl): URLSearchParams {
  if (callback instanceof URLSearchParams) return callback;
  const text = String(callback);
  const start = text.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : text.slice(start + 1).replace(/#.*$/s, ''));
}
