import * as z from 'zod';
import { id, number, once, text } from './leaves.ts';

/** Of a person nothing is read but the name and the rates: the API also sends a national identity number. */
export const userSchema = once(() =>
  z.object({
    id,
    displayName: text,
    contracts: z.array(z.object({ startDate: text, endDate: text, hourlyRate: number })).nullish(),
  }),
);

/** A person, of what API v2 sends. */
export type WireUser = z.infer<ReturnType<typeof userSchema>>;
