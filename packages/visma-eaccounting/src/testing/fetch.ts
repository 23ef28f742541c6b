import { reasonOf } from './clock.ts';
import type { Outcome } from './engine/outcome.ts';
import { bodyTerminated, fetchFailed } from './faults/network-error.ts';
import type { WireRequest } from './wire/request.ts';

/** A call of fetch, read. */
export interface FetchCall {
  readonly request: WireRequest;
  readonly signal: AbortSignal | undefined;
  readonly redirect: RequestRedirect;
}

/**
 * Reads the arguments of fetch. A text or form body is taken as it is, without a detour through streams: the request
 * then reaches the fake within the call, which keeps a simulation's order of events its own.
 */
export async function incomingOf(input: string | URL | Request, init: RequestInit = {}): Promise<FetchCall> {
  const { body } = init;
  const isPlain = body === undefined || body === null || typeof body === 'string' || body instanceof URLSearchParams;
  if (input instanceof Request || !isPlain) return fromRequest(new Request(input, init));
  const headers = new Headers(init.headers);
  if (!headers.has('content-type') && body instanceof URLSearchParams) {
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  return {
    request: {
      method: (init.method ?? 'GET').toUpperCase(),
      url: new URL(input),
      headers,
      body: body === undefined || body === null ? '' : body.toString(),
    },
    signal: init.signal ?? undefined,
    redirect: init.redirect ?? 'follow',
  };
}

async function fromRequest(request: Request): Promise<FetchCall> {
  return {
    request: {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: request.body === null ? '' : await request.text(),
    },
    signal: request.signal,
    redirect: request.redirect,
  };
}

/**
 * An outcome as fetch shows it: a Response, or a rejection shaped like that of Node's fetch. A redirect is answered as
 * it is, never followed: what lies behind it is no part of the fake.
 */
export async function toResponse(outcome: Outcome, { request, signal, redirect }: FetchCall): Promise<Response> {
  if (outcome.kind === 'failure') {
    if (outcome.failure !== 'hang') throw fetchFailed(outcome.failure);
    return untilAborted(signal);
  }
  signal?.throwIfAborted();
  const { status, headers, body, breakAfter } = outcome.answer;
  if (status >= 300 && status < 400 && redirect === 'error') {
    throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  }
  const isEmpty = request.method === 'HEAD' || status === 204 || status === 304;
  const content = breakAfter === undefined ? new Uint8Array(body) : brokenBody(body.slice(0, breakAfter));
  const response = new Response(isEmpty ? null : content, { status, headers });
  Object.defineProperty(response, 'url', { value: request.url.href });
  return response;
}

/** A body that ends with an error after its first part, as when the connection breaks. */
export function brokenBody(part: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (part.length > 0) controller.enqueue(part);
    },
    pull(controller) {
      controller.error(bodyTerminated());
    },
  });
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(reasonOf(signal));
    signal?.addEventListener('abort', () => {
      reject(reasonOf(signal));
    });
  });
}
