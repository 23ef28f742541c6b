import type { Delivery } from '../errors/delivery.ts';

/**
 * Codes of Node and undici that mean: no request was sent. First names and routes, then TLS before any request: the
 * certificate was refused, or no common version was found. Everything else is unknown, among it ECONNRESET, EPIPE,
 * UND_ERR_SOCKET, the timeouts of headers and body, and alerts that a server may send later.
 */
const notSent =
  /^(E(NOTFOUND|AI_\w+|CONNREFUSED|(HOST|NET)(UNREACH|DOWN))|UND_ERR_CONNECT_TIMEOUT|(?!ERR_SSL)\w*CERT\w*|UNABLE_TO_\w+|ERR_TLS_HANDSHAKE_TIMEOUT|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|\w+_ALERT_(HANDSHAKE_FAILURE|PROTOCOL_VERSION)))$/;

interface Failure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** What is known of a rejected `fetch`. */
export interface FailedDelivery {
  readonly delivery: Exclude<Delivery, 'answered'>;
  /** Such as `ECONNRESET`, where the runtime says so. */
  readonly code?: string;
}

/** What a rejected `fetch` tells about the request: only a known code proves that it was not sent. */
export function deliveryOfFailure(failure: unknown, depth = 0): FailedDelivery {
  const { code, syscall, cause, errors } = (failure ?? {}) as Failure;
  if (depth > 5) return { delivery: 'unknown' };
  if (typeof code !== 'string' && cause !== undefined) return deliveryOfFailure(cause, depth + 1);
  const proven =
    Array.isArray(errors) && errors.length > 0
      ? // Several addresses were tried: each of them must have failed before sending.
        errors.every((one) => deliveryOfFailure(one, depth + 1).delivery === 'not-sent')
      : // The same code on an open connection (`read EHOSTUNREACH`) proves nothing; a timeout of `connect` does.
        code === 'ETIMEDOUT'
        ? syscall === 'connect'
        : notSent.test(String(code)) && !/^(read|write)/.test(String(syscall));
  return { delivery: proven ? 'not-sent' : 'unknown', ...(typeof code === 'string' && { code }) };
}
