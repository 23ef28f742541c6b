import type { WebResponse } from './web.ts';

/** One attempt of a request, as a middleware sees it. The access token is added later and never visible here. */
export interface Attempt {
  /** Method and path template, such as `GET /customers/{}`: a good name for a span or a metric. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** May be changed before `next`. */
  readonly headers: Record<string, string>;
  /** 1 for the first attempt. */
  readonly number: number;
  readonly signal: AbortSignal;
}

/**
 * Runs around every single attempt: logging, tracing, metrics. Call `next` once and return its answer.
 * The answer's body belongs to the client: read a clone, if at all.
 */
export type Middleware = (attempt: Attempt, next: () => Promise<WebResponse>) => Promise<WebResponse>;
