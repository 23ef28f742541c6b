// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A terms of payment, as the API answers it. */
export interface TermsOfPayment {
  Id: string;
  Name?: string | null;
  NameEnglish?: string | null;
  NumberOfDays: number;
  /** 0 Normal, 1 CurrentMonth, 2 Cash, 3 CardPayment, 4 DigitalWallet, 5 PaymentServiceProvider. */
  TermsOfPaymentTypeId: OpenEnum<0 | 1 | 2 | 3 | 4 | 5>;
  TermsOfPaymentTypeText?: string | null;
  AvailableForSales: boolean;
  AvailableForPurchase: boolean;
}

/** A terms of payment, as it is sent. */
export interface TermsOfPaymentInput {
  readonly Name?: string | null | undefined;
  readonly NameEnglish?: string | null | undefined;
  readonly NumberOfDays?: number | undefined;
  /** 0 Normal, 1 CurrentMonth, 2 Cash, 3 CardPayment, 4 DigitalWallet, 5 PaymentServiceProvider. */
  readonly TermsOfPaymentTypeId?: 0 | 1 | 2 | 3 | 4 | 5 | undefined;
  readonly TermsOfPaymentTypeText?: string | null | undefined;
  readonly AvailableForSales?: boolean | undefined;
  readonly AvailableForPurchase?: boolean | undefined;
}
