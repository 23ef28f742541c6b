import { expect, it } from 'vitest';
import { deliveryOfFailure } from './delivery.ts';

const failed = (code: string, extra: object = {}): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, ...extra }) });

it.each([
  'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN',
  'ENETUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED',
  'CERT_UNTRUSTED', 'CERT_REJECTED', 'CERT_SIGNATURE_FAILURE', 'CERT_CHAIN_TOO_LONG', 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
])('A5: %s happens before anything is sent', (code) => {
  expect(deliveryOfFailure(failed(code))).toEqual({ delivery: 'not-sent', code });
});

it.each([
  'ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_ABORTED', 'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED', 'UND_ERR_RESPONSE_STATUS_CODE', 'UND_ERR_INFO', 'UND_ERR_REQ_RETRY', 'HPE_INVALID_CONSTANT',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'EPROTO', 'ERR_INVALID_URL',
  'ABORT_ERR', 'EMFILE', 'SOMETHING_NEW', '', 'ENOTFOUNDISH', 'xENOTFOUND',
])('A5: after %s nobody knows', (code) => {
  expect(deliveryOfFailure(failed(code)).delivery).toBe('unknown');
});

it.each([undefined, null, 'ENOTFOUND', 7, {}, new Error('x'), new TypeError('fetch failed')])('A5: without a code (%s) nobody knows', (failure) => {
  expect(deliveryOfFailure(failure)).toEqual({ delivery: 'unknown' });
});

it('A5: the same code on an open connection proves nothing', () => {
  expect(deliveryOfFailure(failed('EHOSTUNREACH', { syscall: 'connect' })).delivery).toBe('not-sent');
  expect(deliveryOfFailure(failed('EHOSTUNREACH', { syscall: 'read' })).delivery).toBe('unknown');
  expect(deliveryOfFailure(failed('ENETUNREACH', { syscall: 'write' })).delivery).toBe('unknown');
  expect(deliveryOfFailure(failed('ETIMEDOUT', { syscall: 'connect' })).delivery).toBe('not-sent');
  expect(deliveryOfFailure(failed('ETIMEDOUT', { syscall: 'read' })).delivery).toBe('unknown');
  expect(deliveryOfFailure(failed('ENOTFOUND', { syscall: 'getaddrinfo' })).delivery).toBe('not-sent');
});

it('A5: of several addresses each must have failed before sending', () => {
  const one = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'connect' });
  const both = (...codes: readonly string[]): Error =>
    new TypeError('fetch failed', { cause: Object.assign(new AggregateError(codes.map(one)), { code: codes[0] }) });
  expect(deliveryOfFailure(both('ECONNREFUSED', 'ENETUNREACH')).delivery).toBe('not-sent');
  expect(deliveryOfFailure(both('ECONNREFUSED', 'ECONNRESET')).delivery).toBe('unknown');
});

it('follows a chain of causes, but not for ever', () => {
  const loop: { cause?: unknown } = {};
  loop.cause = loop;
  expect(deliveryOfFailure(loop).delivery).toBe('unknown');
  expect(deliveryOfFailure(new Error('a', { cause: failed('ENOTFOUND') })).delivery).toBe('not-sent');
});
