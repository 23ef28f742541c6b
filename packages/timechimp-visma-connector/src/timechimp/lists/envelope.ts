import * as z from 'zod';
import { TimeChimpError } from '../timechimp-error.ts';

/** A row of a list: its id, and everything as it came. */
export interface Row {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** What every answer of API v2 is wrapped in, single records included. */
export interface Envelope {
  readonly rows: readonly Row[];
  /** Rows that match in all; undefined when the answer does not say. */
  readonly count: number | undefined;
}

const row = z.looseObject({ id: z.int().nonnegative() });
const wrapped = z.object({ result: z.union([z.array(row), row.transform((one) => [one])]), count: z.int().nonnegative().nullish() });

/** Unwraps an answer of API v2. */
export function readEnvelope(body: unknown, operation: string): Envelope {
  const { success, data } = wrapped.safeParse(body);
  if (!success) throw drift(operation, 'the answer is not an envelope with records that have ids');
  return { rows: data.result, count: data.count ?? undefined };
}

/** The error of an answer that does not look as expected. Nothing was changed by reading it. */
export function drift(operation: string, what: string): TimeChimpError {
  return new TimeChimpError('api-drift', `${operation}: ${what}.`, { delivery: 'answered', operation });
}
