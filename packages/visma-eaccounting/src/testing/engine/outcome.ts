import type { NetworkFailure } from '../faults/network-error.ts';
import type { Answer } from '../wire/answer.ts';

/** An answer ready to be sent. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The connection breaks after this many bytes of the body. */
  readonly breakAfter?: number;
}

/** What becomes of a request: an answer, or a connection that fails. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: SentAnswer }
  | { readonly kind: 'failure'; readonly failure: NetworkFailure };

/** An answer of the rules as bytes with headers. */
export function sent(answer: Answer): SentAnswer {
  const encoder = new TextEncoder();
  if (answer.json !== undefined) {
    const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
    return { status: answer.status, headers, body: encoder.encode(JSON.stringify(answer.json)) };
  }
  return { status: answer.status, headers: { ...answer.headers }, body: answer.bytes ?? encoder.encode(answer.text ?? '') };
}
