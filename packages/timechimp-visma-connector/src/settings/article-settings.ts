import * as z from 'zod';
import { guid, perId, perVatKind } from './fields.ts';

const articles = z.strictObject({
  hours: guid.optional(),
  expenses: guid.optional(),
  mileage: guid.optional(),
  terms: guid.optional(),
  lumpSum: guid.optional(),
});

/** Which article an invoice row refers to. Draft rows take no VAT and no account, so the article decides both. */
export const articleSettings = z.strictObject({
  /** Hours whose activity has no article of its own. Default: none; such hours are refused by name. */
  hours: guid.nullable().default(null),
  /** Expenses without an article of their own. Default: none. */
  expenses: guid.nullable().default(null),
  /** Kilometres. Default: none. */
  mileage: guid.nullable().default(null),
  /** Fixed prices, instalments and subscription periods. Default: none. */
  terms: guid.nullable().default(null),
  /** For "1 x amount" rows; its unit must be neither hour nor kilometre. Default: none. */
  lumpSum: guid.nullable().default(null),
  /** Replaces the defaults for rows of one VAT kind (reverse charge, low rate, ...). Default: none. */
  byVatKind: perVatKind(articles).default({}),
  /** The article of one activity for one VAT kind, where it differs from the activity's link. Default: none. */
  byActivity: perId(perVatKind(guid)).default({}),
  /** The article of one expense category (TimeChimp's product), whatever the VAT kind. Default: none. */
  byProduct: perId(guid).default({}),
});
