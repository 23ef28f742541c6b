import type { DecimalText, LocalDate } from './primitives.ts';

/** The status of an invoice of TimeChimp's own. `Concept` has not been sent. */
export type InvoiceStatus = 'Concept' | 'Open' | 'Paid';

/** One row of an invoice of TimeChimp's own. */
export interface InvoiceRow {
  readonly description?: string | undefined;
  readonly quantity: DecimalText;
  /** Without VAT. */
  readonly price: DecimalText;
  /** 21 means 21 %. */
  readonly taxPercent: DecimalText;
  readonly vatRateId?: string | undefined;
  /** Article GUID, article number or activity code: leads to the revenue account. */
  readonly code?: string | undefined;
  /** Percentage off the row. */
  readonly discountPercent?: DecimalText | undefined;
  /** Amount off the row, without VAT, after the percentage. */
  readonly discountAmount?: DecimalText | undefined;
  readonly projectId?: string | undefined;
}

/** An allowance or charge on the whole document, without VAT, with a VAT rate of its own. */
export interface DocumentAdjustment {
  readonly kind: 'allowance' | 'charge';
  /** Positive; the kind says which way it goes. */
  readonly amount: DecimalText;
  readonly taxPercent: DecimalText;
  readonly vatRateId?: string | undefined;
  readonly code?: string | undefined;
  readonly description?: string | undefined;
}

/** An invoice that TimeChimp itself made, with the figures printed on it: they lead. */
export interface Invoice {
  readonly id: string;
  readonly companyInvoicePrefix?: string | undefined;
  readonly companyInvoiceId: number;
  readonly customerId: string;
  readonly customerName?: string | undefined;
  readonly status: InvoiceStatus;
  readonly date: LocalDate;
  readonly dueDate: LocalDate;
  readonly currencyCode: string;
  readonly credit: boolean;
  /** As printed: what is to be paid, with VAT and payable rounding. */
  readonly total: DecimalText;
  /** As printed: without VAT. */
  readonly totalExTax: DecimalText;
  /** As printed, per percentage, where the source tells it; else it is derived. */
  readonly vatPerRate?:
    readonly { readonly taxPercent: DecimalText; readonly amount: DecimalText }[] | undefined;
  /** Rounding of what is to be paid, at most 1.00 either way; part of `total`, neither net nor VAT. */
  readonly payableRounding?: DecimalText | undefined;
  readonly adjustments?: readonly DocumentAdjustment[] | undefined;
  readonly rows: readonly InvoiceRow[];
}
