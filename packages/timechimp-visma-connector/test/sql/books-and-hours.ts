import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFakeVisma, type FakeVisma } from '@x/visma-eaccounting/testing';
import { createConnector, type Connector } from '../../src/connector.ts';
import { createMemorySource, type MemorySource } from '../../src/memory/index.ts';
import type { ConnectorSource } from '../../src/ports/connector-source.ts';
import type { ConnectorState } from '../../src/ports/connector-state.ts';
import type { SecretBox } from '../../src/ports/secret-box.ts';
import { agency } from '../support/agency.ts';
import { accountId, completeSettings, consent, tenantId } from '../support/connected-world.ts';
import { testClock, type TestClock } from '../support/test-clock.ts';

const clientId = 'fake-client';
const clientSecret = 'fake-secret';
const redirectUri = 'http://localhost:44300/callback';

/** Visma and TimeChimp behind one port, for workers that may die at any moment. Both sides survive them. */
export interface TwoSides {
  readonly origin: string;
  readonly fake: FakeVisma;
  readonly source: MemorySource;
  readonly clock: TestClock;
  /** Called with each request before it is carried out. */
  onRequest: (() => void) | undefined;
  /** Adds an approved hour for each of two customers; the second one is new to Visma. */
  readonly addHours: () => void;
  readonly close: () => Promise<void>;
}

/** Starts both sides. */
export async function startTwoSides(): Promise<TwoSides> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = testClock('2026-04-01T08:00:00Z');
  const fake = createFakeVisma({ clock, apiUrl: `${origin}/v2`, identityUrl: origin, rateLimit: false });
  const source = createMemorySource({ [accountId]: { ...agency, items: [], projects: agency.projects?.slice(0, 2) } }, { now: () => clock.now() });
  let hours = 0;
  const sides: TwoSides = {
    origin,
    fake,
    source,
    clock,
    onRequest: undefined,
    addHours() {
      for (const [customerId, projectId] of [['501', '101'], ['502', '102']] as const) {
        hours += 1;
        const id = String(hours);
        source.account(accountId).items.set(`time:${id}`, {
          kind: 'time', id, customerId, projectId, activityId: '11', userId: '71', status: 'Approved', date: '2026-03-10', minutes: 60,
        });
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  server.on('request', (message, response) => {
    const answer = async (): Promise<void> => {
      const body = await readBody(message);
      sides.onRequest?.();
      if (message.url === '/source') {
        response.end(JSON.stringify({ value: await callSource(source, JSON.parse(body) as SourceCall) }));
        return;
      }
      const given = await fake.fetch(`${origin}${message.url ?? ''}`, {
        method: message.method ?? 'GET',
        headers: message.headers as Record<string, string>,
        ...(body !== '' && { body }),
        redirect: 'manual',
      });
      response.writeHead(given.status, Object.fromEntries(given.headers));
      response.end(Buffer.from(await given.arrayBuffer()));
    };
    answer().catch(() => response.destroy());
  });
  return sides;
}

interface SourceCall {
  readonly store: 'customers' | 'activities' | 'work' | 'invoices';
  readonly method: string;
  readonly args: readonly unknown[];
}

function callSource(source: MemorySource, { store, method, args }: SourceCall): unknown {
  const methods = source[store] as unknown as Record<string, (...given: readonly unknown[]) => unknown>;
  return methods[method]?.(...args);
}

/** The time-tracking side as another process sees it. */
export function remoteSource(origin: string): ConnectorSource {
  const store = (name: SourceCall['store']): object =>
    new Proxy({}, {
      get: (_, method) => {
        if (method === 'abilities') return { terms: true, atomicStatus: true };
        return async (...args: readonly unknown[]) => {
          const answer = await fetch(`${origin}/source`, { method: 'POST', body: JSON.stringify({ store: name, method, args }) });
          return ((await answer.json()) as { readonly value: unknown }).value;
        };
      },
    });
  return {
    customers: store('customers'),
    activities: store('activities'),
    work: store('work'),
    invoices: store('invoices'),
  } as ConnectorSource;
}

/** Secrets are not what is tested here. */
const openBox: SecretBox = {
  seal: (plain, context) => Promise.resolve(JSON.stringify([context, plain])),
  open: (sealed) => Promise.resolve((JSON.parse(sealed) as [string, string])[1]),
};

/** A connector between both sides. */
export function connectorOn(origin: string, state: ConnectorState, source: ConnectorSource, clock: TestClock): Connector {
  return createConnector({
    state,
    source,
    visma: { clientId, clientSecret, redirectUri, apiUrl: `${origin}/v2`, identityUrl: origin },
    clock,
    secretBox: openBox,
  });
}

/** Connects, and saves complete settings when there are none. */
export async function connectAgency(sides: TwoSides, connector: Connector, state: ConnectorState): Promise<void> {
  const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
  await connector.completeConnect({ tenantId, callbackUrl: await consent(sides.fake, url) });
  if ((await state.connections.loadSettings(tenantId)) === null) {
    await connector.saveSettings({ tenantId, settings: completeSettings(sides.fake) });
  }
}

/** What a worker does in a night: finish what was left, then invoice what is new. */
export async function work(connector: Connector): Promise<void> {
  await connector.reconcile({ tenantId });
  await connector.createInvoices({ tenantId, select: { kinds: ['time'], until: '2026-03-31' }, finish: 'final' });
}

async function readBody(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
