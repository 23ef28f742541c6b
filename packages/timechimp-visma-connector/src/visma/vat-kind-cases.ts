import type { VatKind } from '@x/billing-core';
import type { CodingAccounts } from './master-data.ts';
import type { VatCase } from './vat-prediction.ts';

/** The cases in which Visma's treatment agrees with a VAT kind; the rate is compared besides. */
export const casesOfKind: Readonly<Record<VatKind, readonly VatCase[]>> = {
  'domestic-high': ['domestic', 'eu-with-vat', 'outside-eu-with-vat'],
  'domestic-low': ['domestic', 'eu-with-vat', 'outside-eu-with-vat'],
  'domestic-zero': ['domestic'],
  'domestic-exempt': ['domestic'],
  'reverse-charge-domestic': ['domestic-reverse-charge'],
  'eu-service': ['eu-exempt'],
  'outside-eu-service': ['outside-eu'],
};

/** The revenue account that a coding uses for a VAT kind; undefined where the coding has none. */
export function accountOfKind(accounts: CodingAccounts, kind: VatKind): number | undefined {
  switch (kind) {
    case 'domestic-high':
    case 'domestic-low':
      return accounts.domestic;
    case 'domestic-zero':
    case 'domestic-exempt':
      return accounts.domesticExempt ?? accounts.domestic;
    case 'reverse-charge-domestic':
      return accounts.domesticReverseCharge;
    case 'eu-service':
      return accounts.euExempt;
    case 'outside-eu-service':
      return accounts.outsideEu;
  }
}
