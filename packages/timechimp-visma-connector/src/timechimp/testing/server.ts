import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyText, createFakeEngine, type FakeEngine, type FakeTimeChimp, type FakeTimeChimpOptions } from './fake.ts';

/** The fake behind a real socket. */
export interface FakeTimeChimpServer {
  readonly fake: FakeTimeChimp;
  /** Base URL of API v2. */
  readonly baseUrl: string;
  /** Base URL of API v1. */
  readonly v1BaseUrl: string;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/** Starts the fake over HTTP on the loopback address; port 0 (default) takes a free one. */
export async function startFakeTimeChimp(options: FakeTimeChimpOptions & { readonly port?: number } = {}): Promise<FakeTimeChimpServer> {
  const engine = createFakeEngine(options);
  const server = createServer((request, response) => {
    handle(engine, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    fake: engine,
    baseUrl,
    v1BaseUrl: `${baseUrl}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => { resolve(); });
        server.closeAllConnections();
      }),
  };
}

async function handle(engine: FakeEngine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = text === '' ? undefined : (JSON.parse(text) as unknown);
  const outcome = await engine.exchange({ method: request.method ?? 'GET', url, headers, body });
  if ('answer' in outcome) {
    response.writeHead(outcome.answer.status, { 'content-type': 'application/json', ...outcome.answer.headers });
    response.end(bodyText(outcome.answer));
  } else if (outcome.failure !== 'hang') {
    // A socket can only show that it closed: a refused connection looks like one that was reset.
    request.socket.destroy();
  }
}
