// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** An accounting lock date, as it is sent. */
export interface AccountingLockDateInput {
  readonly Year?: number | undefined;
  /** From 1 to 12. */
  readonly Month?: number | undefined;
}

/** An accounting lock settings, as it is sent. */
export interface AccountingLockSettingsInput {
  readonly AccountingLockedAsOf?: AccountingLockDateInput | undefined;
  /** 0 None, 1 Month, 2 Quarter, 3 Year, 4 TaxDeclaration. */
  readonly AccountingLockInterval?: 0 | 1 | 2 | 3 | 4 | undefined;
  readonly TaxDeclarationDate?: TaxDeclarationDateInput | undefined;
}

/** An approval settings, as the API answers it. */
export interface ApprovalSettings {
  UsesSupplierInvoiceApproval: boolean;
  UsesVatReportApproval: boolean;
}

/** An approval settings, as it is sent. */
export type ApprovalSettingsInput = Readonly<Record<string, never>>;

/** An auto invoice, as the API answers it. */
export interface AutoInvoice {
  /** 0 Unregistered, 1 Registered, 2 Activated. */
  AutoInvoiceActivationStatus: OpenEnum<0 | 1 | 2>;
  /** 0 NotActivated, 1 Pending, 2 Activated. */
  AutoInvoiceB2CStatus: OpenEnum<0 | 1 | 2>;
  /** 0 Deactivated, 1 Activated. */
  AutoInvoiceInboundStatus: OpenEnum<0 | 1>;
}

/** An auto invoice, as it is sent. */
export type AutoInvoiceInput = Readonly<Record<string, never>>;

/** A company green technology settings, as the API answers it. */
export interface CompanyGreenTechnologySettings {
  GreenTechnologyDeductionMaxAmount: number;
  SollarCellDiscountPercentage: number;
}

/** A company green technology settings, as it is sent. */
export type CompanyGreenTechnologySettingsInput = Readonly<Record<string, never>>;

/** A company rot rut settings, as the API answers it. */
export interface CompanyRotRutSettings {
  /** At most 2 decimals. From 0 to 999999. */
  RutMaxAmountForPersBelow65Year: number;
  /** At most 2 decimals. From 0 to 999999. */
  RutMaxAmountForPersOver65Year: number;
  /** At most 2 decimals. From 0 to 1. */
  RutReducedInvoicingPercent: number;
  /** At most 2 decimals. From 0 to 999999. */
  RotReducedInvoicingMaxAmount: number;
  /** At most 2 decimals. From 0 to 1. */
  RotReducedInvoicingPercent: number;
}

/** A company rot rut settings, as it is sent. */
export interface CompanyRotRutSettingsInput {
  /** At most 2 decimals. From 0 to 999999. */
  readonly RutMaxAmountForPersBelow65Year?: number | undefined;
  /** At most 2 decimals. From 0 to 999999. */
  readonly RutMaxAmountForPersOver65Year?: number | undefined;
  /** At most 2 decimals. From 0 to 1. */
  readonly RutReducedInvoicingPercent?: number | undefined;
  /** At most 2 decimals. From 0 to 999999. */
  readonly RotReducedInvoicingMaxAmount?: number | undefined;
  /** At most 2 decimals. From 0 to 1. */
  readonly RotReducedInvoicingPercent?: number | undefined;
}

/** A company scanning address, as the API answers it. */
export interface CompanyScanningAddress {
  Name?: string | null;
  Address1?: string | null;
  Address2?: string | null;
  PostCode?: string | null;
  PostOffice?: string | null;
  Email?: string | null;
}

/** A company scanning address, as it is sent. */
export interface CompanyScanningAddressInput {
  readonly Name?: string | null | undefined;
  readonly Address1?: string | null | undefined;
  readonly Address2?: string | null | undefined;
  readonly PostCode?: string | null | undefined;
  readonly PostOffice?: string | null | undefined;
  readonly Email?: string | null | undefined;
}

