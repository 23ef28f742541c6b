import { HttpResponse, type HttpHandler, http } from 'msw';
import type { FakeVisma } from './fake-visma.ts';
import { brokenBody } from './fetch.ts';

/**
 * Request handlers for Mock Service Worker 3 that answer from this fake, for its API and its identity server.
 * Network faults become `HttpResponse.error()`.
 */
export function fakeVismaHandlers(fake: FakeVisma): HttpHandler[] {
  const answer = async ({ request }: { request: Request }): Promise<Response> => {
    const outcome = await fake.exchange(
      {
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        body: request.body === null ? '' : await request.clone().text(),
      },
      request.signal,
    );
    if (outcome.kind === 'failure') {
      if (outcome.failure !== 'hang') return HttpResponse.error();
      return new Promise<never>(() => undefined);
    }
    const { status, headers, body, breakAfter } = outcome.answer;
    if (breakAfter !== undefined) return new Response(brokenBody(body.slice(0, breakAfter)), { status, headers });
    return new Response(status === 204 ? null : new Uint8Array(body), { status, headers });
  };
  return [http.all(`${fake.apiUrl}/*`, answer), http.all(`${fake.identityUrl}/connect/*`, answer)];
}
