import { createServer } from 'node:http';
import { pageBodies } from './fixtures.ts';

/** A server in a process of its own, so that its work is not measured: pages of this API, and the same in Notion's envelope. */
const { visma, notion } = pageBodies();
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    const page = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('$page') ?? 1);
    response.end(visma[page - 1]);
    return;
  }
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', () => {
    const { start_cursor = '0' } = JSON.parse(body || '{}') as { readonly start_cursor?: string };
    response.end(notion[Number(start_cursor)]);
  });
});
// Longer than any group takes: a connection that is closed meanwhile would be a failure of the fixture.
server.keepAliveTimeout = 3_600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.(address.port);
});
process.on('disconnect', () => {
  server.closeAllConnections();
  server.close();
});