/** A company settings, as the API answers it. */
export interface CompanySettings {
  CompanyScanningAddress?: CompanyScanningAddress | null;
  /** At most 100 characters. */
  Name: string;
  /** At most 255 characters. */
  Email?: string | null;
  /** At most 20 characters. */
  Phone?: string | null;
  /** At most 20 characters. */
  MobilePhone?: string | null;
  /** At most 40 characters. */
  Address1: string;
  /** At most 40 characters. */
  Address2?: string | null;
  /** At most 2 characters. */
  CountryCode: string;
  /** At most 10 characters. */
  PostalCode: string;
  /** At most 40 characters. */
  City: string;
  /** At most 255 characters. */
  Website?: string | null;
  /** At most 100 characters. */
  OurReference?: string | null;
  CurrencyCode?: string | null;
  TermsOfPaymentId: string;
  CorporateIdentityNumber?: string | null;
  PeppolId?: string | null;
  VatCode?: string | null;
  BankGiro?: string | null;
  PlusGiro?: string | null;
  BankAccount?: string | null;
  Iban?: string | null;
  AccountNumberDigits: number;
  /** A date. */
  AccountingLockedTo: string;
  /** 0 None, 1 Month, 2 Quarter, 3 Year, 4 TaxDeclaration. */
  AccountingLockInterval: OpenEnum<0 | 1 | 2 | 3 | 4>;
  TaxDeclarationDate?: TaxDeclarationDate | null;
  Gln?: string | null;
  /** 1 Standard, 2 Invoicing, 3 Bookkeeping, 4 Solo, 5 Pro, 6 InvoicingCollaboration. */
  ProductVariant?: OpenEnum<1 | 2 | 3 | 4 | 5 | 6> | null;
  /**
   * 1 Corporation, 2 SoleProprietorship, 3 EconomicAssociation, 4 NonProfitOrganization, 5 GeneralPartnership, 6
   * LimitedPartnership, 7 Cooperatives, 9 PublicLimited.
   */
  TypeOfBusiness: OpenEnum<1 | 2 | 3 | 4 | 5 | 6 | 7 | 9>;
  /**
   * 1 OnceAMonth12th, 2 OnceAMonth26th, 3 OnceAQuarter, 4 OnceAYear, 5 Never, 6 Bimonthly, 7 OnceAMonth, 8 TwiceAYear,
   * 9 OnceAQuarterFloating.
   */
  VatPeriod: OpenEnum<1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9>;
  ActivatedModules?: string[] | null;
  CompanyText?: CompanyTexts | null;
  NextCustomerNumber: number;
  NextSupplierNumber: number;
  NextCustomerInvoiceNumber: number;
  NextQuoteNumber: number;
  NextOrderNumber: number;
  NextArticleNumber?: number | null;
  ShowPricesExclVatPC: boolean;
  ShowContributionMargin: boolean;
  HasProportionalVatEnabled: boolean;
  ProportionalVatValue?: number | null;
  IsPayslipActivated?: boolean | null;
  UsesCostCenter: boolean;
  UsesProject: boolean;
  UsesMoss: boolean;
  UsesPaymentReferenceNumber: boolean;
  UsesSupplierInvoiceEdit?: boolean | null;
  UseAdvancedMode?: boolean | null;
  /** 0 None, 1 HalfAwayFromZero. */
  DomesticCurrencyRounding: OpenEnum<0 | 1>;
  AutoInvoice?: AutoInvoice | null;
  ApprovalSettings?: ApprovalSettings | null;
  UsesReverseConstructionVat: boolean;
  UsesRotReducedInvoicing: boolean;
  CompanyRotRutSettings?: CompanyRotRutSettings | null;
  /** 0 Inactive, 1 Active, 2 ReadOnly. */
  CompanyStatus: OpenEnum<0 | 1 | 2>;
  CompanyIdentifier?: string | null;
  BankgiroNumberPrint?: string | null;
  KeepOriginalDraftDate?: boolean | null;
  UsePaymentFilesForOutgoingPayments: boolean;
  UseAutomaticVatCalculation?: boolean | null;
  ShowCostCenterReminder: boolean;
  ShowProjectReminder: boolean;
  UsesGreenTechnology: boolean;
  CompanyGreenTechnologySettings?: CompanyGreenTechnologySettings | null;
  UsesVatTriangulationRules: boolean;
  /** At most 20 characters. */
  Swish?: string | null;
  CompanyEmailForUpload?: string | null;
  /** 0 None, 1 Enabled, 2 Disabled, 3 Requested. */
  VismaWebshopStatus: OpenEnum<0 | 1 | 2 | 3>;
  UsesTransactionText: boolean;
  FirstPaymentReminderWithoutFee?: boolean | null;
  /** From 0 to 99999. */
  LatePaymentFee?: number | null;
  DefaultBackgroundId?: string | null;
  /** 0 None, 1 CompanyNameAndFooter, 2 LogotypeAndFooter, 3 InvoiceBackground. */
  InvoicePrintSettingsType: OpenEnum<0 | 1 | 2 | 3>;
}

