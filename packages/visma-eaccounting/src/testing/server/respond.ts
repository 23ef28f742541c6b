import type { ServerResponse } from 'node:http';
import type { Outcome } from '../engine/outcome.ts';

/** Shows an outcome on a socket: an answer, a connection that closes, or one that stays silent. */
export function respond(response: ServerResponse, outcome: Outcome): void {
  const { socket } = response;
  if (outcome.kind === 'failure') {
    // A caller that hangs up ends a silent connection; the server's close ends the rest.
    if (outcome.failure !== 'hang') socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body, breakAfter } = outcome.answer;
  // A status that has no body must not announce one.
  const length = status === 204 || status === 304 ? {} : { 'content-length': body.length };
  response.writeHead(status, { ...headers, ...length });
  if (breakAfter === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, breakAfter), () => socket?.destroy());
}
