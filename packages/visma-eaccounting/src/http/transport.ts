import { createFetch, type $Fetch } from 'ofetch';
import type { VismaClientOptions } from '../client-options.ts';
import type { WithResponse } from '../core/api-promise.ts';
import type { Attempt } from '../core/middleware.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { WebResponse } from '../core/web.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { DeadlineError } from '../errors/deadline-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import type { VismaError } from '../errors/visma-error.ts';
import { AttemptScope } from './attempt-scope.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { errorOfFailure, errorOfToken } from './failure.ts';
import { backoffMs, mayRetry } from './retry-policy.ts';
import { settingsOf, type Settings } from './settings.ts';
import { userAgent } from './user-agent.ts';

/** A request, ready to be sent. */
export interface ApiRequest<T> {
  /** Method and path template. */
  readonly operation: string;
  /** Path and query below the base. */
  readonly path: string;
  readonly body?: string | undefined;
  readonly options: Omit<RequestOptions, 'query'> | undefined;
  /** Reads a 2xx answer within the attempt's time. `release` ends the attempt later, for a body that streams on. */
  read(response: WebResponse, release: () => void): Promise<T>;
  /** True when `read` calls `release` itself. */
  readonly streams?: boolean | undefined;
}

/** One call with what is fixed for all of its attempts. */
interface Call<T> {
  readonly request: ApiRequest<T>;
  readonly method: string;
  readonly write: boolean;
  readonly endsAt: number;
}

/** The access tokens of one call: the refused one, and the one in use. */
interface Tokens {
  rejected?: string | undefined;
  current?: string | undefined;
}

/**
 * Sends requests: paces, authorises, bounds in time and repeats where that is safe. ofetch does the fetching; its own
 * retries are off, because they would repeat writes and ignore `Retry-After`.
 */
export class Transport {
  readonly settings: Settings;
  readonly #options: VismaClientOptions;
  readonly #fetch: $Fetch;
  readonly #userAgent: string;

