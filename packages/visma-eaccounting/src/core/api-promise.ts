import type { WebResponse } from './web.ts';

/** An answer with the HTTP response that carried it. The response's body has been read. */
export interface WithResponse<T> {
  readonly data: T;
  readonly response: WebResponse;
}

/** Sends the request. When a 2xx answer is there, `raw` tells whether its body is to be left unread. */
export type Send<T> = (raw: () => boolean) => Promise<WithResponse<T>>;

/**
 * The promise that every method returns. The request starts at once, whether it is awaited or not; it is sent one time,
 * however often the promise is used.
 */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'ApiPromise';
  readonly #send: Send<T>;
  #answer: Promise<WithResponse<T>> | undefined;
  #raw: boolean | undefined;

  constructor(send: Send<T>, lazy = false) {
    this.#send = send;
    if (!lazy) void this.#start();
  }

  /** Starts the request unless it runs already. */
  #start(raw?: boolean): Promise<WithResponse<T>> {
    if (raw !== undefined && (this.#raw ??= raw) !== raw) return Promise.reject(new TypeError('asResponse() comes too late'));
    try {
      return (this.#answer ??= this.#send(() => (this.#raw ??= false)));
    } catch (failure) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever was thrown is passed on
      return (this.#answer = Promise.reject(failure));
    }
  }

  /** The HTTP response with its body unread. Call it at once, and instead of awaiting the promise. */
  async asResponse(): Promise<WebResponse> {
    return (await this.#start(true)).response;
  }

  /** The answer together with the HTTP response: status and headers. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#start(false);
  }

  /** As of any promise. */
  then<R = T, E = never>(
    onFulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return this.#start(false).then(({ data }) => (onFulfilled ? onFulfilled(data) : (data as unknown as R)), onRejected);
  }

  /** As of any promise. */
  catch<E = never>(onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null): Promise<T | E> {
    return this.then(undefined, onRejected);
  }

  /** As of any promise. */
  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally);
  }
}
