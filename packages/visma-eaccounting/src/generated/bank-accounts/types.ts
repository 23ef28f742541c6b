// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A balance and date, as the API answers it. */
export interface BalanceAndDate {
  Balance: number;
  /** A date. */
  Date: string;
}

/** A balance and date, as it is sent. */
export interface BalanceAndDateInput {
  readonly Balance?: number | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly Date?: string | undefined;
}

/** A bank account, as the API answers it. */
export interface BankAccount {
  Bank?: string | null;
  /**
   * 1 ChequeAccount, 2 CashAccount, 3 SavingsAccount, 4 CurrencyAccount, 5 DigitalWalletAccount, 6 CashCreditAccount, 7
   * TaxAccount.
   */
  BankAccountType: OpenEnum<1 | 2 | 3 | 4 | 5 | 6 | 7>;
  BankAccountTypeDescription?: string | null;
  /** At most 35 characters. */
  Bban?: string | null;
  /** At most 35 characters. */
  Iban?: string | null;
  /** At most 200 characters. */
  Name: string;
  /** At most 200 characters. */
  NameEnglish?: string | null;
  Id: string;
  IsActive: boolean;
  LedgerAccountNumber: number;
  HasActiveBankAgreement: boolean;
  IsDefaultChequeAccount: boolean;
  CurrencyCode?: string | null;
  /** A moment in UTC. */
  ModifiedUtc: string;
  Balance?: BalanceAndDate | null;
  BankAccountHolderName?: string | null;
  IsEnabledDirectDebit?: boolean | null;
  DirectDebitCreditorId?: string | null;
  DirectDebitBatchBooking?: boolean | null;
  DirectDebitSendDirectlyToBank?: boolean | null;
}

/** A bank account, as it is sent. */
export interface BankAccountInput {
  readonly Bank?: string | null | undefined;
  /**
   * 1 ChequeAccount, 2 CashAccount, 3 SavingsAccount, 4 CurrencyAccount, 5 DigitalWalletAccount, 6 CashCreditAccount, 7
   * TaxAccount.
   */
  readonly BankAccountType: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** At most 35 characters. */
  readonly Bban?: string | null | undefined;
  /** At most 35 characters. */
  readonly Iban?: string | null | undefined;
  /** At most 200 characters. */
  readonly Name: string;
  /** At most 200 characters. */
  readonly NameEnglish?: string | null | undefined;
  readonly IsActive?: boolean | undefined;
  readonly LedgerAccountNumber: number;
  readonly HasActiveBankAgreement?: boolean | undefined;
  readonly IsDefaultChequeAccount?: boolean | undefined;
  readonly Balance?: BalanceAndDateInput | undefined;
  readonly BankAccountHolderName?: string | null | undefined;
}
