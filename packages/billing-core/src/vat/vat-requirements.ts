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

/** What a kind asks of the customer: its country, and at home and in the EU a VAT number. Reports what is missing. */
export function checkRequirements(kind: VatKind, customer: Customer, home: string, report: Report): void {
  const wanted = PLACE[kind];
  if (wanted === undefined) return;
  const { id, name, countryCode = '' } = customer;
  const details = { customerId: id, vatKind: kind };
  const place = placeOf(customer, home);
  if (place === 'unknown') {
    report(error('country-missing', `${name} has no country: VAT kind ${kind} needs one.`, details));
  } else if (place !== wanted) {
    report(error('vat-kind-impossible', `VAT kind ${kind} does not fit ${name} in ${countryCode}.`, details));
  } else if (wanted !== 'outside' && !hasVatNumber(customer)) {
    report(error('vat-number-missing', `${name} has no VAT number: VAT kind ${kind} needs one.`, details));
  }
}
