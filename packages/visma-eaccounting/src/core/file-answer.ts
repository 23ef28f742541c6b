import { BodyError } from '../http/read-body.ts';
import type { WebResponse } from './web.ts';

/** A file, as the API streams it. Read it once: as a stream or as bytes. */
export interface FileAnswer {
  /** Media type, such as `application/pdf`. */
  readonly contentType: string;
  readonly stream: ReadableStream<Uint8Array>;
  /** Reads the whole file. */
  bytes(): Promise<Uint8Array>;
}

/** The file of an answer. The caller's signal stays connected until the file has been read or given up. */
export function fileAnswer(response: WebResponse, release: () => void): FileAnswer {
  const reader = response.body?.getReader();
  if (!reader) throw new BodyError('the answer is empty', false);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await reader.read().catch((failure: unknown) => {
        release();
        throw failure;
      });
      if (!chunk.done) controller.enqueue(chunk.value);
      else {
        release();
        controller.close();
      }
    },
    async cancel(reason) {
      release();
      await reader.cancel(reason);
    },
  });
  return {
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
    stream,
    bytes: async () => new Uint8Array(await new Response(stream).arrayBuffer()),
  };
}
