/** A request as the fake sees it, whichever door it came through. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** The body of an application/x-www-form-urlencoded request; null for any other content type. */
export function formOf(request: WireRequest): URLSearchParams | null {
  const type = request.headers.get('content-type') ?? '';
  return type.toLowerCase().startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(request.body) : null;
}
