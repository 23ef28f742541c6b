import type { VatKind } from '@x/billing-core';
import type { CodingAccounts, MasterData } from './master-data.ts';
import { codingAccount, type VatCase } from './vat-prediction.ts';

/** Where a customer is, seen from the company: at home, elsewhere in the EU, or outside of it. */
export type VatPlace = 'home' | 'eu' | 'outside-eu';

/** The cases in which Visma's treatment agrees with a VAT kind; the rate is compared besides. */
export const casesOfKind: Readonly<Record<VatKind, readonly VatCase[]>> = {
  'domestic-high': ['domestic', 'eu-with-vat', 'outside-eu-with-vat'],
  'domestic-low': ['domestic', 'eu-with-vat', 'outside-eu-with-vat'],
  'domestic-zero': ['domestic'],
  // A seller under a small-business scheme is exempt for consumers elsewhere in the EU as well.
  'domestic-exempt': ['domestic', 'eu-with-vat'],
  'reverse-charge-domestic': ['domestic-reverse-charge'],
  'eu-service': ['eu-exempt'],
  'outside-eu-service': ['outside-eu'],
};

/** Where a country is, seen from the company. Without a country a customer counts as domestic, as Visma has it. */
export function vatPlace(countryCode: string | undefined, { company, countries }: Pick<MasterData, 'company' | 'countries'>): VatPlace {
  if (countryCode === undefined || countryCode === company.countryCode) {
    return 'home';
  }
  return countries.find((each) => each.code === countryCode)?.isEuMember === true ? 'eu' : 'outside-eu';
}

/**
 * The revenue account that a coding uses for a VAT kind and the customer's place; undefined where the coding has none.
 * The same table as the prediction of invoices, so that a sales entry goes where Visma would have booked the invoice:
 * what is sold with VAT to a consumer elsewhere in the EU has an account of its own.
 */
export function accountOfKind(accounts: CodingAccounts, kind: VatKind, place: VatPlace): number | undefined {
  return codingAccount(accounts, caseOfKind(kind, place), kind === 'domestic-zero' || kind === 'domestic-exempt' ? '0' : '');
}

function caseOfKind(kind: VatKind, place: VatPlace): VatCase {
  switch (kind) {
    case 'reverse-charge-domestic':
      return 'domestic-reverse-charge';
    case 'eu-service':
      return 'eu-exempt';
    case 'outside-eu-service':
      return 'outside-eu';
    default:
      return place === 'home' ? 'domestic' : place === 'eu' ? 'eu-with-vat' : 'outside-eu-with-vat';
  }
}
