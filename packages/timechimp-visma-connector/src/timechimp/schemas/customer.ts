import * as z from 'zod';
import { flag, id, number, once, text } from './leaves.ts';

const address = once(() => z.object({ address: text, postalCode: text, city: text, country: text }).nullish());

/** A customer of API v2. */
export const customerSchema = once(() =>
  z.object({
    id,
    name: text,
    relationId: text,
    active: flag,
    intern: flag,
    unspecified: flag,
    address: address(),
    invoiceAddress: address(),
    phone: text,
    email: text,
    website: text,
    paymentPeriod: number,
    hourlyRate: number,
    mileageRate: number,
    iban: text,
    vatNumber: text,
    kvkNumber: text,
    vatRate: z.object({ id: z.int().nullish(), percentage: number }).nullish(),
    contacts: z.array(z.object({ name: text, email: text, useForInvoicing: flag })).nullish(),
  }),
);

/** A customer as API v2 sends it. */
export type WireCustomer = z.infer<ReturnType<typeof customerSchema>>;
