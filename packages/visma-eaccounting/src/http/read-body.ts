import type { WebResponse } from '../core/web.ts';

/** The body could not be used. */
export class BodyError extends Error {
  /** Whether reading again may help: a body that was cut off may be whole next time, a large one stays large. */
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.again = again;
  }
}

/** Reads a body as text, but never more than `limit` bytes. */
export async function readText({ body }: WebResponse, limit: number): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    size += chunk.value.byteLength;
    text += decoder.decode(chunk.value, { stream: true });
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      throw new BodyError(`the answer is larger than ${limit} bytes`, false);
    }
  }
}

/** Parses a JSON body. The only place of the package that does. */
export function parseJson(text: string, contentType: string | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const kind = /^[\w.+/-]+/.exec(contentType ?? '')?.[0] ?? 'no type';
    throw new BodyError(`the answer is ${text ? 'not JSON' : 'empty'} (${kind})`, true);
  }
}
