import type { AccessTokenProvider } from './auth.ts';
import type { Clock } from './core/clock.ts';
import type { Middleware } from './core/middleware.ts';
import type { RateLimiter } from './core/rate-limiter.ts';
import type { FetchFunction } from './core/web.ts';

/** Names the application in the user agent. */
interface AppInfo {
  readonly name: string;
  readonly version: string;
}

/** Settings of a client. Only `auth` is required. */
interface VismaClientOptions {
  /** Where access tokens come from: a provider of `@x/visma-eaccounting/oauth`, or `staticToken('...')`. */
  readonly auth: AccessTokenProvider;
  /**
   * The full base of the API, version included. Resource paths are appended to it.
   * @defaultValue `https://eaccountingapi.vismaonline.com/v2`
   */
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: FetchFunction | undefined;
  /** Milliseconds per attempt, answer included. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds per call, waits and retries included. @defaultValue 180000 */
  readonly deadlineMs?: number | undefined;
  /** Retries after the first attempt, where a retry is safe. @defaultValue 3 */
  readonly maxRetries?: number | undefined;
  /**
   * Paces the requests. `false` switches pacing off.
   * @defaultValue a limiter of this client alone, 9.5 requests a second per endpoint
   */
  readonly rateLimiter?: RateLimiter | false | undefined;
  /** Run around every attempt, the first one outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /**
   * How answers are checked. `lenient` accepts unknown fields, missing fields and new enum values, and refuses fields
   * of another type; `strict` is for tests; `off` checks nothing.
   * @defaultValue `lenient`
   */
  readonly answers?: 'lenient' | 'strict' | 'off' | undefined;
  /**
   * `$orderby` of lists that name no order, by operation: `{ 'GET /customers': 'CustomerNumber' }`. Without an order rows
   * may be skipped when others are added or removed between two pages. Which fields a list can be ordered by is not
   * documented, and the API answers 400 where it cannot: try it with your company first.
   * @defaultValue none: the API's own order
   */
  readonly defaultOrderBy?: Readonly<Record<string, string>> | undefined;
  /** Largest answer that is read, in bytes. @defaultValue 8388608 (8 MiB) */
  readonly maxAnswerBytes?: number | undefined;
  /** Time and chance, for tests. */
  readonly clock?: Clock | undefined;
  readonly appInfo?: AppInfo | undefined;
}

export type { AppInfo, VismaClientOptions };
