import { NetworkError } from '../errors/network-error.ts';

/** Codes of Node, undici and TLS for a connection that never stood. */
const NEVER_CONNECTED =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_(?:TLS|SSL)_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/;

/** No digits and a known start: nothing that could be a secret. */
const WELL_FORMED = /^(?:E[A-Z]{3,20}|EAI_[A-Z]+|(?:UND_ERR|ERR|CERT|DEPTH|SELF|UNABLE|HOSTNAME)_[A-Z_]{3,40})$/;

/**
 * Turns whatever a fetch threw into a NetworkError. Only a well-formed error code is taken over: messages and causes
 * of a fetch may quote the request's headers.
 */
export function networkFailure(thrown: unknown): NetworkError {
  const code = codesOf(thrown, 0).find((candidate) => WELL_FORMED.test(candidate));
  const notSent = code !== undefined && NEVER_CONNECTED.test(code);
  const what = notSent ? 'could not be reached' : 'did not complete its answer';
  return new NetworkError(`The identity server ${what}${code === undefined ? '' : ` (${code})`}.`, {
    delivery: notSent ? 'not-sent' : 'unknown',
  });
}

function codesOf(thrown: unknown, depth: number): string[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return [];
  const { code, cause, errors } = thrown as { code?: unknown; cause?: unknown; errors?: unknown };
  const inner = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [...(typeof code === 'string' ? [code] : []), ...inner.flatMap((each) => codesOf(each, depth + 1))];
}
