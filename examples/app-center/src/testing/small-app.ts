import { createConnector, createSecretBox } from '@x/timechimp-visma-connector';
import { createMemoryState } from '@x/timechimp-visma-connector/memory';
import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { createFakeTimeChimp } from '@x/timechimp-visma-connector/timechimp/testing';
import { createFakeVisma, type FakeVisma } from '@x/visma-eaccounting/testing';
import { createApp } from '../app.ts';
import { demoAccount } from '../data/demo-account.ts';
import { demoCompany } from '../data/demo-company.ts';
import { createProgress } from '../run/progress.ts';
import { testClock } from './test-clock.ts';

/** The app without a socket: requests go in, answers come out. */
export interface SmallApp {
  readonly visma: FakeVisma;
  readonly logged: readonly string[];
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** Builds the app on memory and on fakes. */
export function smallApp({ baseUrl = 'http://localhost:4080' }: { readonly baseUrl?: string } = {}): SmallApp {
  const clock = testClock('2026-11-02T09:00:00Z');
  const visma = createFakeVisma({ clock, companies: [demoCompany()] });
  const timeChimp = createFakeTimeChimp({ data: demoAccount('2026-11-02'), clock, behaviour: { rateLimit: false } });
  const source = createTimeChimpSource({ accountId: 'account', apiKey: 'TC_fake-key-of-v2', v1ApiKey: 'fake-key-of-v1', clock, fetch: (input, init) => timeChimp.fetch(input, init) });
  const progress = createProgress();
  const logged: string[] = [];
  const connector = createConnector({
    state: createMemoryState(),
    source,
    visma: { clientId: visma.client.clientId, clientSecret: visma.client.clientSecret, redirectUri: `${baseUrl}/callback`, fetch: visma.fetch },
    clock,
    secretBox: createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    onEvent: progress.onEvent,
  });
  const app = createApp({
    connector,
    source,
    tenantId: 'tenant',
    accountId: 'account',
    operator: 'Sanne Visser',
    baseUrl,
    identityUrl: visma.identityUrl,
    clock,
    progress,
    log: (line) => logged.push(line),
  });
  return { visma, logged, request: async (path, init) => app.request(baseUrl + path, init) };
}

/** A browser of a kind: it keeps its cookie, and sends the token of the last page along with a form. */
export interface Visitor {
  get(path: string): Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
  post(path: string, fields?: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
}

/** A visitor of the app. */
export function visitor(app: SmallApp): Visitor {
  let cookie = '';
  let csrf = '';
  const send = async (path: string, init: Omit<RequestInit, 'headers'>, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await app.request(path, { ...init, headers: { cookie, ...headers } });
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    const text = await answer.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: answer.status, text, location: answer.headers.get('location') };
  };
  return {
    get: (path) => send(path, {}),
    post: (path, fields = {}, headers = {}) => send(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) }, headers),
  };
}

/** Connects, as a person does whom the fake lets in at once. */
export async function connect(app: SmallApp, person: Visitor): Promise<void> {
  await person.get('/');
  const { location } = await person.post('/connect');
  const answer = await app.visma.fetch(location ?? '', { redirect: 'manual' });
  const callback = new URL(answer.headers.get('location') ?? '');
  await person.get(callback.pathname + callback.search);
}
