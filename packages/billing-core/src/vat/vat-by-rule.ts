import type { Customer } from '../model/master-data.ts';
import type { VatKind } from '../model/vat-kind.ts';
import { isInEu } from './eu.ts';

/** Where the customer is, as far as VAT asks: at home, elsewhere in the EU, outside it, or not known. */
export type Place = 'home' | 'eu' | 'outside' | 'unknown';

function normal(code: string): string {
  return code.trim().toUpperCase();
}

/** The customer's place, seen from the seller's country. */
export function placeOf(customer: Customer, home: string): Place {
  const country = normal(customer.countryCode ?? '');
  const own = normal(home);
  if (country === '') return 'unknown';
  if (country === own) return 'home';
  return isInEu(country) && isInEu(own) ? 'eu' : 'outside';
}

/** Whether the customer has a VAT number. */
export function hasVatNumber(customer: Customer): boolean {
  return (customer.vatNumber ?? '').trim() !== '';
}

/** What country, VAT number and mark say: one kind, or `domestic` where the rate still decides, or nothing at all. */
export function vatByRule(customer: Customer, home: string): VatKind | 'domestic' | undefined {
  switch (placeOf(customer, home)) {
    case 'home':
      return customer.reverseCharge === true ? 'reverse-charge-domestic' : 'domestic';
    case 'eu':
      return hasVatNumber(customer) ? 'eu-service' : 'domestic';
    case 'outside':
      return 'outside-eu-service';
    default:
      return undefined;
  }
}
