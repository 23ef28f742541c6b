// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A related accounts, as the API answers it. */
export interface RelatedAccounts {
  AccountNumber1?: number | null;
  AccountNumber2?: number | null;
  AccountNumber3?: number | null;
}

/** A VAT code, as the API answers it. */
export interface VatCode {
  Id: string;
  Code?: string | null;
  Description?: string | null;
  VatRate: number;
  /** 0 None, 1 Sales, 2 Vat. */
  OssCodeType: OpenEnum<0 | 1 | 2>;
  RelatedAccounts?: RelatedAccounts | null;
}

/** A VAT code rate, as the API answers it. */
export interface VatCodeRate {
  Id: string;
  Code?: string | null;
  Description?: string | null;
  VatRates?: VatRate[] | null;
  /** 0 None, 1 Sales, 2 Vat. */
  OssCodeType: OpenEnum<0 | 1 | 2>;
  RelatedAccounts?: RelatedAccounts | null;
}

/** A VAT rate, as the API answers it. */
export interface VatRate {
  /** A date. */
  VatRateDate: string;
  VatRate: number;
}
