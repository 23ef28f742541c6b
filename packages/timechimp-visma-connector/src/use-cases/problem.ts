import type { Problem as BillingProblem } from '@x/billing-core';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';

/**
 * Something that a person has to put right, as a value. Problems are collected and shown all at once; nothing is
 * written while one of severity `error` concerns it.
 */
export interface Problem {
  /** Stable, for code: `article-unknown`, `customer-incomplete`, ... */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, with names and figures. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where it is: the path of a setting (`articles.hours`) or the key of a record (`customer:17`). */
  readonly at: string;
  /** The hours, expenses, trips, terms or invoices that it concerns, where it concerns any. */
  readonly sources?: readonly ItemRef[];
}

/** A problem that stops what it concerns. */
export function error(code: string, at: string, message: string, remedy: string): Problem {
  return { code, severity: 'error', message, remedy, at };
}

/** A problem to look at, which stops nothing. */
export function warning(code: string, at: string, message: string, remedy: string): Problem {
  return { code, severity: 'warning', message, remedy, at };
}

/** Whether any of the problems stops the work. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

const remedies: Readonly<Record<string, string>> = {
  'article-missing': 'Link the activity to an article, or choose a default article in the settings.',
  'vat-rate-missing': 'Give the customer or the item a VAT rate, or set vat.kindByCustomer.',
  'vat-percentage-missing': 'Add the rate to vat.rates in the settings with its vatRateId, or name its percentage in the options of the source (vatPercentages).',
  'vat-rate-unmapped': 'Add this VAT rate to vat.rates in the settings.',
  'vat-zero-ambiguous': 'Say in the settings what 0 percent stands for: vat.rates or vat.kindByCustomer.',
  'vat-under-scheme': 'Correct the VAT rate, vat.kindByCustomer or vat.scheme.',
  'vat-number-missing': 'Add the VAT number of the customer.',
  'vat-code-missing': 'Choose the VAT code in vat.codes of the settings.',
  'account-missing': 'Choose the account in the settings.',
  'account-ambiguous': "Put the article's GUID on the invoice row, or give activities codes that are no article's number.",
  'rate-missing': 'Set a rate on the project, the activity, the employee or the customer.',
  'rounding-difference': 'Use the rounding "exact", with a lump-sum article.',
  'invoice-not-sent': 'Send the invoice in TimeChimp first.',
  'invoice-number': 'Adapt salesEntries.invoiceNumber in the settings.',
  'invoice-number-taken': 'Adapt salesEntries.invoiceNumber in the settings, so that no two invoices share a number.',
  'country-missing': 'Add the country of the customer, or set customers.defaultCountry.',
  'negative-total': 'Confirm that a credit draft is to be made.',
  'foreign-currency': 'Set salesEntries.foreignSalesEntries to book, or book it by hand.',
};

/** A problem of the billing core with its remedy. */
export function fromBilling(problem: BillingProblem): Problem {
  const { code, severity, message, sources, details } = problem;
  return {
    code,
    severity,
    message,
    remedy: remedies[code] ?? 'Correct it in TimeChimp, or in the settings.',
    at: sources.map(itemKey).join(' ') || (details['projectId'] === undefined ? 'settings' : `project:${details['projectId']}`),
    sources,
  };
}
