import type { CompanyState } from '../state/company.ts';
import type { CodingRecord, CustomerRecord } from '../state/master-data-records.ts';

/** How a row is taxed, and so on which account it is booked. */
export type VatCase = 'domestic' | 'reverse-charge-construction' | 'eu' | 'outside-eu';

/**
 * The case of one row. Construction reverse charge needs both the flag on the customer and the flag on the row; any
 * other mix is full VAT. An EU customer without a VAT number is taxed as a domestic one.
 */
export function vatCaseOf(company: CompanyState, customer: CustomerRecord, rowIsReversed: boolean): VatCase {
  const home = company.settings.CountryCode;
  const country = customer.InvoiceCountryCode ?? home;
  if (country === home) {
    return rowIsReversed && customer.ReverseChargeOnConstructionServices ? 'reverse-charge-construction' : 'domestic';
  }
  const inUnion = company.countries.find(({ Code }) => Code === country)?.IsEuMember ?? false;
  if (inUnion) return customer.VatNumber ? 'eu' : 'domestic';
  return customer.ForceBookkeepVat ? 'domestic' : 'outside-eu';
}

/** The percentage of VAT in this case: the coding's, or none. */
export function vatPercentOf(vatCase: VatCase, coding: CodingRecord): number {
  return vatCase === 'domestic' ? coding.VatRatePercent : 0;
}

/** The revenue account in this case; the domestic one where the coding names no other. */
export function revenueAccountOf(vatCase: VatCase, coding: CodingRecord): number | null {
  const domestic = coding.DomesticSalesSubjectToVatAccountNumber;
  switch (vatCase) {
    case 'domestic':
      return domestic;
    case 'reverse-charge-construction':
      return coding.DomesticSalesSubjectToReversedConstructionVatAccountNumber ?? domestic;
    case 'eu':
      return coding.ForeignSalesVatExemptWithinEuAccountNumber ?? domestic;
    case 'outside-eu':
      return coding.ForeignSalesVatExemptOutsideEuAccountNumber ?? domestic;
  }
}
