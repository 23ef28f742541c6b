import type { Customer } from '@x/visma-eaccounting';
import type { SourceAddress, SourceCustomer, SourceCustomerFields } from '../ports/customer-store.ts';
import type { MasterTerms } from '../visma/master-data.ts';
import { countrySpellings } from './country-names.ts';

/** Fields that an import sets; absent ones stay as they are. */
export type ImportedFields = Partial<SourceCustomerFields> & Pick<SourceCustomerFields, 'name'>;

/**
 * What an import takes over from a customer of Visma. Fields that Visma leaves empty are absent, so that they never
 * blank what the time-tracking side knows; rates and tags do not occur in Visma and are never touched. The address goes
 * where the invoice address comes from: the invoice address where there is one, else the address.
 */
export function importedFields(
  customer: Customer,
  present: SourceCustomer | undefined,
  terms: readonly MasterTerms[],
  followInactive: boolean,
): ImportedFields {
  const place = hasPlace(present?.invoiceAddress) ? 'invoiceAddress' : 'address';
  const payment = terms.find((each) => each.id === customer.TermsOfPaymentId);
  return {
    name: customer.Name.trim(),
    ...filled('number', customer.CustomerNumber),
    ...(followInactive ? { active: customer.IsActive } : {}),
    [place]: { ...present?.[place], ...addressOf(customer, present?.[place]) },
    ...filled('email', customer.EmailAddress),
    ...filled('phone', customer.Telephone ?? customer.MobilePhone),
    ...filled('website', customer.WwwAddress),
    ...filled('vatNumber', customer.VatNumber),
    ...filled('registrationNumber', customer.CorporateIdentityNumber),
    ...(payment?.type === 0 ? { paymentDays: payment.days } : {}),
  };
}

/** Whether a write would change anything: something that the import sets differs from what is there. */
export function changesAnything(fields: ImportedFields, present: SourceCustomer): boolean {
  return Object.entries(fields).some(([name, value]) => {
    const now: unknown = present[name as keyof ImportedFields];
    return typeof value === 'object' ? !sameAddress(value, (now ?? {})) : now !== value;
  });
}

function addressOf(customer: Customer, present: SourceAddress | undefined): SourceAddress {
  const code = (customer.InvoiceCountryCode ?? '').trim();
  return {
    ...filled('street', customer.InvoiceAddress1),
    ...filled('postalCode', customer.InvoicePostalCode),
    ...filled('city', customer.InvoiceCity),
    ...(meansCountry(present?.country, code) ? {} : filled('country', code)),
  };
}

/** A country that is written in words and means the same code stays as it is written. */
function meansCountry(written: string | undefined, code: string): boolean {
  const plain = (written ?? '').normalize('NFD').replace(/[\u0300-\u036f.]/g, '').trim().toLowerCase();
  return plain !== '' && Object.hasOwn(countrySpellings, plain) && countrySpellings[plain] === code;
}

function hasPlace(address: SourceAddress | undefined): boolean {
  return ((address?.postalCode ?? '') + (address?.city ?? '')).trim() !== '';
}

function sameAddress(a: SourceAddress, b: SourceAddress): boolean {
  return (['street', 'postalCode', 'city', 'country'] as const).every((part) => a[part] === b[part]);
}

function filled<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  const text = (value ?? '').trim();
  return text === '' ? {} : ({ [key]: text } as Record<K, string>);
}
