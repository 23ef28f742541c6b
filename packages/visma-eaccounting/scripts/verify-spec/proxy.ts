import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SpecCheck } from './check.ts';

/** What the proxy has seen. */
export interface Seen {
  /** How often each documented operation answered with success. */
  readonly operations: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly violations: readonly string[];
}

/** A proxy that holds every request and answer against the document and passes both on unchanged. */
export interface CheckingProxy {
  /** The base URL of the API behind it. */
  readonly url: string;
  seen(): Seen;
  close(): Promise<void>;
}

/** Starts the proxy in front of `target`, the base URL of an API. */
export async function startProxy(check: SpecCheck, target: string): Promise<CheckingProxy> {
  const operations = new Map<string, number>();
  const violations: string[] = [];
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const pass = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      const requestBody = Buffer.concat(chunks).toString('utf8');
      const method = incoming.method ?? 'GET';
      const url = new URL(incoming.url ?? '/', 'http://proxy');
      const path = url.pathname.replace(/^\/v2/, '');
      const headers = new Headers();
      for (const name of ['authorization', 'content-type', 'accept']) {
        const value = incoming.headers[name];
        if (typeof value === 'string') headers.set(name, value);
      }
      const answer = await fetch(`${target}${path}${url.search}`, {
        method,
        headers,
        ...(requestBody === '' ? {} : { body: requestBody }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const checked = check.check({
        method,
        path,
        query: url.searchParams,
        requestType: headers.get('content-type'),
        requestBody,
        status: answer.status,
        answerType: answer.headers.get('content-type'),
        answerBody: bytes.toString('utf8'),
      });
      requests += 1;
      violations.push(...checked.violations);
      if (checked.operation !== undefined && answer.ok) {
        operations.set(checked.operation, (operations.get(checked.operation) ?? 0) + 1);
      }
      const type = answer.headers.get('content-type');
      outgoing.writeHead(answer.status, type === null ? {} : { 'content-type': type }).end(bytes);
    };
    pass().catch(() => {
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v2`,
    seen: () => ({ operations, requests, violations }),
    close: () => stop(server),
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