  constructor(options: VismaClientOptions) {
    this.settings = settingsOf(options);
    this.#options = options;
    this.#userAgent = userAgent(options.appInfo);
    this.#fetch = createFetch({
      fetch: options.fetch ?? globalThis.fetch,
      Headers: globalThis.Headers,
      AbortController: globalThis.AbortController,
    });
  }

  /** Sends a request, as often as needed and allowed. */
  async send<T>(request: ApiRequest<T>): Promise<WithResponse<T>> {
    const { clock, deadlineMs, maxRetries } = this.settings;
    const { operation, options } = request;
    const method = operation.slice(0, operation.indexOf(' '));
    const endsAt = clock.now() + (options?.deadlineMs ?? deadlineMs);
    const call: Call<T> = { request, method, write: method !== 'GET', endsAt };
    const tokens: Tokens = {};
    let retries = 0;
    for (let number = 1; ; number++) {
      try {
        return await this.#attempt(call, tokens, number);
      } catch (failure) {
        const error = failure as VismaError;
        // One new token after a refusal of the API's own token check; it does not count as a retry.
        if (error instanceof AuthenticationError && error.delivery === 'answered' && tokens.rejected === undefined) {
          tokens.rejected = tokens.current;
          if (tokens.rejected !== undefined) continue;
        }
        if (retries >= maxRetries || !mayRetry(error, call.write)) throw error;
        retries++;
        await this.#pause(call, error, retries);
      }
    }
  }

  /** Waits before a retry, or throws the error at hand when the time left does not allow to wait. */
  async #pause(call: Call<unknown>, error: VismaError, retries: number): Promise<void> {
    const { clock, limiter } = this.settings;
    const told = error instanceof RateLimitError ? error.retryAfterMs : undefined;
    const wait = told ?? backoffMs(retries, clock.random?.() ?? Math.random());
    if (error instanceof RateLimitError) await limiter?.refused?.(limiterKey(call.request.operation), wait);
    if (clock.now() + wait >= call.endsAt) throw error;
    const scope = new AttemptScope({ operation: call.request.operation, write: call.write }, clock, call.request.options?.signal);
    try {
      await scope.run(() => clock.sleep(wait, scope.signal));
    } finally {
      scope.end();
    }
  }

  async #attempt<T>(call: Call<T>, tokens: Tokens, number: number): Promise<WithResponse<T>> {
    const { request, write } = call;
    const { operation, options } = request;
    const scope = new AttemptScope({ operation, write }, this.settings.clock, options?.signal);
    const secrets = (): string[] => (tokens.current === undefined ? [] : [tokens.current]);
    let status: number | undefined;
    const end = (): void => {
      scope.end();
    };
    try {
      const answer = await scope.run(async () => {
        const response = await this.#exchange(call, tokens, number, scope);
        ({ status } = response);
        if (!response.ok) {
          const { clock } = this.settings;
          throw await errorOfAnswer({ operation, write, response, secrets: secrets(), now: clock.now() });
        }
        if (request.streams) scope.untimed();
        return { data: await request.read(response, end), response };
      });
      if (!request.streams) end();
      return answer;
    } catch (failure) {
      end();
      throw errorOfFailure(failure, { operation, write, sent: scope.sent, status, secrets: secrets() });
    }
  }

  /** Waits for its turn, gets a token, and sends once. */
  async #exchange<T>(call: Call<T>, tokens: Tokens, number: number, scope: AttemptScope): Promise<WebResponse> {
    const { clock, limiter, timeoutMs, baseUrl } = this.settings;
    const { request, method, write, endsAt } = call;
    const { operation, options } = request;
    scope.allow(endsAt - clock.now(), 'deadline');
    if (limiter) await limiter.take(limiterKey(operation), scope.signal);
    const token = await this.#token(tokens, scope.signal, operation);
    const attempt: Attempt = {
      operation,
      method,
      url: baseUrl + request.path,
      headers: this.#headers(request),
      number,
      signal: scope.signal,
    };
    return this.#throughMiddleware(attempt, () => {
      const left = endsAt - clock.now();
      const late = write && options?.startBefore !== undefined && clock.now() >= options.startBefore;
      if (late || left <= 0) {
        const message = `${operation}: ${late ? 'startBefore' : 'the deadline'} passed before it was sent.`;
        return Promise.reject(new DeadlineError(message, { delivery: 'not-sent', operation }));
      }
      scope.allow(Math.min(left, options?.timeoutMs ?? timeoutMs), 'timeout');
      scope.sent = true;
      return this.#fetchOnce(attempt, token, request.body);
    });
  }

  async #token(tokens: Tokens, signal: AbortSignal, operation: string): Promise<string> {
    const { rejected } = tokens;
    try {
      tokens.current = await this.#options.auth.getAccessToken(rejected === undefined ? { signal } : { signal, rejected });
    } catch (failure) {
      throw errorOfToken(failure, operation);
    }
    return tokens.current;
  }

  #headers(request: ApiRequest<unknown>): Record<string, string> {
    const headers: Record<string, string> = { accept: 'application/json', 'user-agent': this.#userAgent };
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    return request.options?.headers ? { ...headers, ...request.options.headers } : headers;
  }

  async #throughMiddleware(attempt: Attempt, send: () => Promise<WebResponse>): Promise<WebResponse> {
    const chain = this.#options.middleware ?? [];
    return chain.reduceRight<() => Promise<WebResponse>>((next, middleware) => () => middleware(attempt, next), send)();
  }

  async #fetchOnce({ url, method, headers, signal }: Attempt, token: string, body: string | undefined): Promise<WebResponse> {
    try {
      return await this.#fetch.raw(url, {
        method,
        headers: { ...headers, authorization: `Bearer ${token}` },
        ...(body !== undefined && { body }),
        signal,
        retry: false,
        ignoreResponseError: true,
        responseType: 'stream',
        // A redirect would turn a write into a read, and none is documented.
        redirect: 'manual',
      });
    } catch (failure) {
      // ofetch wraps the failure together with the request and its headers; only the failure itself is of use.
      throw (failure as Error).cause ?? failure;
    }
  }
}

/** The API counts per endpoint: methods and ids do not matter. */
function limiterKey(operation: string): string {
  return operation.slice(operation.indexOf('/')).replaceAll(/\{\w+\}/g, '{}');
}
