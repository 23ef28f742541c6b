/** One request. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  /** Method and path template, for errors: never an id. */
  readonly operation: string;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** No attempt starts after this time (milliseconds since 1970). */
  readonly startBefore?: number | undefined;
}
