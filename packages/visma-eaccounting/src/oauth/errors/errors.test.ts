import { inspect } from 'node:util';
import { expect, it, vi } from 'vitest';
import { NetworkError } from '../../errors/network-error.ts';
import { VismaError } from '../../errors/visma-error.ts';
import { AccessDeniedError } from './access-denied-error.ts';
import { CallbackError } from './callback-error.ts';
import { InvalidClientError } from './invalid-client-error.ts';
import { InvalidStateError } from './invalid-state-error.ts';
import { OAuthError } from './oauth-error.ts';
import { ReconnectRequiredError } from './reconnect-required-error.ts';
import { TokenEndpointError } from './token-endpoint-error.ts';
import { TokenStoreError } from './token-store-error.ts';
import { TokenUnavailableError } from './token-unavailable-error.ts';

const cases: readonly (readonly [OAuthError, string, string, object])[] = [
  [new AccessDeniedError(), 'AccessDeniedError', 'access-denied', { oauthError: 'access_denied' }],
  [new CallbackError('missing-code'), 'CallbackError', 'callback', { reason: 'missing-code' }],
  [new InvalidClientError(401), 'InvalidClientError', 'invalid-client', { status: 401 }],
  [new InvalidStateError('expired'), 'InvalidStateError', 'invalid-state', { reason: 'expired' }],
  [
    new ReconnectRequiredError('not-connected'),
    'ReconnectRequiredError',
    'reconnect-required',
    { reason: 'not-connected' },
  ],
  [new TokenEndpointError('status', 502), 'TokenEndpointError', 'token-endpoint', { reason: 'status', status: 502 }],
  [new TokenStoreError('busy'), 'TokenStoreError', 'token-store', { reason: 'busy' }],
  [
    new TokenUnavailableError(new NetworkError('gone', { delivery: 'unknown' })),
    'TokenUnavailableError',
    'token-unavailable',
    { cause: { code: 'network', delivery: 'unknown' } },
  ],
  [
    new OAuthError('no', { delivery: 'answered', oauthError: 'invalid_scope' }),
    'OAuthError',
    'oauth',
    { oauthError: 'invalid_scope' },
  ],
];

it.each(cases)('is told by class, name and code, and writes plain JSON: %s', (error, name, code, details) => {
  expect(error).toBeInstanceOf(OAuthError);
  expect(error).toBeInstanceOf(VismaError);
  expect(error).toMatchObject({ name, code, ...details });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name, code, message: error.message, ...details });
  expect(inspect(error)).toContain(`${name}: ${error.message}`);
  expect(Object.keys(error)).not.toContain('name');
});

it('tells its classes apart', () => {
  const named = cases.filter(([, name]) => name !== 'OAuthError');
  for (const [error] of cases) {
    const claimed = named.filter(([other]) => error instanceof (other.constructor as new () => OAuthError));
    expect(claimed.map(([, name]) => name)).toEqual(error.name === 'OAuthError' ? [] : [error.name]);
  }
});

it('recognises errors that another copy of the package made', async () => {
  vi.resetModules();
  const copy = await import('./reconnect-required-error.ts');
  expect(copy.ReconnectRequiredError).not.toBe(ReconnectRequiredError);
  const foreign: unknown = new copy.ReconnectRequiredError('not-connected');
  expect(foreign).toBeInstanceOf(ReconnectRequiredError);
  expect(foreign).toBeInstanceOf(OAuthError);
  expect(foreign).not.toBeInstanceOf(InvalidStateError);
});
