import type { Json } from './json.ts';

/** What a rule of the fake answers: JSON, bytes, or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

/** 200 with a JSON body. */
export function ok(json: Json): Answer {
  return { status: 200, json };
}

/** 201 with a JSON body. */
export function created(json: Json): Answer {
  return { status: 201, json };
}

/** 200 without a body, as a delete answers. */
export function done(): Answer {
  return { status: 200 };
}
