import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCallback, type CallbackUrl } from './callback.ts';
import { AccessDeniedError } from './errors/access-denied-error.ts';
import { CallbackError } from './errors/callback-error.ts';
import { InvalidStateError } from './errors/invalid-state-error.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 300);

function thrownBy(callback: CallbackUrl, state = 'S'): unknown {
  try {
    return readCallback(callback, state);
  } catch (error) {
    return error;
  }
}

it.each([
  'https://app.test/callback?code=C%2B1&state=S',
  '/callback?state=S&code=C%2B1#_=_',
  new URL('https://app.test/callback?code=C%2B1&state=S&session_state=x'),
  new URLSearchParams({ code: 'C+1', state: 'S' }),
])('answers the code of %s', (callback) => {
  expect(readCallback(callback, 'S')).toBe('C+1');
});

it.each([
  ['missing', '/callback?code=C'],
  ['missing', '/callback?code=C&state='],
  ['missing', '/callback'],
  ['mismatch', '/callback?code=C&state=T'],
  ['mismatch', '/callback?code=C&state=S%20'],
  ['mismatch', '/callback?error=access_denied&state=T'],
])('believes nothing when the state is a %s: %s', (reason, callback) => {
  const error = thrownBy(callback);
  expect(error).toBeInstanceOf(InvalidStateError);
  expect(error).toMatchObject({ code: 'invalid-state', reason });
});

it('refuses every callback when no state is expected', () => {
  expect(thrownBy('/callback?code=C&state=', '')).toBeInstanceOf(InvalidStateError);
  expect(thrownBy('/callback?code=C&state=x', '')).toBeInstanceOf(InvalidStateError);
});

it('types a refusal by the person', () => {
  const error = thrownBy('/callback?error=access_denied&error_description=secret%20text&state=S');
  expect(error).toBeInstanceOf(AccessDeniedError);
  expect(error).toMatchObject({ code: 'access-denied', oauthError: 'access_denied' });
});

it.each([
  ['invalid_scope', 'invalid_scope'],
  ['server_error', 'server_error'],
  ['<script>', undefined],
])('types the error %s', (sent, oauthError) => {
  const error = thrownBy(`/callback?error=${encodeURIComponent(sent)}&code=C&state=S`);
  expect(error).toBeInstanceOf(CallbackError);
  expect(error).toMatchObject({ code: 'callback', reason: 'refused', oauthError });
  expect(String(error)).not.toContain('<');
});

it.each(['/callback?state=S', '/callback?state=S&code='])('types a missing code: %s', (callback) => {
  expect(thrownBy(callback)).toMatchObject({ code: 'callback', reason: 'missing-code' });
});

it.each(['/callback?state=S&state=S&code=C', '/callback?state=S&code=C&code=D', '/callback?state=S&error=a&error=b'])(
  'refuses a parameter that comes twice: %s',
  (callback) => {
    expect(thrownBy(callback)).toMatchObject({ code: 'callback', reason: 'duplicate-parameter' });
  },
);

it('accepts the expected state and no other', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (expected, received) => {
      const outcome = thrownBy(new URLSearchParams({ code: 'C', state: received }), expected);
      return received === expected ? outcome === 'C' : outcome instanceof InvalidStateError;
    }),
    { numRuns },
  );
});

it('compares the issuer where one is named (RFC 9207), after the state and before anything else', () => {
  const issuer = 'https://identity.example';
  const from = (iss: string): string => `/callback?code=C&state=S&iss=${encodeURIComponent(iss)}`;
  expect(readCallback(from(issuer), 'S', issuer)).toBe('C');
  expect(readCallback(from('https://evil.example'), 'S')).toBe('C');
  for (const callback of [from('https://evil.example'), from(`${issuer}/`), '/callback?code=C&state=S', '/callback?state=S&error=access_denied']) {
    expect(() => readCallback(callback, 'S', issuer)).toThrow(CallbackError);
  }
  expect(() => readCallback(`${from(issuer)}&iss=x`, 'S', issuer)).toThrow(CallbackError);
  expect(() => readCallback(from('https://evil.example'), 'other', issuer)).toThrow(InvalidStateError);
});
