import type { Clock } from '../../ports/clock.ts';
import { TimeChimpError } from '../timechimp-error.ts';
import { readAnswer } from './answer.ts';
import { parseJson, redact } from './body.ts';
import { codeOfFailure, deliveryOfFailure } from './delivery.ts';
import type { TimeChimpRateLimiter } from './limiter.ts';
import type { ApiRequest } from './request.ts';
import { mayRetry, waitMs } from './retry.ts';

/** The part of `fetch` that the adapter uses. */
type TimeChimpFetch = (input: string, init: RequestInit) => Promise<Response>;

/** What a transport is made of. */
interface TransportParts {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Never shown in a message. */
  readonly secrets: readonly string[];
  readonly fetch: TimeChimpFetch;
  readonly clock: Clock;
  readonly limiter: TimeChimpRateLimiter;
  /** What shares the limit: the account. */
  readonly limiterKey: string;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** Further attempts after the first. */
  readonly maxRetries: number;
  readonly random: () => number;
}

/** Sends requests of one account to one of the two APIs. */
export interface Transport {
  /** The parsed body of the answer, null for an empty one. Throws `TimeChimpError`. */
  send(request: ApiRequest): Promise<unknown>;
}

/** A transport over `fetch`: paced, with a timeout per attempt, repeating only what is harmless to repeat. */
export function createTransport(parts: TransportParts): Transport {
  return {
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await sendOnce(parts, request);
        } catch (error) {
          const failure = error instanceof TimeChimpError ? error : unforeseen(request, error);
          const wait = waitMs(failure, attempt, parts.random());
          const told = failure.code === 'rate-limit' && parts.limiter.refused !== undefined;
          if (told) await parts.limiter.refused?.(parts.limiterKey, wait);
          if (attempt > parts.maxRetries || !mayRetry(failure, request.method !== 'GET')) throw failure;
          // A limiter that was told holds the next attempt back by itself.
          if (!told) await pause(parts, request, wait);
        }
      }
    },
  };
}

async function sendOnce(parts: TransportParts, request: ApiRequest): Promise<unknown> {
  if (isAborted(request)) throw aborted(request, 'not-sent');
  try {
    await parts.limiter.take(parts.limiterKey, request.signal);
  } catch (error) {
    if (isAborted(request)) throw aborted(request, 'not-sent');
    throw error;
  }
  // Waiting for the limit takes time: the last look at the clock is directly before the socket.
  if (request.startBefore !== undefined && parts.clock.now() > request.startBefore) {
    throw new TimeChimpError('deadline', `${request.operation} was not started: its time was over.`, {
      delivery: 'not-sent',
      operation: request.operation,
    });
  }
  const timeout = AbortSignal.timeout(parts.timeoutMs);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  let response: Response;
  let text: string;
  try {
    response = await parts.fetch(urlOf(parts, request), {
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...parts.headers,
      },
      // A redirect would carry the key to whatever host it names.
      redirect: 'manual',
      signal,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    });
    text = await response.text();
  } catch (error) {
    throw failureOf(parts, request, error, timeout);
  }
  return readAnswer(request, { status: response.status, headers: response.headers, text, parsed: parseJson(text) }, parts);
}

function urlOf(parts: TransportParts, request: ApiRequest): string {
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`],
  );
  return `${parts.baseUrl.replace(/\/+$/, '')}${request.path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function failureOf(parts: TransportParts, request: ApiRequest, error: unknown, timeout: AbortSignal): TimeChimpError {
  const { operation } = request;
  if (isAborted(request)) return aborted(request, 'unknown');
  const write = request.method !== 'GET';
  if (timeout.aborted) {
    const message = `${operation} got no answer within ${parts.timeoutMs} ms.`;
    return new TimeChimpError(write ? 'outcome-unknown' : 'timeout', message, { delivery: 'unknown', operation });
  }
  const delivery = deliveryOfFailure(error);
  const reason = codeOfFailure(error) ?? redact(error instanceof Error ? error.message : 'unknown failure', parts.secrets);
  const code = write && delivery === 'unknown' ? 'outcome-unknown' : 'network';
  return new TimeChimpError(code, `${operation} failed on the way: ${reason}.`, { delivery, operation });
}

function isAborted({ signal }: ApiRequest): boolean {
  return signal?.aborted === true;
}

function aborted(request: ApiRequest, delivery: 'not-sent' | 'unknown'): TimeChimpError {
  const { operation } = request;
  return new TimeChimpError('aborted', `${operation} was aborted.`, { delivery, operation });
}

function unforeseen(request: ApiRequest, error: unknown): TimeChimpError {
  const { operation } = request;
  const name = error instanceof Error ? error.name : typeof error;
  return new TimeChimpError('network', `${operation} was not sent: ${name}.`, { delivery: 'not-sent', operation });
}

async function pause(parts: TransportParts, request: ApiRequest, ms: number): Promise<void> {
  if (ms <= 0) return;
  try {
    await parts.clock.sleep(ms, request.signal);
  } catch {
    throw aborted(request, 'not-sent');
  }
}

export type { TimeChimpFetch, TransportParts };
