import type { WireObject } from '../wire/json.ts';

// The fields that the fake's own rules read; the rest of a record is carried along unread.

/** A row of a draft; VatRate in percent, null for a text row. */
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

/** An invoice draft; totals in the currency of the customer, the BaseCurrency ones in that of the company. */
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

/** A row of an invoice; PercentVat in percent. */
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

/** A booked invoice; TotalAmount in the currency of the company, the InvoiceCurrency fields in that of the customer. */
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

/** A file that travels with a sales document. */
export interface SalesAttachmentRecord extends WireObject {
  Id: string;
  DocumentId: string;
  DocumentType: number;
  OriginalFilename: string;
}

/** A link from a record to another system. */
export interface LinkRecord extends WireObject {
  Id: string;
  ResourceId: string;
  ResourceType: number;
  Href: string;
}
