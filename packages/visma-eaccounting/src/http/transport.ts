import { createFetch } from 'ofetch';
import type { VismaClientOptions } from '../client-options.ts';
import type { WithResponse } from '../core/api-promise.ts';
import type { Attempt } from '../core/middleware.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { WebResponse } from '../core/web.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import type { VismaError } from '../errors/visma-error.ts';
import { attemptScope, lateError, type AttemptScope } from './attempt-scope.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { errorOfFailure, type FailedAttempt } from './failure.ts';
import type { Operation } from './operation.ts';
import { backoffMs, mayRetry } from './retry-policy.ts';
import { settingsOf, type Settings } from './settings.ts';
import { userAgent } from './user-agent.ts';

/** A request, ready to be sent. */
export interface ApiRequest<T> {
  readonly operation: Operation;
  /** Path and query below the base. */
  readonly path: string;
  readonly body: string | undefined;
  readonly options: RequestOptions<object> | undefined;
  /** True when the body of the answer is read after the call; then `read` passes `release` on. */
  readonly streams: boolean;
  /** Reads a 2xx answer. */
  readonly read: (response: WebResponse, release: () => void) => Promise<T>;
}

/** Sends requests. */
export interface Transport {
  readonly settings: Settings;
  /** Sends a request, as often as needed and allowed. */
  send<T>(request: ApiRequest<T>): Promise<WithResponse<T>>;
}

/**
 * Paces, authorises, bounds in time and repeats where that is safe. ofetch does the fetching; its own retries are off,
 * because they would repeat writes and ignore `Retry-After`.
 */
export function createTransport(options: VismaClientOptions): Transport {
  const settings = settingsOf(options);
  const { clock, limiter, deadlineMs, maxRetries, baseUrl, auth, middleware = [] } = settings;
  const agent = userAgent(options.appInfo);
  const { fetch, Headers, AbortController } = globalThis;
  const ofetch = createFetch({ fetch: options.fetch ?? fetch, Headers, AbortController });

  /** One call: attempt after attempt, until one succeeds or may not be repeated. */
  async function send<T>(request: ApiRequest<T>): Promise<WithResponse<T>> {
    const { path, body, streams } = request;
    const { name: operation, method, write, limiterKey } = request.operation;
    const { signal: caller, startBefore = Infinity, timeoutMs = settings.timeoutMs, headers } = request.options ?? {};
    const endsAt = clock.now() + (request.options?.deadlineMs ?? deadlineMs);
    const lastStart = write ? Math.min(endsAt, startBefore) : endsAt;
    let token: string | undefined;
    let rejected: string | undefined;
    let attempts = 0;
    let retries = 0;
    let wait = 0;

    for (;;) {
      try {
        return await attempt();
      } catch (failure) {
        const error = failure as VismaError;
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

    async function attempt(): Promise<WithResponse<T>> {
      const scope = attemptScope(operation, write, timeoutMs, caller);
      const { signal } = scope;
      let status: number | undefined;
      const state = (): FailedAttempt => ({ operation, write, sent: scope.sent, status, secret: token });
      try {
        const answer = await scope.run(async () => {
          scope.allow(endsAt - clock.now());
          if (wait > 0) await clock.sleep(wait, signal);
          if (limiter) await limiter.take(limiterKey, signal);
          token = await auth.getAccessToken({ signal, rejected });
          const response = await exchange(scope);
          ({ status } = response);
          if (!response.ok) throw await errorOfAnswer(response, state(), clock.now());
          // From here on the reader of the body sets the pace.
          if (streams) scope.allow(Infinity);
          return { data: await request.read(response, scope.end), response };
        });
        if (!streams) scope.end();
        return answer;
      } catch (failure) {
        scope.end();
        throw errorOfFailure(failure, state());
      }
    }

    /** Sends once, through the middleware. */
    function exchange(scope: AttemptScope): Promise<WebResponse> {
      const { signal } = scope;
      const sending: Attempt = {
        operation,
        method,
        url: baseUrl + path,
        headers: {
          accept: 'application/json',
          'user-agent': agent,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        number: ++attempts,
        signal,
      };
      const last = (): Promise<WebResponse> => {
        const now = clock.now();
        if (now >= lastStart) throw lateError(operation);
        scope.allow(Math.min(endsAt - now, timeoutMs));
        scope.sent = true;
        return ofetch.raw(sending.url, {
          method,
          headers: { ...sending.headers, authorization: `Bearer ${token as string}` },
          ...(body !== undefined && { body }),
          signal,
          retry: false,
          ignoreResponseError: true,
          responseType: 'stream',
          // A redirect would turn a write into a read, and none is documented.
          redirect: 'manual',
        });
      };
      return middleware.reduceRight<typeof last>((next, one) => () => one(sending, next), last)();
    }
  }

  return { settings, send };
}
