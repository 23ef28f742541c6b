import type { Customer } from '@x/visma-eaccounting';
import type { SourceCustomer, SourceCustomerFields } from '../ports/customer-store.ts';
import type { MasterData } from '../visma/master-data.ts';

/**
 * What an import takes over from a customer of Visma. Fields that Visma leaves empty are absent, so that they never
 * blank what the time-tracking side knows; rates and tags do not occur in Visma and are never touched.
 */
export function importedFields(
  customer: Customer,
  masterData: MasterData,
  followInactive: boolean,
): Partial<SourceCustomerFields> & Pick<SourceCustomerFields, 'name'> {
  const terms = masterData.termsOfPayment.find((each) => each.id === customer.TermsOfPaymentId);
  const country = masterData.countries.find((each) => each.code === customer.InvoiceCountryCode);
  return {
    name: (customer.Name ?? '').trim(),
    ...filled('number', customer.CustomerNumber),
    ...(followInactive ? { active: customer.IsActive ?? true } : {}),
    invoiceAddress: {
      ...filled('street', customer.InvoiceAddress1),
      ...filled('postalCode', customer.InvoicePostalCode),
      ...filled('city', customer.InvoiceCity),
      ...filled('country', country?.name ?? customer.InvoiceCountryCode),
    },
    ...filled('email', customer.EmailAddress),
    ...filled('phone', customer.Telephone ?? customer.MobilePhone),
    ...filled('website', customer.WwwAddress),
    ...filled('vatNumber', customer.VatNumber),
    ...filled('registrationNumber', customer.CorporateIdentityNumber),
    ...(terms?.type === 0 ? { paymentDays: terms.days } : {}),
  };
}

/** Whether a write would change anything: what the import sets differs from what is there. */
export function changesAnything(
  fields: Partial<SourceCustomerFields>,
  present: SourceCustomer,
): boolean {
  return Object.entries(fields).some(([name, value]) => {
    const now = present[name as keyof SourceCustomerFields];
    return typeof value === 'object'
      ? Object.entries(value).some(([part, text]) => (now as Record<string, unknown> | undefined)?.[part] !== text)
      : now !== value;
  });
}

function filled<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  const text = (value ?? '').trim();
  return text === '' ? {} : ({ [key]: text } as Record<K, string>);
}
