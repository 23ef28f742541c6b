/** The signature of the global `fetch`. */
type FetchFunction = typeof fetch;

/** The web's answer object. */
type WebResponse = Response;

export type { FetchFunction, WebResponse };
