import { createVismaClient, staticToken, type Clock, type VismaClient, type VismaClientOptions } from '../../src/index.ts';

/** One step of a script: an answer, a failure, or a function of the request. */
export type Step = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface Script {
  readonly client: VismaClient;
  readonly sent: SentRequest[];
  /** Milliseconds of every wait. */
  readonly waits: number[];
  /** Moves the clock. */
  advance(ms: number): void;
}

/** A client whose `fetch` plays a script: the last step repeats. Waits take no time but move the clock. */
export function scripted(steps: readonly Step[], options: Partial<VismaClientOptions> = {}): Script {
  const sent: SentRequest[] = [];
  const waits: number[] = [];
  let now = Date.UTC(2026, 2, 31, 12);
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
  };
  const fetch = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const request: SentRequest = {
      method: init?.method ?? 'GET',
      url: new URL(String(input)),
      headers: new Headers(init?.headers),
      body: init?.body as string | undefined,
      signal: init?.signal ?? undefined,
    };
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push(request);
    if (step instanceof Error) throw step;
    if (typeof step === 'function') return step(request);
    if (!step) throw new Error('The script is empty.');
    return step.clone();
  };
  const client = createVismaClient({
    auth: staticToken('secret-token'),
    rateLimiter: false,
    clock,
    fetch: fetch,
    ...options,
  });
  return {
    client,
    sent,
    waits,
    advance: (ms) => {
      now += ms;
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const html = (status: number, headers: Record<string, string> = {}): Response =>
  new Response('<html><body>Bad gateway</body></html>', { status, headers: { 'content-type': 'text/html', ...headers } });

/** The API's own error body. */
export const refusal = (status: number, errorCode: number, message = 'No', headers: Record<string, string> = {}): Response =>
  json({ ErrorCode: errorCode, DeveloperErrorMessage: message, ErrorId: '9b0f6a2e-0000-4000-8000-000000000001', Errors: [] }, status, headers);

/** What `fetch` of Node rejects with. */
export function fetchFailed(code: string, extra: Record<string, unknown> = {}): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`failure ${code}`), { code, ...extra }) });
}

/** A record of customers, as far as tests need it. */
export const customer = { Id: '00000000-0000-4000-8000-000000000001', Name: 'De Vries', InvoiceCity: 'Utrecht' };

export const customerInput = {
  Name: 'De Vries',
  InvoiceCity: 'Utrecht',
  InvoicePostalCode: '3511 AA',
  TermsOfPaymentId: '00000000-0000-4000-8000-000000000002',
  IsPrivatePerson: false,
  IsActive: true,
};

/** The error that a promise rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}
