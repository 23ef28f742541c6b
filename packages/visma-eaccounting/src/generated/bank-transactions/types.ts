// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A bank transaction, as the API answers it. */
export interface BankTransaction {
  Id: string;
  /** A date. */
  TransactionDate: string;
  IsReconciled: boolean;
  Reference?: string | null;
  OriginalAmount: number;
  ChargeAmount: number;
  ChargeCurrency?: string | null;
  TransactionAmount: number;
  TransactionAmountCurrency?: string | null;
  OriginalCurrency?: string | null;
  Rows?: BankTransactionRow[] | null;
}

/** A bank transaction row, as the API answers it. */
export interface BankTransactionRow {
  PaymentVoucherId?: string | null;
  PaymentVoucherNumber?: string | null;
  AmountTransactionCurrency: number;
  Number?: string | null;
  Name?: string | null;
  Reference?: string | null;
  Source?: string | null;
  SourceId: string;
  VoucherId: string;
}
