import type { Clock } from '../../ports/clock.ts';
import { systemClock } from '../../clock/system-clock.ts';
import { type TimeChimpFault, TimeChimpFaults } from './fault.ts';
import { createPerson, type FakePerson } from './person.ts';
import { RateWindow } from './rate-window.ts';
import type { FakeTimeChimpData } from './records.ts';
import { createState, type FakeBehaviour, type FakeState } from './state.ts';
import { answerV1 } from './v1.ts';
import { answerV2 } from './v2.ts';
import { type FakeAnswer, type FakeRequest, Refusal } from './wire.ts';

/** Options of the fake. */
export interface FakeTimeChimpOptions {
  readonly data?: FakeTimeChimpData;
  readonly behaviour?: FakeBehaviour;
  /** Time; default real time. */
  readonly clock?: Clock;
}

/** One request that arrived. */
export interface FakeLoggedRequest {
  readonly at: number;
  /** Such as `GET /customers` or `POST /v1/time/changestatusintern`. */
  readonly operation: string;
  /** As it came, from the question mark on. */
  readonly query: string;
  /** The JSON body, or null. */
  readonly body: unknown;
}

/** A TimeChimp account in memory, with both APIs. */
export interface FakeTimeChimp {
  /** A drop-in `fetch`; any host: paths that begin with `/v1/` are API v1. */
  fetch(input: string | URL, init?: RequestInit): Promise<Response>;
  /** The tables, to look at what became of them. */
  readonly books: FakeState;
  readonly person: FakePerson;
  readonly faults: TimeChimpFaults;
  /** Everything that arrived, oldest first. */
  readonly requests: readonly FakeLoggedRequest[];
  /** How many requests were refused because of the rate limit. */
  readonly rateLimited: number;
  /** Called before each request is carried out: what happens meanwhile. */
  onRequest: ((request: FakeLoggedRequest) => void) | undefined;
}

/** How an exchange ends: an answer, or a connection that fails. */
export type FakeOutcome = { readonly answer: FakeAnswer } | { readonly failure: 'refused' | 'reset' | 'hang' };

/** The fake with the door that its HTTP server uses. */
export interface FakeEngine extends FakeTimeChimp {
  /** One request from arrival to outcome. */
  exchange(request: FakeRequest, signal?: AbortSignal): Promise<FakeOutcome>;
}

/** Creates the fake. The same calls give the same data, every time. */
export function createFakeEngine(options: FakeTimeChimpOptions = {}): FakeEngine {
  const clock = options.clock ?? systemClock();
  const state = createState(options.data ?? {}, options.behaviour ?? {}, clock);
  const faults = new TimeChimpFaults();
  const requests: FakeLoggedRequest[] = [];
  const window = new RateWindow();
  let late: { readonly due: number; readonly run: () => void }[] = [];

  const engine: FakeEngine = {
    books: state,
    person: createPerson(state),
    faults,
    requests,
    onRequest: undefined,
    get rateLimited() {
      return window.refused;
    },
    async exchange(request, signal) {
      const due = late.filter((each) => each.due <= clock.now());
      late = late.filter((each) => each.due > clock.now());
      for (const { run } of due) run();
      const { pathname, search } = request.url;
      const entry = { at: clock.now(), operation: `${request.method} ${pathname}`, query: decodeURIComponent(search), body: request.body ?? null };
      requests.push(entry);
      engine.onRequest?.(entry);
      const carryOut = (halfway = false): FakeAnswer => answer(state, window, request, halfway);
      const fault = faults.take(entry.operation);
      if (fault?.kind === 'late-commit') {
        late.push({ due: clock.now() + fault.afterMs, run: () => void carryOut() });
        return { failure: 'reset' };
      }
      return fault === undefined ? { answer: carryOut() } : faulty(fault, carryOut, clock, signal);
    },
    async fetch(input, init = {}) {
      const signal = init.signal ?? undefined;
      signal?.throwIfAborted();
      const url = new URL(input);
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
      const outcome = await engine.exchange({ method: init.method ?? 'GET', url, headers: new Headers(init.headers), body }, signal);
      if ('answer' in outcome) return responseOf(outcome.answer);
      if (outcome.failure === 'hang') return hang(signal);
      throw fetchFailed(outcome.failure);
    },
  };
  return engine;
}

/** Creates the fake for use as a `fetch`. */
export function createFakeTimeChimp(options: FakeTimeChimpOptions = {}): FakeTimeChimp {
  return createFakeEngine(options);
}

function answer(state: FakeState, window: RateWindow, request: FakeRequest, halfway: boolean): FakeAnswer {
  try {
    window.count(state);
    const { pathname } = request.url;
    return pathname.startsWith('/v1/')
      ? answerV1(state, request, pathname.slice(3), halfway)
      : answerV2(state, request, pathname, halfway);
  } catch (error) {
    if (error instanceof Refusal) return error.answer();
    throw error;
  }
}

async function faulty(
  fault: Exclude<TimeChimpFault, { kind: 'late-commit' }>,
  carryOut: (halfway?: boolean) => FakeAnswer,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<FakeOutcome> {
  switch (fault.kind) {
    case 'refuse':
      return { failure: 'refused' };
    case 'reset':
    case 'hang':
      if (fault.committed) carryOut();
      return { failure: fault.kind };
    case 'slow': {
      const first = fault.commit === 'last' ? undefined : carryOut();
      await clock.sleep(fault.ms, signal);
      return { answer: first ?? carryOut() };
    }
    case 'rate-limit': {
      const headers: Record<string, string> = fault.retryAfter === false ? {} : { 'retry-after': String(fault.seconds ?? 5) };
      return { answer: new Refusal(429, 'Too many requests', headers).answer() };
    }
    case 'server-error':
      if (fault.committed) carryOut();
      return { answer: new Refusal(fault.status ?? 500, 'An error has occurred.').answer() };
    case 'gateway':
      if (fault.committed === true) carryOut();
      return { answer: { status: fault.status, headers: { 'content-type': 'text/html' }, text: `<html><h1>${fault.status}</h1></html>` } };
    case 'refusal':
      return { answer: new Refusal(fault.status, fault.message ?? 'Refused').answer() };
    case 'garbled':
      return { answer: { status: carryOut().status, text: fault.body } };
    case 'half-applied': {
      const done = carryOut(true);
      if (fault.then === 'reset') return { failure: 'reset' };
      if (fault.then === 'ok') return { answer: done };
      return { answer: new Refusal(fault.then === 'refusal' ? 400 : 500, 'An error has occurred.').answer() };
    }
  }
}

/** The text of an answer's body. */
export function bodyText({ json, text }: FakeAnswer): string {
  return text ?? (json === undefined ? '' : JSON.stringify(json));
}

function responseOf(given: FakeAnswer): Response {
  const headers = { 'content-type': 'application/json', ...given.headers };
  return new Response(bodyText(given), { status: given.status, headers });
}

/** The error that Node's fetch rejects with: TypeError "fetch failed" whose cause carries the code. */
function fetchFailed(failure: 'refused' | 'reset'): TypeError {
  const cause =
    failure === 'refused'
      ? Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), { code: 'ECONNREFUSED', syscall: 'connect' })
      : Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted === true) reject(signal.reason as Error);
    signal?.addEventListener('abort', () => { reject(signal.reason as Error); }, { once: true });
  });
}
