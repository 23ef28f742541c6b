import { createFetch } from 'ofetch';
import type { VismaClientOptions } from '../client-options.ts';
import type { WithResponse } from '../core/api-promise.ts';
import type { Attempt } from '../core/middleware.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { WebResponse } from '../core/web.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { attemptScope, lateError, type AttemptScope } from './attempt-scope.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { errorOfFailure } from './failure.ts';
import type { Operation } from './operation.ts';
import { backoffMs, mayRetry } from './retry-policy.ts';
import { settingsOf, type Settings } from './settings.ts';
import { userAgent } from './user-agent.ts';

/** Reads a 2xx answer. A reader that leaves the body to its caller lifts the bounds of the scope, and ends it. */
type Read<T> = (response: WebResponse, scope: AttemptScope) => T | Promise<T>;

/** Sends requests. */
export interface Transport {
  readonly settings: Settings;
  /** Sends a request, as often as needed and allowed. `path` is below the base, and has the query. */
  send<T>(
    operation: Operation,
    path: string,
    body: string | undefined,
    options: RequestOptions<object> | undefined,
    read: Read<T>,
  ): Promise<WithResponse<T>>;
}

/**
 * Paces, authorises, bounds in time and repeats where that is safe. ofetch does the fetching; its own retries are off,
 * because they would repeat writes and ignore `Retry-After`.
 */
export function createTransport(options: VismaClientOptions): Transport {
  const settings = settingsOf(options);
  const { clock, limiter, deadlineMs, maxRetries, baseUrl, auth, middleware = [] } = settings;
  // `new Object(headers)` is what it was given: ofetch would copy the headers, and then `fetch` does so again.
  const ofetch = createFetch({ fetch: options.fetch ?? fetch, Headers: Object as unknown as typeof Headers });
  const agent = userAgent(options.appInfo);

  /** One call: attempt after attempt, until one succeeds or may not be repeated. */
  async function send<T>(
    operation: Operation,
    path: string,
    body: string | undefined,
    options: RequestOptions<object> = {},
    read: Read<T>,
  ): Promise<WithResponse<T>> {
    const { name, method, write, limiterKey } = operation;
    const { startBefore = Infinity, timeoutMs = settings.timeoutMs } = options;
    const endsAt = clock.now() + (options.deadlineMs ?? deadlineMs);
    const lastStart = write ? Math.min(endsAt, startBefore) : endsAt;
    let token: string | undefined;
    let rejected: string | undefined;
    let attempts = 0;
    let retries = 0;
    let wait = 0;
    for (;;) {
      const scope = attemptScope(operation, timeoutMs, options.signal);
      const { signal } = scope;
      try {
        const answer = await scope.run(async () => {
          scope.allow(endsAt - clock.now());
          if (wait > 0) await clock.sleep(wait, signal);
          const turn = limiter && limiter.take(limiterKey, signal);
          if (turn) await turn;
          token = await auth.getAccessToken({ signal, rejected });
          const response = await exchange(scope);
          scope.status = response.status;
          if (!response.ok) throw await errorOfAnswer(response, scope, clock.now(), token);
          return { data: await read(response, scope), response };
        });
        scope.end(true);
        return answer;
      } catch (failure) {
        scope.end();
        const error = errorOfFailure(failure, scope, token);
        wait = 0;
        // One new token after a refusal by the API's own token check; it does not count as a retry.
        if (error instanceof AuthenticationError && error.delivery === 'answered' && rejected === undefined) {
          rejected = token;
          continue;
        }
        if (++retries > maxRetries || !mayRetry(error, write)) throw error;
        wait = error.retryAfterMs ?? backoffMs(retries, (clock.random ?? Math.random)());
        if (limiter && error instanceof RateLimitError) await limiter.refused?.(limiterKey, wait);
        // Where the time left does not allow to wait, the error at hand says more than a missed deadline.
        if (clock.now() + wait >= endsAt) throw error;
      }
    }

    /** Sends once, through the middleware. */
    function exchange(scope: AttemptScope): Promise<WebResponse> {
      const { signal } = scope;
      const json = 'application/json';
      const headers: Record<string, string> = { accept: json, 'user-agent': agent, ...(body !== undefined && { 'content-type': json }), ...options.headers };
      const sending: Attempt = {
        operation: name,
        method,
        url: baseUrl + path,
        headers,
        number: ++attempts,
        signal,
      };
      const last = (): Promise<WebResponse> => {
        const now = clock.now();
        if (now >= lastStart) throw lateError(name);
        scope.allow(Math.min(endsAt - now, timeoutMs));
        scope.sent = true;
        const sent = { ...headers, authorization: `Bearer ${token as string}` };
        return ofetch.raw(sending.url, {
          method,
          headers: sent,
          signal,
          retry: false,
          ignoreResponseError: true,
          responseType: 'stream',
          // A redirect would turn a write into a read, and none is documented.
          redirect: 'manual',
          // Left out of reads: each option costs memory, and ofetch asks `Headers` for the type of a body only.
          ...(body !== undefined && { body, headers: new Headers(sent) }),
        });
      };
      return middleware.reduceRight<typeof last>((next, one) => () => one(sending, next), last)();
    }
  }

  return { settings, send };
}
