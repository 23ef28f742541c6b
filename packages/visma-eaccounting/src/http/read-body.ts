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
export async function readText(response: WebResponse, limit: number): Promise<string> {
  const length = Number(response.headers.get('content-length') ?? NaN);
  const tooLarge = (): BodyError => new BodyError(`the answer is larger than ${limit} bytes`, false);
  if (length > limit) {
    response.body?.cancel().catch(() => undefined);
    throw tooLarge();
  }
  // A stated length bounds the body, unless it is that of a compressed one.
  if (!response.body || (length >= 0 && !response.headers.has('content-encoding'))) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > limit) {
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Parses a JSON body. The only place of the package that does. */
export function parseJson(text: string, contentType: string | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const kind = /^[\w.+/-]{1,60}/.exec(contentType ?? '')?.[0] ?? 'of no stated type';
    throw new BodyError(text === '' ? 'the answer is empty' : `the answer is not JSON (${kind})`, true);
  }
}
