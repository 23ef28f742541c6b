import * as z from 'zod';
import type { JsonValue } from '../ports/json.ts';

const formerToken = z.object({
  sealed: z.string(),
  /** How often Visma did not answer when it was told of the end, and when that was last (milliseconds since 1970). */
  tries: z.number().default(0),
  triedAt: z.number().default(0),
});

/** Sealed tokens that are nobody's any more and may still live. */
export type FormerToken = z.output<typeof formerToken>;

const shape = z.looseObject({
  companyName: z.string().default(''),
  /** Day of the first connect of this pair: the default cut-off date. */
  connectedOn: z.string().default(''),
  scope: z.string().default(''),
  /** Pairs that may still be claimed and are not the connection's: see `finishChange`. */
  formerPairs: z.array(z.object({ companyIdentifier: z.string(), sourceAccountId: z.string() })).default([]),
  /** Tokens that may still live and are not the connection's: see `finishChange`. */
  formerTokens: z.array(formerToken).default([]),
});

/** What the connection record remembers beside tokens and pair. */
export type ConnectionFacts = z.output<typeof shape>;

/** Reads the facts of a connection record; whatever is missing or damaged has its empty value. */
export function connectionFacts(value: JsonValue): ConnectionFacts {
  const read = shape.safeParse(value);
  return read.success ? read.data : shape.parse({});
}
