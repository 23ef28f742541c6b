// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type { CustomerLabel, CustomerLabelInput } from '../customer-labels/types.ts';
import type { TermsOfPayment, TermsOfPaymentInput } from '../terms-of-payments/types.ts';

/** An auto invoice address, as the API answers it. */
export interface AutoInvoiceAddress {
  Name?: string | null;
  ElectronicAddress?: string | null;
  EdiServiceDelivererId?: string | null;
  Address1?: string | null;
  Address2?: string | null;
  CorporateIdentityNumber?: string | null;
  CountryCode?: string | null;
  City?: string | null;
  Gln?: string | null;
  PostalCode?: string | null;
  VatNumber?: string | null;
}

/** A customer, as the API answers it. */
export interface Customer {
  Id: string;
  /** At most 50 characters. */
  InvoiceCity: string;
  /** At most 10 characters. */
  InvoicePostalCode: string;
  /** At most 255 characters. */
  GLN?: string | null;
  /** At most 255 characters. */
  EmailAddressOrder?: string | null;
  /** At most 255 characters. */
  EmailAddressQuote?: string | null;
  PayToAccountId?: string | null;
  TermsOfPayment?: TermsOfPayment | null;
  /** A date. */
  LastInvoiceDate?: string | null;
  TaxDeductionNumber?: string | null;
  /** 1 Apartment, 2 Property. */
  PropertyType?: OpenEnum<1 | 2> | null;
  /** At most 40 characters. */
  PropertyReference?: string | null;
  /** A moment in UTC. */
  ChangedUtc?: string | null;
  CustomerLabels?: CustomerLabel[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  IsFutureInvoiceDateAllowed: boolean;
  /** At most 35 characters. */
  Iban?: string | null;
  IsDirectDebitEnabled?: boolean | null;
  DirectDebitCustomerSettings?: DirectDebitCustomerSettings | null;
  DiscountAgreementId?: string | null;
  UnpaidInvoicesAmount: number;
  /** At most 16 characters. */
  CustomerNumber?: string | null;
  /** At most 20 characters. */
  CorporateIdentityNumber?: string | null;
  /** At most 255 characters. */
  ContactPersonEmail?: string | null;
  /** At most 50 characters. */
  ContactPersonMobile?: string | null;
  /** At most 100 characters. */
  ContactPersonName?: string | null;
  /** At most 50 characters. */
  ContactPersonPhone?: string | null;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  /** At most 255 characters. */
  EmailAddress?: string | null;
  /** At most 50 characters. */
  InvoiceAddress1?: string | null;
  /** At most 50 characters. */
  InvoiceAddress2?: string | null;
  /** At most 2 characters. */
  InvoiceCountryCode?: string | null;
  /** At most 50 characters. */
  DeliveryAddress1?: string | null;
  /** At most 50 characters. */
  DeliveryAddress2?: string | null;
  /** At most 50 characters. */
  DeliveryCity?: string | null;
  /** At most 2 characters. */
  DeliveryCountryCode?: string | null;
  /** At most 10 characters. */
  DeliveryPostalCode?: string | null;
  /** At most 100 characters. */
  DeliveryCustomerName?: string | null;
  DeliveryMethodId?: string | null;
  DeliveryTermId?: string | null;
  /** At most 50 characters. */
  Name: string;
  /** At most 4000 characters. */
  Note?: string | null;
  ReverseChargeOnConstructionServices: boolean;
  WebshopCustomerNumber?: number | null;
  /** At most 50 characters. */
  MobilePhone?: string | null;
  /** At most 50 characters. */
  Telephone?: string | null;
  TermsOfPaymentId: string;
  /** At most 20 characters. */
  VatNumber?: string | null;
  /** At most 255 characters. */
  WwwAddress?: string | null;
  IsPrivatePerson: boolean;
  IsNorthernIreland?: boolean | null;
  /** At most 4 decimals. From 0 to 1. */
  DiscountPercentage: number;
  IsActive: boolean;
  ForceBookkeepVat: boolean;
  /** At most 255 characters. */
  EdiGlnNumber?: string | null;
  /** At most 2 characters. */
  SalesDocumentLanguage?: string | null;
  /** At most 255 characters. */
  ElectronicAddress?: string | null;
  /** At most 35 characters. */
  ElectronicReference?: string | null;
  /** At most 255 characters. */
  EdiServiceDelivererId?: string | null;
  /** A date. */
  AutoInvoiceActivationEmailSentDate?: string | null;
  /** A date. */
  AutoInvoiceRegistrationRequestSentDate?: string | null;
  EmailAddresses?: string[] | null;
  DeliveryBasedVat: boolean;
  SalesPriceListId?: string | null;
}

/** A customer, as it is sent. */
export interface CustomerInput {
  /** At most 50 characters. */
  readonly InvoiceCity: string;
  /** At most 10 characters. */
  readonly InvoicePostalCode: string;
  /** At most 255 characters. */
  readonly GLN?: string | null | undefined;
  /** At most 255 characters. */
  readonly EmailAddressOrder?: string | null | undefined;
  /** At most 255 characters. */
  readonly EmailAddressQuote?: string | null | undefined;
  readonly TermsOfPayment?: TermsOfPaymentInput | undefined;
  readonly TaxDeductionNumber?: string | null | undefined;
  /** 1 Apartment, 2 Property. */
  readonly PropertyType?: 1 | 2 | null | undefined;
  /** At most 40 characters. */
  readonly PropertyReference?: string | null | undefined;
  readonly CustomerLabels?: readonly CustomerLabelInput[] | null | undefined;
  /** At most 35 characters. */
  readonly Iban?: string | null | undefined;
  readonly IsDirectDebitEnabled?: boolean | null | undefined;
  readonly DirectDebitCustomerSettings?: DirectDebitCustomerSettingsInput | undefined;
  readonly DiscountAgreementId?: string | null | undefined;
  /** At most 16 characters. */
  readonly CustomerNumber?: string | null | undefined;
  /** At most 20 characters. */
  readonly CorporateIdentityNumber?: string | null | undefined;
  /** At most 255 characters. */
  readonly ContactPersonEmail?: string | null | undefined;
  /** At most 50 characters. */
  readonly ContactPersonMobile?: string | null | undefined;
  /** At most 100 characters. */
  readonly ContactPersonName?: string | null | undefined;
  /** At most 50 characters. */
  readonly ContactPersonPhone?: string | null | undefined;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  /** At most 255 characters. */
  readonly EmailAddress?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress2?: string | null | undefined;
  /** At most 2 characters. */
  readonly InvoiceCountryCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryAddress2?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryCity?: string | null | undefined;
  /** At most 2 characters. */
  readonly DeliveryCountryCode?: string | null | undefined;
  /** At most 10 characters. */
  readonly DeliveryPostalCode?: string | null | undefined;
  /** At most 100 characters. */
  readonly DeliveryCustomerName?: string | null | undefined;
  readonly DeliveryMethodId?: string | null | undefined;
  readonly DeliveryTermId?: string | null | undefined;
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 4000 characters. */
  readonly Note?: string | null | undefined;
  readonly ReverseChargeOnConstructionServices?: boolean | undefined;
  readonly WebshopCustomerNumber?: number | null | undefined;
  /** At most 50 characters. */
  readonly MobilePhone?: string | null | undefined;
  /** At most 50 characters. */
  readonly Telephone?: string | null | undefined;
  readonly TermsOfPaymentId: string;
  /** At most 20 characters. */
  readonly VatNumber?: string | null | undefined;
  /** At most 255 characters. */
  readonly WwwAddress?: string | null | undefined;
  readonly IsPrivatePerson: boolean;
  readonly IsNorthernIreland?: boolean | null | undefined;
  /** At most 4 decimals. From 0 to 1. */
  readonly DiscountPercentage?: number | undefined;
  readonly IsActive: boolean;
  readonly ForceBookkeepVat?: boolean | undefined;
  /** At most 255 characters. */
  readonly EdiGlnNumber?: string | null | undefined;
  /** At most 2 characters. */
  readonly SalesDocumentLanguage?: string | null | undefined;
  /** At most 255 characters. */
  readonly ElectronicAddress?: string | null | undefined;
  /** At most 35 characters. */
  readonly ElectronicReference?: string | null | undefined;
  /** At most 255 characters. */
  readonly EdiServiceDelivererId?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly AutoInvoiceActivationEmailSentDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly AutoInvoiceRegistrationRequestSentDate?: string | null | undefined;
  readonly EmailAddresses?: readonly string[] | null | undefined;
  readonly DeliveryBasedVat?: boolean | undefined;
  readonly SalesPriceListId?: string | null | undefined;
}

/** A direct debit customer settings, as the API answers it. */
export interface DirectDebitCustomerSettings {
  /** At most 35 characters. */
  MandateId?: string | null;
  /** 1 Core, 2 B2B. */
  MandateType: OpenEnum<1 | 2>;
  /** 1 Recurring, 2 Recurring, 3 One-off. */
  SequenceType: OpenEnum<1 | 2 | 3>;
  /** A date. */
  SigningDate?: string | null;
  /** A date. */
  EndDate?: string | null;
  /** A date. */
  LatestDirectDebit?: string | null;
  /** At most 11 characters. */
  Bic?: string | null;
}

/** A direct debit customer settings, as it is sent. */
export interface DirectDebitCustomerSettingsInput {
  /** At most 35 characters. */
  readonly MandateId?: string | null | undefined;
  /** 1 Core, 2 B2B. */
  readonly MandateType?: 1 | 2 | undefined;
  /** 1 Recurring, 2 Recurring, 3 One-off. */
  readonly SequenceType?: 1 | 2 | 3 | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly SigningDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly EndDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly LatestDirectDebit?: string | null | undefined;
  /** At most 11 characters. */
  readonly Bic?: string | null | undefined;
}
