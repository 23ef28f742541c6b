import type { IncomingMessage } from 'node:http';
import type { WireRequest } from '../wire/request.ts';

const limit = 32 * 1024 * 1024;

/** A node request as the fake sees it. Rejects when the caller goes away or the body is larger than 32 MB. */
export async function readIncoming(message: IncomingMessage, origin: string): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Error('The request body is too large');
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', origin),
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
