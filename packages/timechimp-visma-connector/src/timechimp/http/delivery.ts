/** Codes of Node and undici that prove that no request was sent. Everything else is unknown, ECONNRESET among it. */
const notSent = new Set([
  'ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

interface Coded {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** What a rejected `fetch` tells about the request. */
export function deliveryOfFailure(failure: unknown, depth = 0): 'not-sent' | 'unknown' {
  if (typeof failure !== 'object' || failure === null || depth > 5) return 'unknown';
  const { code, syscall, cause, errors } = failure as Coded;
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((one) => deliveryOfFailure(one, depth + 1) === 'not-sent') ? 'not-sent' : 'unknown';
  }
  if (typeof code !== 'string') return deliveryOfFailure(cause, depth + 1);
  // The same code on an open connection proves nothing.
  const connecting = syscall === undefined || syscall === 'connect' || syscall === 'getaddrinfo';
  return (notSent.has(code) || (code === 'ETIMEDOUT' && syscall === 'connect')) && connecting ? 'not-sent' : 'unknown';
}

/** The code of a rejected `fetch`, such as `ECONNRESET`. */
export function codeOfFailure(failure: unknown, depth = 0): string | undefined {
  if (typeof failure !== 'object' || failure === null || depth > 5) return undefined;
  const { code, cause } = failure as Coded;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : codeOfFailure(cause, depth + 1);
}
