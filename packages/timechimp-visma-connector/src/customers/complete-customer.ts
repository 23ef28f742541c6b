import type { SourceAddress, SourceCustomer } from '../ports/customer-store.ts';
import type { Settings } from '../settings/settings.ts';
import { error, warning, type Problem } from '../use-cases/problem.ts';
import type { MasterData } from '../visma/master-data.ts';
import { countryCode } from './country.ts';
import { termsForDays } from './terms.ts';

/** A customer that is complete enough for Visma, with what its documents still need besides. */
export interface CustomerDraft {
  readonly sourceId: string;
  readonly number: string;
  readonly name: string;
  readonly address1?: string;
  readonly postalCode: string;
  readonly city: string;
  readonly countryCode: string;
  readonly termsOfPaymentId: string;
  readonly isPrivatePerson: boolean;
  readonly vatNumber?: string;
  readonly registrationNumber?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly reverseCharge: boolean;
  /** Set when Visma has no terms for the customer's days: documents then carry a due date of their own. */
  readonly ownPaymentDays?: number;
}

/** Longest values that Visma takes. */
const longest = { name: 50, number: 16, address: 50, postalCode: 10, city: 50, vatNumber: 20, registrationNumber: 20 };

/**
 * Completes a customer for Visma, or says everything that is missing, all at once. Nothing is invented: the invoice
 * address counts, else the address; a placeholder only where the settings hold one.
 */
export function completeCustomer(
  customer: SourceCustomer,
  number: string,
  settings: Settings,
  masterData: MasterData,
): { readonly draft: CustomerDraft; readonly problems: readonly Problem[] } | { readonly draft: null; readonly problems: readonly Problem[] } {
  const at = `customer:${customer.id}`;
  const problems: Problem[] = [];
  const miss = (field: string, what: string, remedy: string): void => {
    problems.push(error('customer-incomplete', at, `Customer ${customer.name} ${what}.`, `${remedy} (${field})`));
  };
  const address = usableAddress(customer.invoiceAddress) ?? usableAddress(customer.address) ?? {};
  const placeholder = settings.customers.placeholderAddress;
  const postalCode = trimmed(address.postalCode) || (placeholder?.postalCode ?? '');
  const city = trimmed(address.city) || (placeholder?.city ?? '');
  const country = resolveCountry(address, settings, masterData);
  const vatNumber = trimmed(customer.vatNumber).replace(/[\s.-]/g, '').toUpperCase();

  if (postalCode === '') {
    miss('InvoicePostalCode', 'has no postal code', 'Add a postal code in TimeChimp, or set customers.placeholderAddress');
  }
  if (city === '') {
    miss('InvoiceCity', 'has no city', 'Add a city in TimeChimp, or set customers.placeholderAddress');
  }
  if (country === undefined) {
    const written = trimmed(address.country);
    miss(
      'InvoiceCountryCode',
      written === '' ? 'has no country, which decides its VAT' : `has the country "${written}", which Visma does not know`,
      'Write the country as Visma does, or set customers.defaultCountry',
    );
  }
  if (number.length > longest.number) {
    miss('CustomerNumber', `has the number ${number}, longer than ${longest.number} characters`, 'Shorten the number in TimeChimp');
  }
  for (const [field, value, limit] of [
    ['Name', customer.name.trim(), longest.name],
    ['InvoiceAddress1', trimmed(address.street), longest.address],
    ['InvoicePostalCode', postalCode, longest.postalCode],
    ['InvoiceCity', city, longest.city],
    ['VatNumber', vatNumber, longest.vatNumber],
    ['CorporateIdentityNumber', trimmed(customer.registrationNumber), longest.registrationNumber],
  ] as const) {
    if (value.length > limit) {
      miss(field, `has "${value}" as ${field}, longer than ${limit} characters`, `Shorten it in TimeChimp`);
    }
  }
  if (customer.name.trim() === '') {
    miss('Name', `(${customer.id}) has no name`, 'Give it a name in TimeChimp');
  }
  if (vatNumber !== '' && country !== undefined && !vatNumber.startsWith(vatPrefix(country))) {
    miss('VatNumber', `has the VAT number ${vatNumber}, which does not begin with ${vatPrefix(country)}`, 'Correct VAT number or country in TimeChimp');
  }
  const terms = paymentTerms(customer, settings, masterData);
  if (terms.id === undefined) {
    miss('TermsOfPaymentId', 'has no terms of payment that Visma knows', 'Set customers.termsOfPayment');
  } else if (terms.ownDays !== undefined) {
    problems.push(
      warning(
        'terms-unknown',
        at,
        `Visma has no terms of ${terms.ownDays} days for customer ${customer.name}; its documents get a due date of their own.`,
        'Add these terms of payment in Visma, or accept the due date.',
      ),
    );
  }
  if (country === undefined || terms.id === undefined || problems.some((each) => each.severity === 'error')) {
    return { draft: null, problems };
  }
  return {
    draft: {
      sourceId: customer.id,
      number,
      name: customer.name.trim(),
      ...present('address1', trimmed(address.street)),
      postalCode,
      city,
      countryCode: country,
      termsOfPaymentId: terms.id,
      isPrivatePerson: settings.customers.privatePersons.includes(customer.id),
      ...present('vatNumber', vatNumber),
      ...present('registrationNumber', trimmed(customer.registrationNumber)),
      ...present('email', invoiceEmail(customer)),
      ...present('phone', trimmed(customer.phone)),
      ...present('website', trimmed(customer.website)),
      reverseCharge: settings.vat.reverseChargeCustomers.includes(customer.id),
      ...(terms.ownDays === undefined ? {} : { ownPaymentDays: terms.ownDays }),
    },
    problems,
  };
}

/** The ISO code of a customer's country as its documents use it; undefined when it cannot be told. */
export function customerCountry(customer: SourceCustomer, settings: Settings, masterData: MasterData): string | undefined {
  const address = usableAddress(customer.invoiceAddress) ?? usableAddress(customer.address) ?? {};
  return resolveCountry(address, settings, masterData);
}

function resolveCountry(address: SourceAddress, settings: Settings, masterData: MasterData): string | undefined {
  const written = trimmed(address.country);
  return written === ''
    ? (settings.customers.defaultCountry ?? undefined)
    : countryCode(written, masterData.countries);
}

/** An address counts when it names a place: a lone country does not replace the other address. */
function usableAddress(address: SourceAddress | undefined): SourceAddress | undefined {
  return trimmed(address?.postalCode) + trimmed(address?.city) === '' ? undefined : address;
}

function paymentTerms(
  customer: SourceCustomer,
  settings: Settings,
  masterData: MasterData,
): { readonly id?: string; readonly ownDays?: number } {
  const standard = settings.customers.termsOfPayment ?? masterData.company.termsOfPaymentId;
  const days = customer.paymentDays;
  if (days === undefined) {
    return standard === undefined ? {} : { id: standard };
  }
  const known = termsForDays(days, masterData.termsOfPayment);
  if (known) {
    return { id: known.id };
  }
  return standard === undefined ? {} : { id: standard, ownDays: days };
}

function invoiceEmail(customer: SourceCustomer): string {
  const contact = customer.contacts?.find((each) => each.forInvoices && trimmed(each.email) !== '');
  return trimmed(contact?.email) || trimmed(customer.email);
}

/** Greek VAT numbers begin with EL, all others with the country's code. */
function vatPrefix(country: string): string {
  return country === 'GR' ? 'EL' : country;
}

function trimmed(text: string | undefined): string {
  return (text ?? '').trim();
}

function present<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<K, string>);
}
