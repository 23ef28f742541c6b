import type { Customer } from '../model/master-data.ts';
import type { VatKind } from '../model/vat-kind.ts';
import { error, type Report } from '../problems/issue.ts';
import { hasVatNumber, type Place, placeOf } from './vat-by-rule.ts';

/** Kinds that need the customer to be in one place. */
const PLACE: Partial<Record<VatKind, Place>> = {
  'reverse-charge-domestic': 'home',
  'eu-service': 'eu',
  'outside-eu-service': 'outside',
};

/** Whether a kind charges VAT. */
export function chargesVat(kind: VatKind): boolean {
  return kind === 'domestic-high' || kind === 'domestic-low';
}

/**
 * What a kind asks of the customer: its country, and for domestic reverse charge and EU services a VAT number. Reports
 * what is missing and says whether all is there.
 */
export function meetsRequirements(
  kind: VatKind,
  customer: Customer,
  home: string,
  report: Report,
): boolean {
  const wanted = PLACE[kind];
  if (wanted === undefined) return true;
  const { id, name } = customer;
  const place = placeOf(customer, home);
  if (place === 'unknown') {
    report(error('country-missing', `${name} has no country: VAT kind ${kind} needs one.`, { customerId: id, vatKind: kind }));
    return false;
  }
  if (place !== wanted) {
    report(error('vat-kind-impossible', `VAT kind ${kind} does not fit ${name} in ${String(customer.countryCode)}.`, { customerId: id, vatKind: kind }));
    return false;
  }
  if (wanted !== 'outside' && !hasVatNumber(customer)) {
    report(error('vat-number-missing', `${name} has no VAT number: VAT kind ${kind} needs one.`, { customerId: id, vatKind: kind }));
    return false;
  }
  return true;
}
