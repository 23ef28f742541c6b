import type { VatPolicy } from './policy.ts';
import type { DecimalText, LocalDate, Period } from './primitives.ts';
import type { VatKind } from './vat-kind.ts';

/**
 * How VAT stands in the voucher.
 *
 * - `explicit` (default, NL): net and VatAmount on the revenue row, and a row on the VAT account.
 * - `explicitWithoutVatAmount`: the same without VatAmount.
 * - `automatic`: the revenue row holds net and VAT together; the caller sends `useAutomaticVatCalculation=true`.
 */
export type VoucherVatForm = 'explicit' | 'explicitWithoutVatAmount' | 'automatic';

/**
 * How an invoice number becomes Visma's 32-bit number: what stands for the prefix, then the id with leading zeros to
 * `idDigits`. `2026-` and 17 with 4 digits is 20260017.
 */
export interface InvoiceNumberRule {
  /** The prefix's digits, nothing, or a replacement per prefix (digits only). */
  readonly prefix: 'digits' | 'none' | Readonly<Record<string, string>>;
  /** 0: no padding, and ids of any length. */
  readonly idDigits: number;
}

/** Where revenue goes: the row's article for the VAT kind, else the activity's account, else the default. */
export interface RevenueAccounts {
  /** Accounts of an article's coding. `codes`: its GUID and number, compared without case and outer blanks. */
  readonly articles?:
    | readonly {
        readonly codes: readonly string[];
        readonly accounts: Readonly<Partial<Record<VatKind, string>>>;
      }[]
    | undefined;
  readonly activities?: readonly { readonly code: string; readonly account: string }[] | undefined;
  readonly perVatKind?: Readonly<Partial<Record<VatKind, string>>> | undefined;
  readonly fallback?: string | undefined;
}

/** Every choice behind a sales entry. Accounts are numbers as text, e.g. `"1300"`. */
export interface SalesEntryPolicy {
  /** The company's currency, ISO 4217. */
  readonly currencyCode: string;
  readonly vat: VatPolicy;
  readonly invoiceNumber: InvoiceNumberRule;
  readonly receivableAccount: string;
  readonly revenue: RevenueAccounts;
  /** VAT code (GUID) per kind, and the account of the VAT row for kinds that have VAT. */
  readonly vatCodes: Readonly<
    Partial<Record<VatKind, { readonly vatCodeId: string; readonly account?: string | undefined }>>
  >;
  /** VAT code that an account suggests, by account: a disagreement is a warning. */
  readonly accountVatCodes?: Readonly<Record<string, string>> | undefined;
  /** For payable rounding on the document; without it such an invoice is refused. */
  readonly roundingAccount?: string | undefined;
  /** Default `explicit`. */
  readonly voucherVatForm?: VoucherVatForm | undefined;
  /** The sign of totals on the source's credit invoices. Both give the same entry. */
  readonly sourceCreditSign: 'positive' | 'negative';
  /** The sign of the totals of a credit entry. Default `negative`. */
  readonly creditTotals?: 'negative' | 'positive' | undefined;
  /** Default `refuse`. `book` needs `exchangeRate`. */
  readonly foreignSalesEntries?: 'refuse' | 'book' | undefined;
  /** The company's currency per unit of the invoice's, by currency code. */
  readonly exchangeRates?: Readonly<Record<string, DecimalText>> | undefined;
  /** Names in row texts. Default `nl`. */
  readonly language?: 'nl' | 'en' | undefined;
}

/** What an export of ours may look like, to warn of booking the same work twice. */
export interface EarlierExport {
  readonly key: string;
  readonly customerId: string;
  readonly currencyCode: string;
  readonly totalAmount: DecimalText;
  readonly supplyPeriod: Period;
}

/** The share of one row of the invoice in a voucher row. */
export interface SalesEntryPart {
  /** Position among the invoice's rows, and counted on from the last row among its adjustments; from 0. */
  readonly invoiceRow: number;
  readonly description: string;
  /** In the company's currency; negative for what goes to the row's other side. */
  readonly amount: DecimalText;
}

/** One voucher row in the company's currency; debit or credit is `"0.00"`, neither is ever negative. */
export interface SalesEntryRow {
  readonly role: 'receivable' | 'revenue' | 'vat' | 'rounding';
  readonly account: string;
  readonly debit: DecimalText;
  readonly credit: DecimalText;
  readonly vatKind?: VatKind | undefined;
  readonly vatRate?: DecimalText | undefined;
  readonly vatCodeId?: string | undefined;
  /** VAT that belongs to this revenue row, on the same side as the row. */
  readonly vatAmount?: DecimalText | undefined;
  /** At most 60 characters, beginning with the invoice number. */
  readonly text: string;
  readonly projectId?: string | undefined;
  /** What the row is made of; together they are its amount. */
  readonly parts: readonly SalesEntryPart[];
}

/** A balanced booking of a sent invoice. Totals are in `currencyCode`, rows in the company's currency. */
export interface SalesEntry {
  /** Stable: the source invoice's. */
  readonly key: string;
  readonly invoiceId: string;
  readonly invoiceNumber: number;
  readonly invoiceNumberText: string;
  readonly customerId: string;
  readonly invoiceDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly currencyCode: string;
  /** The company's currency per unit; only on a foreign entry. */
  readonly exchangeRate?: DecimalText | undefined;
  readonly isCreditInvoice: boolean;
  readonly totalAmount: DecimalText;
  readonly netAmount: DecimalText;
  readonly vatAmount: DecimalText;
  readonly roundingAmount: DecimalText;
  readonly voucherVatForm: VoucherVatForm;
  /** At most 1,000 characters, with the full invoice number. */
  readonly voucherText: string;
  readonly rows: readonly SalesEntryRow[];
}
