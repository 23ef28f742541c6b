import type { DecimalText } from '@x/billing-core';
import type { CodingAccounts, MasterCoding, MasterCountry } from './master-data.ts';

/** How Visma treats a sale for VAT, by what it knows of customer and row. */
export type VatCase =
  | 'domestic'
  | 'domestic-reverse-charge'
  | 'eu-with-vat'
  | 'eu-exempt'
  | 'outside-eu'
  | 'outside-eu-with-vat';

/** What Visma looks at on a customer when it decides the VAT of a row. */
export interface VatCustomer {
  readonly countryCode: string;
  readonly vatNumber?: string;
  readonly forceBookkeepVat: boolean;
  readonly reverseChargeOnConstructionServices: boolean;
}

/** The rate (a percentage) and the revenue account that Visma will use, or why it will refuse the row. */
export type VatPrediction =
  | { readonly ok: true; readonly vatCase: VatCase; readonly ratePercent: DecimalText; readonly account?: number }
  | { readonly ok: false; readonly reason: string };

/**
 * Predicts the VAT of one invoice row: rows of a draft take no rate, code or account, Visma derives all three from the
 * article's coding, the customer and the row's construction flag.
 */
export function predictVat(row: {
  readonly coding: MasterCoding;
  readonly customer: VatCustomer;
  readonly companyCountryCode: string;
  readonly countries: readonly MasterCountry[];
  /** The row's `ReversedConstructionServicesVatFree`. */
  readonly constructionReverseCharge: boolean;
}): VatPrediction {
  const { coding, customer } = row;
  const country = row.countries.find((each) => each.code === customer.countryCode);
  const hasVatNumber = (customer.vatNumber ?? '') !== '';
  if (row.constructionReverseCharge) {
    if (!customer.reverseChargeOnConstructionServices) {
      return { ok: false, reason: 'the row is marked for construction reverse charge, but the customer is not' };
    }
    if (!hasVatNumber) {
      return { ok: false, reason: 'construction reverse charge needs a VAT number on the customer' };
    }
    if (customer.countryCode === row.companyCountryCode) {
      return predicted('domestic-reverse-charge', '0', coding.accounts);
    }
  }
  if (customer.countryCode === row.companyCountryCode) {
    return predicted('domestic', coding.ratePercent, coding.accounts);
  }
  if (!country) {
    return { ok: false, reason: `country ${customer.countryCode || '(none)'} is not one of Visma's countries` };
  }
  if (country.isEuMember) {
    return hasVatNumber
      ? predicted('eu-exempt', '0', coding.accounts)
      : predicted('eu-with-vat', coding.ratePercent, coding.accounts);
  }
  return customer.forceBookkeepVat
    ? predicted('outside-eu-with-vat', coding.ratePercent, coding.accounts)
    : predicted('outside-eu', '0', coding.accounts);
}

/** The account of a coding for a case; undefined where the coding has none. */
export function codingAccount(
  accounts: CodingAccounts,
  vatCase: VatCase,
  ratePercent: DecimalText,
): number | undefined {
  switch (vatCase) {
    case 'domestic':
      return ratePercent === '0' ? (accounts.domesticExempt ?? accounts.domestic) : accounts.domestic;
    case 'domestic-reverse-charge':
      return accounts.domesticReverseCharge;
    case 'eu-with-vat':
      return accounts.euWithVat ?? accounts.domestic;
    case 'eu-exempt':
      return accounts.euExempt;
    case 'outside-eu':
      return accounts.outsideEu;
    case 'outside-eu-with-vat':
      return accounts.domestic;
  }
}

function predicted(vatCase: VatCase, ratePercent: DecimalText, accounts: CodingAccounts): VatPrediction {
  const account = codingAccount(accounts, vatCase, ratePercent);
  return { ok: true, vatCase, ratePercent, ...(account === undefined ? {} : { account }) };
}
