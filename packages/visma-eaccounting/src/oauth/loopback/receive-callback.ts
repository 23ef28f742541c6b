/* eslint-disable no-restricted-imports -- For Node alone, and reached by an entry of its own only. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AbortedError } from '../../errors/aborted-error.ts';
import { LoopbackError } from './loopback-error.ts';
import { page } from './page.ts';

/** How the callback is received. */
export interface ReceiveOptions {
  readonly redirectUri: URL;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Listens on the host and port of the redirect URI, runs `begin` once it does, and hands the query of the first
 * request for the redirect URI to `finish`, whose outcome decides which page the person sees. Whatever happens, the
 * server is closed in the end.
 *
 * Other paths (a browser asks for an icon) are 404, other methods 405, and another Host header 421: a name that some
 * web page has pointed at this machine must not get through.
 *
 * @throws LoopbackError, AbortedError, and whatever `begin` or `finish` throw.
 */
export async function receiveCallback<T>(
  { redirectUri, tls, timeoutMs, signal }: ReceiveOptions,
  begin: () => Promise<void>,
  finish: (query: URLSearchParams) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw aborted();
  let server: Server | undefined;
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      let taken = false;
      const answer = (request: IncomingMessage, response: ServerResponse): void => {
        const url = new URL(request.url ?? '/', redirectUri);
        if (request.headers.host !== redirectUri.host) send(response, 421, 'Not here', 'This address is not served.');
        else if (url.pathname !== redirectUri.pathname) send(response, 404, 'Not found', 'There is nothing here.');
        else if (request.method !== 'GET') send(response, 405, 'Not allowed', 'Only GET is answered.');
        else if (taken) send(response, 409, 'Already done', 'You can close this window.');
        else {
          taken = true;
          clearTimeout(timer);
          const outcome = finish(url.searchParams);
          const end = (): void => {
            resolve(outcome);
          };
          outcome.then(
            () => {
              send(response, 200, 'Connected', 'You can close this window and go back to the program.', end);
            },
            () => {
              send(response, 400, 'Not connected', 'The program knows why. You can close this window.', end);
            },
          );
        }
      };
      server = tls ? createHttpsServer(tls, answer) : createHttpServer(answer);
      server.on('error', (error: NodeJS.ErrnoException) => {
        reject(new LoopbackError(error.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen'));
      });
      timer = setTimeout(() => {
        reject(new LoopbackError('timeout'));
      }, timeoutMs);
      abort = () => {
        reject(aborted());
      };
      signal?.addEventListener('abort', abort, { once: true });
      const port = Number(redirectUri.port) || (tls ? 443 : 80);
      server.listen(port, redirectUri.hostname.replace(/^\[|\]$/g, ''), () => {
        begin().catch(reject);
      });
    });
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    server?.close();
    server?.closeAllConnections();
  }
}

function aborted(): AbortedError {
  return new AbortedError('Connecting was aborted.', { delivery: 'not-sent' });
}

function send(response: ServerResponse, status: number, title: string, text: string, sent?: () => void): void {
  // The person may have closed the window meanwhile: that changes nothing.
  if (response.closed) {
    sent?.();
    return;
  }
  if (sent) response.once('close', sent);
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      connection: 'close',
    })
    .end(page(title, text));
}
