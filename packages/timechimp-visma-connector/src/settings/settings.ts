import * as z from 'zod';
import { articleSettings } from './article-settings.ts';
import {
  customerSettings,
  dimensionSettings,
  importSettings,
  safetySettings,
  termSettings,
} from './customer-settings.ts';
import { localDate } from './fields.ts';
import { groupingSettings, invoiceSettings, pricingSettings } from './invoice-settings.ts';
import { accountSettings, salesEntrySettings, vatSettings } from './ledger-settings.ts';

/**
 * Every setting of a tenant, with its default. An empty object is valid: it has every default, and what a use case
 * then still needs is named by the check, one problem each.
 */
export const settingsSchema = z.strictObject({
  articles: articleSettings.prefault({}),
  accounts: accountSettings.prefault({}),
  vat: vatSettings.prefault({}),
  invoices: invoiceSettings.prefault({}),
  grouping: groupingSettings.prefault({}),
  pricing: pricingSettings.prefault({}),
  salesEntries: salesEntrySettings.prefault({}),
  customers: customerSettings.prefault({}),
  import: importSettings.prefault({}),
  terms: termSettings.prefault({}),
  dimensions: dimensionSettings.prefault({}),
  safety: safetySettings.prefault({}),
  /**
   * Nothing dated before this day is proposed: it was invoiced or booked before this link existed. Default: for invoices
   * that are booked and for terms the day of connecting; hours, expenses and trips have none, since what TimeChimp shows as
   * not invoiced is to be invoiced, however old it is.
   */
  cutOffDate: localDate.nullable().default(null),
});

/** Settings as stored and used: complete. */
export type Settings = z.output<typeof settingsSchema>;

/** Settings as a caller may write them: whatever is left out has its default. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** The settings of a tenant that never saved any. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
