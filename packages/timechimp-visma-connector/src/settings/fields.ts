import * as z from 'zod';
import { VAT_KINDS } from '@x/billing-core';

/** The identifier of a record in Visma: a GUID, kept in lower case. */
export const guid = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a GUID such as 708c96d3-943d-4f79-bd92-676fbf4de1a8');

/** A ledger account number. */
export const accountNumber = z.int().min(1).max(9_999_999_999);

/** A calendar day, `YYYY-MM-DD`. */
export const localDate = z.iso.date();

/** A decimal in text, not negative: "0.23", "21". */
export const positiveDecimal = z.string().regex(/^\d{1,8}(\.\d{1,6})?$/, 'must be a number in text such as "0.23"');

/** One of billing-core's VAT kinds. */
export const vatKind = z.enum(VAT_KINDS);

/** A value per VAT kind; kinds that do not occur may be absent. */
export function perVatKind<T extends z.ZodType>(value: T) {
  return z.partialRecord(vatKind, value);
}

/** A value per identifier of the time-tracking side. */
export function perId<T extends z.ZodType>(value: T) {
  return z.record(z.string().min(1), value);
}
