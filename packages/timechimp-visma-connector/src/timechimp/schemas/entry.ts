import * as z from 'zod';
import { enumeration, flag, id, number, once, reference, text } from './leaves.ts';

/** Hours, an expense or a trip of API v2: the fields of all three. Rates of hours are not on the entry. */
export const entrySchema = once(() =>
  z.object({
    id,
    date: text,
    notes: text,
    status: enumeration,
    clientStatus: enumeration,
    billable: flag,
    customer: reference,
    project: reference,
    task: reference,
    user: reference,
    hours: number,
    quantity: number,
    rate: number,
    product: z.object({ id, name: text }).nullish(),
    vatRate: z.object({ id: z.int().nullish(), percentage: number }).nullish(),
    distance: number,
    type: enumeration,
    fromAddress: text,
    toAddress: text,
  }),
);

/** An entry as API v2 sends it. */
export type WireEntry = z.infer<ReturnType<typeof entrySchema>>;
