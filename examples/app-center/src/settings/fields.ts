import { VAT_KINDS, type VatKind } from '@x/billing-core';

/** What a setting's control looks like. */
export type Control =
  | { readonly kind: 'record'; readonly list: 'articles' | 'accounts' | 'vatCodes' | 'termsOfPayment'; readonly number?: boolean }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'text' | 'date' | 'whole' };

/** One setting on the form. `at` is its path in the settings, where errors and suggestions name it too. */
export interface SettingField {
  readonly at: string;
  readonly label: string;
  readonly hint?: string;
  readonly control: Control;
  /** What an empty control stands for; fields without it go back to their default. */
  readonly empty?: null;
}

/** Settings that belong together. */
export interface SettingGroup {
  readonly title: string;
  readonly fields: readonly SettingField[];
}

const article: Control = { kind: 'record', list: 'articles' };
const account: Control = { kind: 'record', list: 'accounts', number: true };
const vatCode: Control = { kind: 'record', list: 'vatCodes' };
const choice = (...options: readonly (readonly [string, string])[]): Control => ({ kind: 'choice', options: options.map(([value, label]) => ({ value, label })) });

const vatKindNames: Readonly<Record<VatKind, string>> = {
  'domestic-high': 'the high rate',
  'domestic-low': 'the low rate',
  'domestic-zero': 'the zero rate',
  'domestic-exempt': 'what is exempt',
  'reverse-charge-domestic': 'reverse charge',
  'eu-service': 'services within the EU',
  'outside-eu-service': 'services outside the EU',
};

/** The settings that most companies need. Everything else keeps its value, and is a matter of the API. */
export const settingGroups: readonly SettingGroup[] = [
  {
    title: 'Articles of invoice lines',
    fields: [
      { at: 'articles.hours', label: 'Article for hours', hint: 'For activities without an article of their own.', control: article, empty: null },
      { at: 'articles.expenses', label: 'Article for expenses', control: article, empty: null },
      { at: 'articles.mileage', label: 'Article for kilometres', control: article, empty: null },
      { at: 'articles.terms', label: 'Article for fixed prices and subscriptions', control: article, empty: null },
      { at: 'articles.lumpSum', label: 'Article for lump sums', hint: 'Counted in pieces. Used where a line is 1 x the exact amount.', control: article, empty: null },
      { at: 'articles.byVatKind.domestic-low.hours', label: 'Article for hours at the low VAT rate', control: article },
      { at: 'articles.byVatKind.domestic-low.expenses', label: 'Article for expenses at the low VAT rate', control: article },
    ],
  },
  {
    title: 'Invoices in Visma',
    fields: [
      { at: 'invoices.finish', label: 'Make', control: choice(['draft', 'drafts, which a person sends in Visma'], ['final', 'final invoices']) },
      { at: 'invoices.invoiceDate', label: 'Invoice date', control: choice(['today', 'the day of the run'], ['endOfPeriod', 'the last day invoiced'], ['endOfMonth', 'the end of that month']) },
      { at: 'pricing.rounding', label: 'Rounding of hours', control: choice(['perLine', 'hours of a line to two decimals'], ['perEntry', 'each entry to two decimals'], ['exact', '1 x the exact amount']) },
      { at: 'pricing.mileageRate', label: 'Price per kilometre', hint: 'For customers without one, such as 0.23.', control: { kind: 'text' }, empty: null },
      { at: 'grouping.time', label: 'Hours on one line per', control: choice(['activity', 'activity'], ['employee', 'employee'], ['project', 'project'], ['day', 'day'], ['week', 'week'], ['detailed', 'entry'], ['single', 'invoice']) },
      { at: 'cutOffDate', label: 'Work from', hint: 'Nothing dated before this day is proposed. Empty: the day of connecting.', control: { kind: 'date' }, empty: null },
      { at: 'terms.timing', label: 'Subscriptions are billed', control: choice(['advance', 'before the period'], ['arrears', 'after the period']) },
      {
        at: 'terms.coveredHours',
        label: 'Hours that a fixed price or subscription covers',
        hint: 'They are never charged. Marked ones get their status back when the invoice is taken back.',
        control: choice(['leave', 'stay as they are in TimeChimp'], ['markInvoiced', 'are marked as invoiced with it']),
      },
    ],
  },
  {
    title: 'Sales entries',
    fields: [
      { at: 'accounts.receivable', label: 'Debtors account', control: account, empty: null },
      { at: 'accounts.revenue', label: 'Revenue account', hint: 'For rows that name no article.', control: account, empty: null },
      { at: 'accounts.rounding', label: 'Rounding account', control: account, empty: null },
      ...VAT_KINDS.map((kind): SettingField => ({ at: `vat.codes.${kind}`, label: `VAT code of ${vatKindNames[kind]}`, control: vatCode })),
      { at: 'salesEntries.invoiceNumber.idDigits', label: 'Digits of the invoice number', hint: '4: the invoice 2026-17 becomes 20260017.', control: { kind: 'whole' } },
    ],
  },
  {
    title: 'Customers',
    fields: [
      { at: 'customers.withoutNumber', label: 'A customer without a number', control: choice(['ask', 'is listed for a person'], ['propose', 'gets the next free number']) },
      { at: 'customers.defaultCountry', label: 'Country where an address names none', hint: 'Two letters, such as NL.', control: { kind: 'text' }, empty: null },
      { at: 'customers.termsOfPayment', label: 'Terms of payment where days do not fit', control: { kind: 'record', list: 'termsOfPayment' }, empty: null },
    ],
  },
];

/** Every field of the form. */
export const settingFields: readonly SettingField[] = settingGroups.flatMap(({ fields }) => fields);
