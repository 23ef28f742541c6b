import type { WebResponse } from '../core/web.ts';
import { once } from '../schemas/once.ts';
import { redact } from './redact.ts';

/** The body could not be used. */
export class BodyError extends Error {
  /** Whether reading again may help: a body that was cut off may be whole next time, a large one stays large. */
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

const decoder = /* @__PURE__ */ once(() => new TextDecoder());

/** Reads a body as text, but never more than `limit` bytes, and makes something of it. */
export async function readBody<T>({ body }: WebResponse, limit: number, use: (text: string) => T): Promise<T> {
  if (!body) return use('');
  const reader = body.getReader();
  // The first part apart: most answers have no other.
  let first: Uint8Array<ArrayBuffer> | undefined;
  let others: Uint8Array<ArrayBuffer>[] | undefined;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (first) (others ??= [first]).push(value);
    else first = value;
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw new BodyError(`the answer is larger than ${limit} bytes`, false);
    }
  }
  // Decoded at once: a decoder per answer costs more than the copy, which most answers do not need.
  return use(decoder().decode(others ? await new Blob(others).arrayBuffer() : first));
}

/** Parses a JSON body. The only place of the package that does. */
export function parseJson(text: string, headers?: Headers): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyError(`the answer is ${text ? `not JSON (${redact(headers?.get('content-type') ?? '')})` : 'empty'}`, true);
  }
}
