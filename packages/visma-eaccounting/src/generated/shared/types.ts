// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A contribution margin, as the API answers it. */
export interface ContributionMargin {
  Amount?: number | null;
  Percentage?: number | null;
}

/** A contribution margin, as it is sent. */
export interface ContributionMarginInput {
  readonly Amount?: number | null | undefined;
  readonly Percentage?: number | null | undefined;
}

/** An email, as it is sent. */
export interface EmailInput {
  /** At most 255 characters. */
  readonly Email?: string | null | undefined;
  readonly CcRecipients?: readonly string[] | null | undefined;
  readonly Subject?: string | null | undefined;
  readonly Message?: string | null | undefined;
}

/** An invoice payment, as the API answers it. */
export interface InvoicePayment {
  CompanyBankAccountId: string;
  /** A date. */
  PaymentDate: string;
  /** At most 100 characters. */
  Reference?: string | null;
  PaymentAmount: number;
  PaymentCurrency: string;
  DomesticPaymentAmount: number;
  /** From 0 to 1000000000. */
  BankFeeAmount: number;
  /** From 1 to 4. */
  PaymentType: number;
  FactoringFeeAmount: number;
  FactoringFeeAccountNumber: number;
  BankTransactionId: string;
}

/** An invoice payment, as it is sent. */
export interface InvoicePaymentInput {
  readonly CompanyBankAccountId: string;
  /** A date, `YYYY-MM-DD`. */
  readonly PaymentDate: string;
  /** At most 100 characters. */
  readonly Reference?: string | null | undefined;
  readonly PaymentAmount: number;
  readonly PaymentCurrency: string;
  readonly DomesticPaymentAmount?: number | undefined;
  /** From 0 to 1000000000. */
  readonly BankFeeAmount?: number | undefined;
  /** From 1 to 4. */
  readonly PaymentType: number;
  readonly FactoringFeeAmount?: number | undefined;
  readonly FactoringFeeAccountNumber?: number | undefined;
}

/** A sales document rot rut reduction person, as the API answers it. */
export interface SalesDocumentRotRutReductionPerson {
  Id: string;
  /** At most 50 characters. */
  Ssn: string | null;
  Amount: number;
}

/** A sales document rot rut reduction person, as it is sent. */
export interface SalesDocumentRotRutReductionPersonInput {
  /** At most 50 characters. */
  readonly Ssn: string | null;
  readonly Amount?: number | undefined;
}
