// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** An article account coding, as the API answers it. */
export interface ArticleAccountCoding {
  Id: string;
  Name?: string | null;
  NameEnglish?: string | null;
  Type?: string | null;
  VatRate?: string | null;
  IsActive: boolean;
  VatRatePercent: number;
  DomesticSalesSubjectToReversedConstructionVatAccountNumber?: number | null;
  DomesticSalesSubjectToVatAccountNumber?: number | null;
  DomesticSalesVatExemptAccountNumber?: number | null;
  ForeignSalesSubjectToMossAccountNumber?: number | null;
  ForeignSalesSubjectToThirdPartySalesAccountNumber?: number | null;
  ForeignSalesSubjectToVatWithinEuAccountNumber?: number | null;
  ForeignSalesVatExemptOutsideEuAccountNumber?: number | null;
  ForeignSalesVatExemptWithinEuAccountNumber?: number | null;
  DomesticSalesVatCodeExemptAccountNumber?: number | null;
  /** A moment in UTC. */
  ChangedUtc: string;
}
