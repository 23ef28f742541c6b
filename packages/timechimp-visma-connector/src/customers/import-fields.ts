import type { Customer } from '@x/visma-eaccounting';
import type { SourceCustomer, SourceCustomerFields } from '../ports/customer-store.ts';

/** Fields that an import sets; absent ones stay as they are. */
export type ImportedFields = Partial<SourceCustomerFields> & Pick<SourceCustomerFields, 'name'>;

/**
 * What an import takes over from a customer of Visma. Fields that Visma leaves empty are absent, so that they never
 * blank what the time-tracking side knows; rates and tags do not occur in Visma and are never touched.
 */
export function importedFields(customer: Customer, followInactive: boolean): ImportedFields {
  const terms = customer.TermsOfPayment;
  return {
    name: customer.Name.trim(),
    ...filled('number', customer.CustomerNumber),
    ...(followInactive ? { active: customer.IsActive } : {}),
    invoiceAddress: {
      ...filled('street', customer.InvoiceAddress1),
      ...filled('postalCode', customer.InvoicePostalCode),
      ...filled('city', customer.InvoiceCity),
      ...filled('country', customer.InvoiceCountryCode),
    },
    ...filled('email', customer.EmailAddress),
    ...filled('phone', customer.Telephone ?? customer.MobilePhone),
    ...filled('website', customer.WwwAddress),
    ...filled('vatNumber', customer.VatNumber),
    ...filled('registrationNumber', customer.CorporateIdentityNumber),
    ...(terms?.TermsOfPaymentTypeId === 0 ? { paymentDays: terms.NumberOfDays } : {}),
  };
}

/** Whether a write would change anything: something that the import sets differs from what is there. */
export function changesAnything(fields: ImportedFields, present: SourceCustomer): boolean {
  const { invoiceAddress = {}, ...rest } = fields;
  const address = Object.entries(invoiceAddress).some(
    ([part, text]) => present.invoiceAddress?.[part as keyof typeof invoiceAddress] !== text,
  );
  return address || Object.entries(rest).some(([name, value]) => present[name as keyof typeof rest] !== value);
}

function filled<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  const text = (value ?? '').trim();
  return text === '' ? {} : ({ [key]: text } as Record<K, string>);
}
