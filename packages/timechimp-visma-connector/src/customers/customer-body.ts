import type { CustomerInput } from '@x/visma-eaccounting';
import type { CustomerDraft } from './complete-customer.ts';

/**
 * The body of `POST /customers`. `IsActive` and `IsPrivatePerson` are always sent: an omitted boolean is false there.
 * The currency is left to Visma, which takes the company's.
 */
export function customerBody(draft: CustomerDraft): CustomerInput {
  return {
    CustomerNumber: draft.number,
    Name: draft.name,
    InvoicePostalCode: draft.postalCode,
    InvoiceCity: draft.city,
    InvoiceCountryCode: draft.countryCode,
    TermsOfPaymentId: draft.termsOfPaymentId,
    IsPrivatePerson: draft.isPrivatePerson,
    IsActive: true,
    ...(draft.address1 === undefined ? {} : { InvoiceAddress1: draft.address1 }),
    ...(draft.vatNumber === undefined ? {} : { VatNumber: draft.vatNumber }),
    ...(draft.registrationNumber === undefined ? {} : { CorporateIdentityNumber: draft.registrationNumber }),
    ...(draft.email === undefined ? {} : { EmailAddress: draft.email }),
    ...(draft.phone === undefined ? {} : { Telephone: draft.phone }),
    ...(draft.website === undefined ? {} : { WwwAddress: draft.website }),
    ...(draft.reverseCharge ? { ReverseChargeOnConstructionServices: true } : {}),
  };
}
