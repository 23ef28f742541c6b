import * as z from 'zod';
import { enumeration, flag, id, number, once, reference, text } from './leaves.ts';

const row = once(() => z.object({ description: text, quantity: number, price: number, tax: number, code: text, index: number }));

/** An invoice of API v1. The same schema reads API v2, whose fields nobody documents, as far as they are named alike. */
export const invoiceSchema = once(() =>
  z.object({
    id,
    companyInvoicePrefix: text,
    companyInvoiceId: z.int(),
    customerId: z.int().nullish(),
    customer: reference,
    customerName: text,
    status: enumeration,
    date: text,
    dueDate: text,
    currency: text,
    exchangeRate: number,
    credit: flag,
    total: number,
    totalWithoutExchangeRate: number,
    totalExTax: number,
    totalExTaxWithoutExchangeRate: number,
    invoiceRows: z.array(row()),
  }),
);

/** An invoice as API v1 sends it. */
export type WireInvoice = z.infer<ReturnType<typeof invoiceSchema>>;
