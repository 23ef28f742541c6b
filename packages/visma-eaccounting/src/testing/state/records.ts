import type { WireObject } from '../wire/json.ts';

/** The fields of each record that the fake's own rules read; the rest of a record is carried along unread. */
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

export interface ArticleRecord extends WireObject {
  Id: string;
  Number: string;
  Name: string;
  NetPrice: number;
  CodingId: string;
  UnitId: string;
  IsActive: boolean;
}

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

export interface UnitRecord extends WireObject {
  Id: string;
  Name: string;
  Code: string;
  Abbreviation: string;
  AbbreviationEnglish: string;
}

export interface TermsRecord extends WireObject {
  Id: string;
  Name: string;
  NumberOfDays: number;
  TermsOfPaymentTypeId: number;
  AvailableForSales: boolean;
}

export interface VatCodeRecord extends WireObject {
  Id: string;
  Code: string;
  VatRate: number;
  RelatedAccounts: WireObject;
}

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

export interface FiscalYearRecord extends WireObject {
  Id: string;
  StartDate: string;
  EndDate: string;
  IsLockedForAccounting: boolean;
  BookkeepingMethod: number;
}

export interface CountryRecord extends WireObject {
  Id: string;
  Code: string;
  Name: string;
  NameEnglish: string;
  IsEuMember: boolean;
}

export interface CurrencyRecord extends WireObject {
  Id: string;
  Code: string;
  /** Units of the company's currency for one unit of this one; not on the wire. */
  Rate: number;
}

export interface ProjectRecord extends WireObject {
  Id: string;
  Number: string;
  Name: string;
  Status: number;
}

export interface CostCenterRecord extends WireObject {
  Id: string;
  Name: string;
  Number: number;
  IsActive: boolean;
}

export interface CostCenterItemRecord extends WireObject {
  Id: string;
  CostCenterId: string;
  Name: string;
  ShortName: string;
  IsActive: boolean;
}

export interface DraftRowRecord extends WireObject {
  Id: string;
  LineNumber: number;
  ArticleId: string | null;
  IsTextRow: boolean;
  Text: string | null;
  UnitPrice: number;
  Quantity: number;
  DiscountPercentage: number;
  ReversedConstructionServicesVatFree: boolean;
  VatRate: number | null;
  Amount: number;
}

export interface DraftRecord extends WireObject {
  Id: string;
  CustomerId: string;
  IsCreditInvoice: boolean;
  InvoiceDate: string;
  DueDate: string | null;
  InvoiceCurrencyCode: string;
  IncludesVat: boolean;
  TotalAmount: number;
  TotalVatAmount: number;
  TotalRoundings: number;
  TotalAmountBaseCurrency: number;
  TotalVatAmountBaseCurrency: number;
  Rows: DraftRowRecord[];
}

export interface InvoiceRowRecord extends WireObject {
  Id: string;
  LineNumber: number;
  ArticleId: string | null;
  IsTextRow: boolean;
  Text: string | null;
  UnitPrice: number;
  Quantity: number;
  AmountNoVat: number;
  PercentVat: number;
  Amount: number;
}

export interface InvoiceRecord extends WireObject {
  Id: string;
  CustomerId: string;
  InvoiceNumber: number;
  InvoiceDate: string;
  DueDate: string;
  CurrencyCode: string;
  IsCreditInvoice: boolean;
  TotalAmount: number;
  TotalAmountInvoiceCurrency: number;
  TotalVatAmountInvoiceCurrency: number;
  RemainingAmountInvoiceCurrency: number;
  PaymentStatus: number;
  CreatedFromDraftId: string | null;
  IsQuickInvoice: boolean;
  VoucherId: string;
  Rows: InvoiceRowRecord[];
}

export interface LedgerItemRecord extends WireObject {
  Id: string;
  CustomerId: string;
  InvoiceNumber: number;
  InvoiceDate: string;
  DueDate: string;
  IsCreditInvoice: boolean;
  CurrencyCode: string;
  TotalAmountInvoiceCurrency: number;
  VATAmountInvoiceCurrency: number;
  RemainingAmountInvoiceCurrency: number;
  RoundingsAmountInvoiceCurrency: number;
  VoucherId: string;
}

export interface VoucherRowRecord extends WireObject {
  AccountNumber: number;
  DebitAmount: number;
  CreditAmount: number;
  VatCodeId: string | null;
}

export interface VoucherRecord extends WireObject {
  Id: string;
  VoucherDate: string;
  VoucherText: string;
  NumberSeries: string;
  NumberAndNumberSeries: string;
  VoucherType: number;
  Rows: VoucherRowRecord[];
}

export interface AttachmentRecord extends WireObject {
  Id: string;
  FileName: string;
  ContentType: string;
  DocumentId: string | null;
}

export interface SalesAttachmentRecord extends WireObject {
  Id: string;
  DocumentId: string;
  DocumentType: number;
  OriginalFilename: string;
}

export interface LinkRecord extends WireObject {
  Id: string;
  ResourceId: string;
  ResourceType: number;
  Href: string;
}


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
