import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server treats one request instead of the ordinary way. */
export type Fault = (request: SeenRequest, response: ServerResponse, commit: () => string) => void;

/** One request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly form: URLSearchParams;
}

/** A small identity server over real HTTP that rotates refresh tokens: each works once. */
export interface IdentityServer {
  readonly url: string;
  readonly requests: SeenRequest[];
  /** Faults for the next requests, in order; the ordinary answer where none is left. */
  readonly faults: Fault[];
  /** The refresh token that works now. */
  readonly liveRefreshToken: () => string;
  close(): Promise<void>;
}

/** Starts the server on a free port; everything is below the path prefix. */
export async function startIdentityServer(prefix = ''): Promise<IdentityServer> {
  const requests: SeenRequest[] = [];
  const faults: Fault[] = [];
  let generation = 0;

  const grant = (): string => {
    generation += 1;
    return JSON.stringify({
      access_token: `access-${generation}`,
      refresh_token: `refresh-${generation}`,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'ea:api offline_access',
    });
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    const request = {
      path: incoming.url ?? '',
      authorization: incoming.headers.authorization,
      form: new URLSearchParams(body),
    };
    requests.push(request);
    const fault = faults.shift();
    if (fault) {
      fault(request, response, grant);
      return;
    }
    if (request.path === `${prefix}/connect/revocation`) {
      response.writeHead(200).end();
      return;
    }
    if (request.path !== `${prefix}/connect/token`) {
      response.writeHead(404).end();
      return;
    }
    const refused =
      request.form.get('grant_type') === 'refresh_token' &&
      request.form.get('refresh_token') !== `refresh-${generation}`;
    json(response, refused ? 400 : 200, refused ? '{"error":"invalid_grant"}' : grant());
  };

  const server = createServer((incoming, response) => void handle(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    requests,
    faults,
    liveRefreshToken: () => `refresh-${generation}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Answers JSON. */
export function json(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** The usual faults, by name. */
export const fault = {
  answer:
    (status: number, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Fault =>
    (_request, response) => {
      response.writeHead(status, headers).end(body);
    },
  resetBefore: ((_request, response) => {
    response.destroy();
  }) satisfies Fault,
  resetAfter: ((_request, response, commit) => {
    commit();
    response.destroy();
  }) satisfies Fault,
  hang: (() => undefined) satisfies Fault,
  halfAnswer: ((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"access_token":');
    response.flushHeaders();
  }) satisfies Fault,
};
