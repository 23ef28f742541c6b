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

/** Reads a body as text, but never more than `limit` bytes. */
export async function readText({ body }: WebResponse, limit: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw new BodyError(`the answer is larger than ${limit} bytes`, false);
    }
  }
  // Decoded at once: a decoder per answer costs more than the copy, which most answers do not need.
  const [first] = chunks;
  return decoder().decode(chunks.length === 1 ? first : await new Blob(chunks).arrayBuffer());
}

/** Parses a JSON body. The only place of the package that does. */
export function parseJson(text: string, contentType: string | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyError(`the answer is ${text ? `not JSON (${redact(contentType ?? '')})` : 'empty'}`, true);
  }
}
