import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeVisma, createFakeVisma } from '../fake-visma.ts';
import type { FakeVismaOptions } from '../options.ts';
import { sent } from '../engine/outcome.ts';
import { type Controls, answerControl } from './control.ts';
import { readIncoming } from './incoming.ts';
import { respond } from './respond.ts';

/** Options of the server: those of the fake, a port and a host. */
export interface StartFakeVismaOptions extends Omit<FakeVismaOptions, 'apiUrl' | 'identityUrl'> {
  /** 0 (default) takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1: the fake is for this machine alone. */
  readonly host?: string;
}

/** A fake that listens on a port. */
export interface FakeVismaServer {
  /** Base URL of the API, `/v2` included. */
  readonly apiUrl: string;
  /** Base URL of the identity server; its pages live under `/connect`. */
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly port: number;
  /** The fake behind the server as it is now: a reset replaces it. */
  readonly fake: FakeVisma;
  /** Starts over with the same data, as if nothing had happened. */
  reset(): void;
  /** Refuses connections (ECONNREFUSED) until `accept`. */
  refuse(): Promise<void>;
  /** Listens again on the same port. */
  accept(): Promise<void>;
  /** Stops and drops every connection. */
  close(): Promise<void>;
}

/**
 * Serves a fake eAccounting over HTTP: the API under `/v2`, the identity server under `/connect`, and outside of both
 * the controls under `/fake` (health, reset, faults, requests, books). Rejects when the port is taken.
 */
export async function startFakeVisma(options: StartFakeVismaOptions = {}): Promise<FakeVismaServer> {
  const { port: wanted = 0, host = '127.0.0.1', ...fakeOptions } = options;
  const server = createServer();
  await listen(server, wanted, host);
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const make = (): FakeVisma => createFakeVisma({ ...fakeOptions, apiUrl: `${origin}/v2`, identityUrl: origin });
  let fake = make();
  const reset = (): void => {
    fake = make();
  };
  const controls: Controls = { fake: () => fake, reset };
  server.on('request', (message, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
    });
    const serve = async (): Promise<void> => {
      const request = await readIncoming(message, origin);
      if (request.url.pathname.startsWith('/fake/')) {
        respond(response, { kind: 'answer', answer: sent(answerControl(controls, request)) });
        return;
      }
      respond(response, await fake.exchange(request, gone.signal));
    };
    serve().catch(() => {
      response.destroy();
    });
  });
  return {
    apiUrl: fake.apiUrl,
    identityUrl: fake.identityUrl,
    clientId: fake.client.clientId,
    clientSecret: fake.client.clientSecret,
    port,
    get fake() {
      return fake;
    },
    reset,
    refuse: () => stop(server),
    accept: () => listen(server, port, host),
    close: () => stop(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
