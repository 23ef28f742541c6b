import type { Delivery } from '../errors/delivery.ts';

/**
 * Codes of Node and undici that mean: no request was sent. Everything that is not listed here is unknown, among it
 * ECONNRESET, EPIPE, UND_ERR_SOCKET and the timeouts of headers and body.
 */
const notSent = new Set([
  // Names and routes.
  'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ECONNREFUSED', 'EHOSTUNREACH', 'EHOSTDOWN',
  'ENETUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT',
  // TLS before any request: the certificate, or no common version.
  'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'CERT_UNTRUSTED', 'CERT_REJECTED', 'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'INVALID_CA', 'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_TLS_HANDSHAKE_TIMEOUT', 'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
]);

interface Coded {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** What a rejected `fetch` tells about the request: only a known code proves that it was not sent. */
export function deliveryOfFailure(failure: unknown, depth = 0): Exclude<Delivery, 'answered'> {
  if (typeof failure !== 'object' || failure === null || depth > 5) return 'unknown';
  const { code, syscall, cause, errors } = failure as Coded;
  // Several addresses were tried: each of them must have failed before sending.
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((one) => deliveryOfFailure(one, depth + 1) === 'not-sent') ? 'not-sent' : 'unknown';
  }
  if (typeof code !== 'string') return deliveryOfFailure(cause, depth + 1);
  // The same code on an open connection (`read EHOSTUNREACH`) proves nothing; a timeout of `connect` does.
  const connecting = syscall === undefined || syscall === 'connect' || syscall === 'getaddrinfo';
  if (code === 'ETIMEDOUT') return syscall === 'connect' ? 'not-sent' : 'unknown';
  return notSent.has(code) && connecting ? 'not-sent' : 'unknown';
}

/** The code of a rejected `fetch`, for the message: `ECONNRESET`, or the kind of the error. */
export function codeOfFailure(failure: unknown, depth = 0): string | undefined {
  if (typeof failure !== 'object' || failure === null || depth > 5) return undefined;
  const { code, cause } = failure as Coded;
  return typeof code === 'string' ? code : codeOfFailure(cause, depth + 1);
}
