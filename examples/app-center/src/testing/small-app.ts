import { type Connector, createConnector, createSecretBox, type SettingsInput } from '@x/timechimp-visma-connector';
import { createMemoryState } from '@x/timechimp-visma-connector/memory';
import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { createFakeTimeChimp, type FakeTimeChimp } from '@x/timechimp-visma-connector/timechimp/testing';
import { createFakeVisma, type FakeVisma } from '@x/visma-eaccounting/testing';
import { createApp } from '../app.ts';
import { demoAccount } from '../data/demo-account.ts';
import { demoCompany } from '../data/demo-company.ts';
import { createProgress } from '../run/progress.ts';
import { withValue } from '../settings/values.ts';
import { testClock } from './test-clock.ts';

/** The app without a socket: requests go in, answers come out. */
export interface SmallApp {
  readonly visma: FakeVisma;
  readonly timeChimp: FakeTimeChimp;
  readonly connector: Connector;
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
  return { visma, timeChimp, connector, logged, request: async (path, init) => app.request(baseUrl + path, init) };
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

/** Connects and takes over every suggestion, so that the work of last month can be invoiced. */
export async function setUp(app: SmallApp, person: Visitor): Promise<void> {
  await connect(app, person);
  const { settings, suggestions } = await app.connector.readSettings({ tenantId: 'tenant' });
  const next = suggestions.reduce<SettingsInput>((all, { at, value }) => withValue(all, at, value), settings);
  await app.connector.saveSettings({ tenantId: 'tenant', settings: { ...next, cutOffDate: '2026-10-01' } });
}

/** The values of the fields of this name on a page, in order. */
export function valuesOf(page: string, name: string): readonly string[] {
  return [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

/** Chooses items on the report, such as `time:1`, and goes on to their preview; answers where that is. */
export async function choose(person: Visitor, keys: readonly string[]): Promise<string> {
  await person.get('/report');
  for (const key of keys) await person.post('/report', { shown: key, pick: key, go: 'filter' });
  const { location } = await person.post('/report', { go: 'invoice' });
  return location ?? '';
}

/** Confirms a preview, as it was shown, and answers the page of the result. */
export async function confirm(person: Visitor, path: string, page: string): Promise<string> {
  const { location } = await person.post(path, { seen: valuesOf(page, 'seen')[0] ?? '' });
  return (await person.get(location ?? '')).text;
}
