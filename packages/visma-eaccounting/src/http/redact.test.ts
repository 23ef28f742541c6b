import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { redact, safeCause } from './redact.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

it.each([
  [`Authorization: Bearer ${jwt}`],
  ['authorization=Basic Y2xpZW50OnNlY3JldA=='],
  ['{"access_token":"abc123secret","token_type":"x"}'],
  ['refresh_token=abc123secret&grant_type=refresh_token'],
  ["client_secret: 'abc123secret'"],
  ['POST /connect/token?code=abc123secret failed'],
  ['code_verifier=abc123secret'],
  ['password=abc123secret'],
  [`the token ${jwt} was refused`],
])('hides the secret in %s', (text) => {
  const safe = redact(text);
  expect(safe).toContain('[redacted]');
  expect(safe).not.toMatch(/abc123secret|Y2xpZW50|eyJ/);
});

it('hides the token that is in use, whatever it looks like', () => {
  expect(redact('refused opaque*token+1 here', 'opaque*token+1')).toBe('refused [redacted] here');
});

it.each(['VatNumber can not be null or empty', 'Error code: 4000, status code: 400', 'Article 0000 is not active', ''])(
  'leaves plain words alone: %s',
  (text) => {
    expect(redact(text)).toBe(text);
  },
);

it('keeps messages short', () => {
  expect(redact('x'.repeat(10_000))).toHaveLength(500);
});

it('makes causes of which nothing hangs but words', () => {
  const secret = 'abc123secret';
  const inner = Object.assign(new Error(`socket ${secret}`), { code: 'ECONNRESET', headers: { authorization: `Bearer ${secret}` } });
  const outer = Object.assign(new Error('fetch failed', { cause: inner }), { options: { headers: { authorization: secret } } });
  const safe = safeCause(outer, secret);
  expect(safe.message).toBe('fetch failed: socket [redacted]');
  expect(inspect(safe, { depth: 10, showHidden: true })).not.toContain(secret);
});

it.each([undefined, null, 'text', 5, {}])('survives that %s was thrown', (thrown) => {
  expect(safeCause(thrown)).toBeInstanceOf(Error);
});

it('cuts a long text, but no character in half', () => {
  expect(redact('x'.repeat(501))).toBe('x'.repeat(500));
  expect(redact(`${'x'.repeat(499)}\u{1f600}`)).toBe('x'.repeat(499));
});
