/** What a provider of access tokens may be told. */
export interface AccessTokenRequest {
  /** Aborts the wait for a token. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The access token that the API has just refused with 401. The provider answers with another one: a newer token that
   * another caller has fetched meanwhile, or the result of one refresh.
   */
  readonly rejected?: string | undefined;
}

/** Where the client gets its access token from, before each request. */
export interface AccessTokenProvider {
  /**
   * Answers an access token that is valid now.
   * @throws VismaError with delivery `not-sent`, such as `ReconnectRequiredError`, which the client passes on unchanged.
   */
  getAccessToken(request?: AccessTokenRequest): Promise<string>;
}

/** A provider of one fixed token, for scripts and tests. A refused token stays refused. */
export function staticToken(accessToken: string): AccessTokenProvider {
  return { getAccessToken: () => Promise.resolve(accessToken) };
}
