import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { type Clock, type Connector, createConnector, createSecretBox, systemClock } from '@x/timechimp-visma-connector';
import { createSqlState, migrateSqlState, openEmbedded } from '@x/timechimp-visma-connector/sql';
import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { type FakeTimeChimpServer, startFakeTimeChimp } from '@x/timechimp-visma-connector/timechimp/testing';
import { type FakeVismaServer, startFakeVisma } from '@x/visma-eaccounting/testing';
import { createApp } from './app.ts';
import { demoAccount } from './data/demo-account.ts';
import { demoCompany } from './data/demo-company.ts';
import type { Environment } from './environment.ts';
import { createProgress } from './run/progress.ts';
import { vismaWindow } from './visma-window.ts';

/** The running app with all that it runs on. */
export interface Running {
  /** Where a browser finds it. */
  readonly url: string;
  readonly connector: Connector;
  /** The fakes, where no other servers were named. */
  readonly visma: FakeVismaServer | undefined;
  readonly timeChimp: FakeTimeChimpServer | undefined;
  close(): Promise<void>;
}

/** Settings of `startAppCenter` beside the environment. */
export interface StartOptions {
  readonly clock?: Clock;
  readonly log?: (line: string) => void;
}

const tenantId = 'kadewijk';
const accountId = 'timechimp-4711';

/** Starts the fakes, the embedded database and the web server. */
export async function startAppCenter(environment: Environment, { clock = systemClock(), log = () => undefined }: StartOptions = {}): Promise<Running> {
  // The database's lock lies beside its folder, so the folder that goes away is the one around both.
  const temporary = environment.folder === undefined ? await mkdtemp(join(tmpdir(), 'app-center-')) : undefined;
  const folder = environment.folder ?? join(temporary ?? '', 'state');
  const database = await openEmbedded({ folder });
  await migrateSqlState({ db: database.db });
  const visma = environment.visma ? undefined : await startFakeVisma({ consent: 'page', clock, companies: [demoCompany()] });
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const timeChimp = environment.timeChimp ? undefined : await startFakeTimeChimp({ data: demoAccount(today), clock, behaviour: { rateLimit: false } });
  const vismaServer = environment.visma ?? visma;
  if (!vismaServer) throw new TypeError('There is a Visma, ours or another.');
  const source = createTimeChimpSource({
    accountId,
    clock,
    ...(environment.timeChimp ?? { apiKey: 'TC_fake-key-of-v2', v1ApiKey: 'fake-key-of-v1' }),
    // The fake next door needs no pace; the real one allows a hundred requests a minute.
    ...(timeChimp ? { baseUrl: timeChimp.baseUrl, v1BaseUrl: timeChimp.v1BaseUrl, rateLimiter: { take: () => Promise.resolve() } } : {}),
  });

  // The app is made when the port is known, because the redirect URI names it.
  let handle: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const { server, port } = await listen(environment.port, (request) => handle(request));
  const url = environment.baseUrl ?? `http://127.0.0.1:${String(port)}`;
  const progress = createProgress();
  const connector = createConnector({
    state: createSqlState({ db: database.db }),
    source,
    visma: { apiUrl: vismaServer.apiUrl, identityUrl: vismaServer.identityUrl, clientId: vismaServer.clientId, clientSecret: vismaServer.clientSecret, redirectUri: `${url}/callback` },
    clock,
    secretBox: createSecretBox([{ id: '1', key: environment.secretKey ?? crypto.getRandomValues(new Uint8Array(32)) }]),
    onEvent: progress.onEvent,
  });
  const app = createApp({
    connector,
    source,
    tenantId,
    accountId,
    operator: 'Sanne Visser',
    baseUrl: url,
    identityUrl: vismaServer.identityUrl,
    clock,
    progress,
    log,
    ...(visma ? { vismaWindow: vismaWindow(() => visma.fake), documentUrl: (id: string) => `/visma#${id}` } : {}),
  });
  handle = (request) => app.fetch(request);

  return {
    url,
    connector,
    visma,
    timeChimp,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await Promise.all([visma?.close(), timeChimp?.close(), database.close()]);
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
    },
  };
}

function listen(port: number, fetch: (request: Request) => Response | Promise<Response>): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (address: AddressInfo) => {
      resolve({ server, port: address.port });
    });
    server.once('error', reject);
  });
}
