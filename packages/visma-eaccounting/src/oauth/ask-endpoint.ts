import { allowInsecureRequests, customFetch, type CustomFetchOptions } from 'oauth4webapi';
import type { FetchFunction, WebResponse } from '../core/web.ts';
import { AbortedError } from '../errors/aborted-error.ts';
import type { Delivery } from '../errors/delivery.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { TokenEndpointError } from './errors/token-endpoint-error.ts';
import { networkFailure } from './network-failure.ts';
import { readBounded } from './read-bounded.ts';

/** What the two POST endpoints of the identity server have in common. */
export interface EndpointContext {
  readonly transport: FetchFunction;
  readonly timeoutMs: number;
}

/** The options that oauth4webapi's request functions take from us. */
export interface SendOptions {
  readonly signal: AbortSignal;
  readonly [allowInsecureRequests]: true;
  readonly [customFetch]: (url: string, init: CustomFetchOptions<'POST', URLSearchParams>) => Promise<WebResponse>;
}

/** Status and body of an answer; `body` is null where it is no JSON object. */
export interface EndpointAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> | null;
}

/**
 * Sends one request to the identity server and reads its answer, within `timeoutMs` in all.
 *
 * A redirect is refused, not followed: the request carries the client's secret. Errors carry nothing of what was
 * thrown below, because such messages may quote headers and bodies.
 *
 * @throws AbortedError, TimeoutError, NetworkError, or TokenEndpointError for a redirect or an oversized answer.
 */
export async function askEndpoint(
  send: (options: SendOptions) => Promise<Response>,
  context: EndpointContext,
  signal: AbortSignal | undefined,
): Promise<EndpointAnswer> {
  if (signal?.aborted) throw aborted('not-sent');
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort('aborted');
  };
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => {
    stop.abort('timeout');
  }, context.timeoutMs);
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => {
      reject(stop.signal.reason === 'timeout' ? timedOut(context.timeoutMs) : aborted('unknown'));
    });
  });
  try {
    return await Promise.race([stopped, exchange(send, context.transport, stop.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function aborted(delivery: Delivery): AbortedError {
  return new AbortedError('The call to the identity server was aborted.', { delivery });
}

function timedOut(ms: number): TimeoutError {
  return new TimeoutError(`The identity server gave no complete answer within ${ms} ms.`, { delivery: 'unknown' });
}

async function exchange(
  send: (options: SendOptions) => Promise<Response>,
  transport: FetchFunction,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  let text: string | null;
  let response: Response;
  try {
    response = await send({
      signal,
      // The identity URL was checked when the client was made: http is this machine.
      [allowInsecureRequests]: true,
      [customFetch]: (url, init) => transport(url, init),
    });
    const { status } = response;
    if (response.redirected || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      response.body?.cancel().catch(() => undefined);
      throw new TokenEndpointError('redirect', status);
    }
    text = await readBounded(response);
  } catch (error) {
    throw error instanceof TokenEndpointError ? error : networkFailure(error);
  }
  if (text === null) throw new TokenEndpointError('too-large', response.status);
  return { status: response.status, body: parseObject(text) };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
