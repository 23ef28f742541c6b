import * as z from 'zod';
import { guid, positiveDecimal } from './fields.ts';

/** How invoices are made in Visma. */
export const invoiceSettings = z.strictObject({
  /** `draft` leaves sending to a person in Visma; `final` converts the draft after it compared equal. */
  finish: z.enum(['draft', 'final']).default('draft'),
  /** The date on the invoice: the day of the run, the last day of the supply period, or that of its month. */
  invoiceDate: z.enum(['today', 'endOfPeriod', 'endOfMonth']).default('today'),
  /** Where the supply period stands, which a Dutch invoice must state. */
  supplyPeriod: z.enum(['textRow', 'deliveryDate', 'both']).default('both'),
  /** Where our mark stands. A row's text is the one place that Visma documents as searchable. */
  markPlace: z.enum(['textRow', 'ourReference']).default('textRow'),
  /**
   * Text around the mark; `{mark}` must occur. No capital letter or digit may follow it directly, nor a hyphen with a
   * digit: the mark would not be found again, or be read as one of a later try.
   */
  markText: z
    .string()
    .max(80)
    .regex(/\{mark\}/, 'must contain {mark}')
    .regex(/^(?!.*\{mark\}(?:[0-9A-Z]|-\d))/s, 'must have something else than a capital letter or a digit after {mark}, such as a space')
    .default('Specificatie {mark}'),
  /** Text for Visma's OurReference. Default: none. */
  ourReference: z.string().min(1).max(70).nullable().default(null),
  /** What goes to YourReference: the reference of the project, or nothing. */
  yourReference: z.enum(['none', 'projectReference']).default('projectReference'),
  /** Whether files of the invoiced items, such as receipts of expenses, are attached in Visma. Default: no. */
  attachFiles: z.boolean().default(false),
  /** Terms of payment of every invoice. Default: those of the customer. */
  termsOfPayment: guid.nullable().default(null),
});

/** How entries become lines, and how lines read. */
export const groupingSettings = z.strictObject({
  /** Hours on one line per ... */
  time: z.enum(['activity', 'employee', 'project', 'day', 'week', 'detailed', 'single']).default('activity'),
  /** Expenses on one line per ... */
  expense: z.enum(['product', 'employee', 'project', 'day', 'week', 'detailed', 'single']).default('product'),
  /** Trips on one line per ... */
  mileage: z.enum(['ride', 'employee', 'project', 'day', 'week', 'single']).default('ride'),
  /** Splits a customer's invoice. Default: one invoice per customer and currency. */
  split: z.array(z.enum(['project', 'reference', 'month'])).default([]),
  /** Language of dates, numbers and built-in texts on invoices. */
  language: z.enum(['nl', 'en']).default('nl'),
  /** Templates of line texts, such as "{activity} {project}: {hours} uur". Default: the built-in texts. */
  templates: z
    .strictObject({
      time: z.string().min(1).optional(),
      expense: z.string().min(1).optional(),
      mileage: z.string().min(1).optional(),
      term: z.string().min(1).optional(),
    })
    .default({}),
  /** Whether `{employee}` shows a name. */
  showEmployees: z.boolean().default(false),
});

/** What an item costs and when it may be invoiced. Rounding is always half away from zero. */
export const pricingSettings = z.strictObject({
  /** `perLine`: hours to two decimals, then times the rate; `perEntry`: each entry so; `exact`: 1 x the exact amount. */
  rounding: z.enum(['perLine', 'perEntry', 'exact']).default('perLine'),
  /** A line further from its exact amount than the larger of the two is refused. */
  maxRoundingDifference: z
    .strictObject({ amount: positiveDecimal, percent: positiveDecimal })
    .default({ amount: '0.50', percent: '1' }),
  /** Which approval an entry needs. `internal` needs that of the track that is marked as invoiced as well. */
  approval: z.enum(['internal', 'external', 'both', 'none']).default('internal'),
  /** Percentage on top of expenses that name none. */
  markup: positiveDecimal.default('0'),
  /** Price per kilometre where the customer has none. Default: none; such trips are refused. */
  mileageRate: positiveDecimal.nullable().default(null),
});
