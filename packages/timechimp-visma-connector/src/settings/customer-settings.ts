import * as z from 'zod';
import { guid, localDate, perId } from './fields.ts';

/** How customers are matched, created and imported. */
export const customerSettings = z.strictObject({
  /** A customer without a number: list it for a person (default), or reserve a number and write it back. */
  withoutNumber: z.enum(['ask', 'propose']).default('ask'),
  /** First number that `propose` gives out. */
  firstNumber: z.int().min(1).max(999_999_999).default(100_000),
  /** What stands in for a missing postal code and city. Default: nothing; such customers are listed and not created. */
  placeholderAddress: z
    .strictObject({ postalCode: z.string().min(1).max(10), city: z.string().min(1).max(50) })
    .nullable()
    .default(null),
  /** Customers that are private persons, by id. Never inferred from a missing VAT number. */
  privatePersons: z.array(z.string().min(1)).default([]),
  /** Country of customers whose address names none, as an ISO code. Default: none; such customers are listed. */
  defaultCountry: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO code such as NL').nullable().default(null),
  /** Terms of payment for customers whose number of days Visma does not know. Default: the company's. */
  termsOfPayment: guid.nullable().default(null),
});

/** What the import from Visma does. */
export const importSettings = z.strictObject({
  /** Whether the nightly run imports customers for this tenant. */
  nightly: z.boolean().default(false),
  /** Hour of the nightly run, 0 to 23, in `timeZone`. */
  hour: z.int().min(0).max(23).default(3),
  /** IANA name of the time zone that `hour` and the day of a run are read in. */
  timeZone: z.string().min(1).default('Europe/Amsterdam'),
  /** Whether customers that only Visma has are created here. */
  createMissing: z.boolean().default(true),
  /** Whether an inactive customer of Visma becomes inactive here. */
  followInactive: z.boolean().default(true),
});

/** Fixed prices, instalments and subscriptions. */
export const termSettings = z.strictObject({
  /** Subscription periods are billed before or after they run. */
  timing: z.enum(['advance', 'arrears']).default('advance'),
  /** Calendar months, quarters and years, or periods counted from the start date. */
  periods: z.enum(['calendar', 'anniversary']).default('calendar'),
  /** A part of a period: by days, at the full price, or free. */
  proration: z.enum(['daily', 'full', 'free']).default('daily'),
  /**
   * Hours that a term covers: left as they are, or marked as invoiced with the term's export, which undo takes back. With
   * `advance`, the hours of a period are marked with a later term.
   */
  coveredHours: z.enum(['leave', 'markInvoiced']).default('leave'),
  /** First day on which a term may fall due. Default: the cut-off date. */
  billFrom: localDate.nullable().default(null),
  /** The same for single projects, by id. */
  billFromPerProject: perId(localDate).default({}),
});

/** Projects and cost centres of Visma on invoice rows and revenue rows. */
export const dimensionSettings = z.strictObject({
  /** Visma's project per project of the time-tracking side. */
  projects: perId(guid).default({}),
  /** Cost centre items per project; at most one per cost centre. */
  costCentersByProject: perId(z.array(guid).max(3)).default({}),
  /** Cost centre items per activity, where the project names none for that cost centre. */
  costCentersByActivity: perId(z.array(guid).max(3)).default({}),
});

/** How long the connector waits before it believes that something does not exist. */
export const safetySettings = z.strictObject({
  /** Minutes within which a request that Visma received may still take effect. Default: the connector's `maxServerDelay`, 15 minutes. */
  maxServerDelayMinutes: z.int().min(1).max(24 * 60).nullable().default(null),
  /** A draft that is gone without an invoice: its entries wait for an operator, or are freed. Default: the connector's `onDraftMissing`, an operator. */
  onDraftMissing: z.enum(['wait', 'free']).nullable().default(null),
});