/** A company settings, as it is sent. */
export interface CompanySettingsInput {
  readonly CompanyScanningAddress?: CompanyScanningAddressInput | undefined;
  /** At most 100 characters. */
  readonly Name: string;
  /** At most 255 characters. */
  readonly Email?: string | null | undefined;
  /** At most 20 characters. */
  readonly Phone?: string | null | undefined;
  /** At most 20 characters. */
  readonly MobilePhone?: string | null | undefined;
  /** At most 40 characters. */
  readonly Address1: string;
  /** At most 40 characters. */
  readonly Address2?: string | null | undefined;
  /** At most 2 characters. */
  readonly CountryCode: string;
  /** At most 10 characters. */
  readonly PostalCode: string;
  /** At most 40 characters. */
  readonly City: string;
  /** At most 255 characters. */
  readonly Website?: string | null | undefined;
  /** At most 100 characters. */
  readonly OurReference?: string | null | undefined;
  readonly BankGiro?: string | null | undefined;
  readonly PlusGiro?: string | null | undefined;
  readonly TaxDeclarationDate?: TaxDeclarationDateInput | undefined;
  readonly CompanyText?: CompanyTextsInput | undefined;
  readonly UsesMoss?: boolean | undefined;
  readonly UsesPaymentReferenceNumber?: boolean | undefined;
  readonly UsesSupplierInvoiceEdit?: boolean | null | undefined;
  readonly UseAdvancedMode?: boolean | null | undefined;
  readonly AutoInvoice?: AutoInvoiceInput | undefined;
  readonly ApprovalSettings?: ApprovalSettingsInput | undefined;
  readonly UsesReverseConstructionVat?: boolean | undefined;
  readonly UsesRotReducedInvoicing?: boolean | undefined;
  readonly CompanyRotRutSettings?: CompanyRotRutSettingsInput | undefined;
  readonly BankgiroNumberPrint?: string | null | undefined;
  readonly KeepOriginalDraftDate?: boolean | null | undefined;
  readonly UsePaymentFilesForOutgoingPayments?: boolean | undefined;
  readonly UseAutomaticVatCalculation?: boolean | null | undefined;
  readonly CompanyGreenTechnologySettings?: CompanyGreenTechnologySettingsInput | undefined;
  readonly UsesVatTriangulationRules?: boolean | undefined;
  /** At most 20 characters. */
  readonly Swish?: string | null | undefined;
  readonly FirstPaymentReminderWithoutFee?: boolean | null | undefined;
  /** From 0 to 99999. */
  readonly LatePaymentFee?: number | null | undefined;
  readonly DefaultBackgroundId?: string | null | undefined;
}

/** A company texts, as the API answers it. */
export interface CompanyTexts {
  /** At most 400 characters. */
  CustomerInvoiceTextDomestic?: string | null;
  /** At most 400 characters. */
  CustomerInvoiceTextForeign?: string | null;
  /** At most 400 characters. */
  OrderTextDomestic?: string | null;
  /** At most 400 characters. */
  OrderTextForeign?: string | null;
  /** At most 400 characters. */
  OverDueTextDomestic?: string | null;
  /** At most 400 characters. */
  OverDueTextForeign?: string | null;
  /** At most 2048 characters. */
  QuoteEmailDomestic?: string | null;
  /** At most 2048 characters. */
  QuoteEmailForeign?: string | null;
  /** At most 2048 characters. */
  InvoiceEmailDomestic?: string | null;
  /** At most 2048 characters. */
  InvoiceEmailForeign?: string | null;
  /** At most 2048 characters. */
  OrderEmailDomestic?: string | null;
  /** At most 2048 characters. */
  OrderEmailForeign?: string | null;
  /** At most 2048 characters. */
  PurchaseOrderEmailDomestic?: string | null;
  /** At most 2048 characters. */
  PurchaseOrderEmailForeign?: string | null;
}

/** A company texts, as it is sent. */
export interface CompanyTextsInput {
  /** At most 400 characters. */
  readonly CustomerInvoiceTextDomestic?: string | null | undefined;
  /** At most 400 characters. */
  readonly CustomerInvoiceTextForeign?: string | null | undefined;
  /** At most 400 characters. */
  readonly OrderTextDomestic?: string | null | undefined;
  /** At most 400 characters. */
  readonly OrderTextForeign?: string | null | undefined;
  /** At most 400 characters. */
  readonly OverDueTextDomestic?: string | null | undefined;
  /** At most 400 characters. */
  readonly OverDueTextForeign?: string | null | undefined;
  /** At most 2048 characters. */
  readonly QuoteEmailDomestic?: string | null | undefined;
  /** At most 2048 characters. */
  readonly QuoteEmailForeign?: string | null | undefined;
  /** At most 2048 characters. */
  readonly InvoiceEmailDomestic?: string | null | undefined;
  /** At most 2048 characters. */
  readonly InvoiceEmailForeign?: string | null | undefined;
  /** At most 2048 characters. */
  readonly OrderEmailDomestic?: string | null | undefined;
  /** At most 2048 characters. */
  readonly OrderEmailForeign?: string | null | undefined;
  /** At most 2048 characters. */
  readonly PurchaseOrderEmailDomestic?: string | null | undefined;
  /** At most 2048 characters. */
  readonly PurchaseOrderEmailForeign?: string | null | undefined;
}

/** A tax declaration date, as the API answers it. */
export interface TaxDeclarationDate {
  /** From 1 to 31. */
  Month: number;
  /** From 1 to 12. */
  Day: number;
}

/** A tax declaration date, as it is sent. */
export interface TaxDeclarationDateInput {
  /** From 1 to 31. */
  readonly Month?: number | undefined;
  /** From 1 to 12. */
  readonly Day?: number | undefined;
}
