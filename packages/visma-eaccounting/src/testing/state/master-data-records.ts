import type { WireObject } from '../wire/json.ts';

// The fields that the fake's own rules read; the rest of a record is carried along unread.

/** A customer. */
export interface CustomerRecord extends WireObject {
  Id: string;
  CustomerNumber: string | null;
  Name: string;
  CurrencyCode: string;
  InvoiceCountryCode: string | null;
  VatNumber: string | null;
  TermsOfPaymentId: string;
  IsPrivatePerson: boolean;
  IsActive: boolean;
  ForceBookkeepVat: boolean;
  ReverseChargeOnConstructionServices: boolean;
  ChangedUtc: string;
}

/** An article: what a row sells. */
export interface ArticleRecord extends WireObject {
  Id: string;
  Number: string;
  Name: string;
  NetPrice: number;
  CodingId: string;
  UnitId: string;
  IsActive: boolean;
}

/** A coding: the rate and the accounts of its articles' rows; VatRatePercent in percent. */
export interface CodingRecord extends WireObject {
  Id: string;
  Name: string;
  Type: string;
  VatRatePercent: number;
  DomesticSalesSubjectToVatAccountNumber: number | null;
  DomesticSalesSubjectToReversedConstructionVatAccountNumber: number | null;
  ForeignSalesVatExemptWithinEuAccountNumber: number | null;
  ForeignSalesVatExemptOutsideEuAccountNumber: number | null;
  ForeignSalesSubjectToVatWithinEuAccountNumber: number | null;
}

/** A unit of articles. */
export interface UnitRecord extends WireObject {
  Id: string;
  Name: string;
  Code: string;
  Abbreviation: string;
  AbbreviationEnglish: string;
}

/** Terms of payment: days, counted from the invoice date or from the end of its month. */
export interface TermsRecord extends WireObject {
  Id: string;
  Name: string;
  NumberOfDays: number;
  TermsOfPaymentTypeId: number;
  AvailableForSales: boolean;
}

/** A VAT code; VatRate in percent. */
export interface VatCodeRecord extends WireObject {
  Id: string;
  Code: string;
  VatRate: number;
  RelatedAccounts: WireObject;
}

/** An account in the chart of one fiscal year. */
export interface AccountRecord extends WireObject {
  Id: string;
  Number: string;
  Name: string;
  VatCodeId: string | null;
  FiscalYearId: string;
  IsActive: boolean;
  IsBlockedForManualBooking: boolean;
  IsProjectAllowed: boolean;
  IsCostCenterAllowed: boolean;
  AllowTransactionText: boolean;
}

/** A fiscal year. */
export interface FiscalYearRecord extends WireObject {
  Id: string;
  StartDate: string;
  EndDate: string;
  IsLockedForAccounting: boolean;
  BookkeepingMethod: number;
}

/** A country. */
export interface CountryRecord extends WireObject {
  Id: string;
  Code: string;
  Name: string;
  NameEnglish: string;
  IsEuMember: boolean;
}

/** A currency with its rate. */
export interface CurrencyRecord extends WireObject {
  Id: string;
  Code: string;
  /** Units of the company's currency for one unit of this one; not on the wire. */
  Rate: number;
}

/** A project. */
export interface ProjectRecord extends WireObject {
  Id: string;
  Number: string;
  Name: string;
  Status: number;
}

/** A cost center. */
export interface CostCenterRecord extends WireObject {
  Id: string;
  Name: string;
  Number: number;
  IsActive: boolean;
}

/** An item of a cost center. */
export interface CostCenterItemRecord extends WireObject {
  Id: string;
  CostCenterId: string;
  Name: string;
  ShortName: string;
  IsActive: boolean;
}

/** The settings of a company. */
export interface SettingsRecord extends WireObject {
  Name: string;
  CompanyIdentifier: string;
  CountryCode: string;
  CurrencyCode: string;
  AccountingLockedTo: string;
  TermsOfPaymentId: string;
  ShowPricesExclVatPC: boolean;
  DomesticCurrencyRounding: number;
  KeepOriginalDraftDate: boolean;
  NextCustomerInvoiceNumber: number;
  NextCustomerNumber: number;
}
