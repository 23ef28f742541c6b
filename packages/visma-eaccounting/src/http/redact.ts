/** Whatever looks like a secret, whoever wrote the text: authorization headers, token parameters, JSON web tokens. */
const secretLike =
  /((?:bearer|basic) +|(?:(?:token|secret|password|verifier)["']?(?:=|: *)|\bcode=)["']?)[^\s"'&,;}]+|()eyJ[\w-]+\.[\w.-]+/gi;

/** Text of others, safe for a message: known secrets and whatever looks like one are replaced; at most 500 characters, none halved. */
export function redact(text: string, secret = ''): string {
  const safe = secret ? text.replaceAll(secret, '[redacted]') : text;
  return safe.replaceAll(secretLike, '$1[redacted]').slice(0, 500).replace(/\p{Surrogate}$/u, '');
}

/**
 * An error that is safe to attach as a cause: the messages of the original and of its own causes, redacted. Requests,
 * headers and bodies that hang on the original are left behind.
 */
export function safeCause(failure: unknown, secret?: string): Error {
  const messages: string[] = [];
  let one = failure as { readonly message?: unknown; readonly request?: unknown; readonly cause?: unknown } | undefined;
  for (let depth = 0; one && depth < 5; depth++) {
    // ofetch wraps the failure, and quotes the address with its query.
    if (!one.request) messages.push(typeof one.message === 'string' ? one.message : typeof one);
    one = one.cause as typeof one;
  }
  return new Error(redact(messages.join(': '), secret));
}
