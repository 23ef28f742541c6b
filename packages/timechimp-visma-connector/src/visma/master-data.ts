import type { DecimalText, LocalDate } from '@x/billing-core';

/** An article of Visma: what an invoice row refers to, and so what decides its VAT and account. */
export interface MasterArticle {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly codingId: string;
  readonly unitId: string;
}

/** The accounts that a coding books on, one per situation of the customer. Absent where Visma has none. */
export interface CodingAccounts {
  readonly domestic?: number;
  readonly domesticReverseCharge?: number;
  readonly domesticExempt?: number;
  readonly euWithVat?: number;
  readonly euExempt?: number;
  readonly outsideEu?: number;
}

/** An article account coding (Visma's `ArticleAccountCoding`). `ratePercent` is a percentage: "21", "9", "0". */
export interface MasterCoding {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly ratePercent: DecimalText;
  readonly accounts: CodingAccounts;
}

/** A unit that articles are counted in. */
export interface MasterUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** Terms of payment. `type` 0 is "so many days after the invoice date". */
export interface MasterTerms {
  readonly id: string;
  readonly name: string;
  readonly days: number;
  readonly type: number;
  readonly availableForSales: boolean;
}

/** A VAT code of the ledger, with the accounts that Visma relates to it. */
export interface MasterVatCode {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly ratePercent: DecimalText;
  readonly accounts: readonly number[];
}

/** A ledger account in the fiscal years in which it exists. */
export interface MasterAccount {
  readonly number: number;
  readonly name: string;
  readonly vatCodeId?: string;
  readonly isActive: boolean;
  readonly isBlocked: boolean;
  readonly projectAllowed: boolean;
  readonly costCenterAllowed: boolean;
  readonly referenceCode?: string;
  readonly fiscalYearIds: readonly string[];
}

/** A fiscal year, both dates inclusive. */
export interface MasterFiscalYear {
  readonly id: string;
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
  readonly isLocked: boolean;
}

/** A country as Visma lists it. */
export interface MasterCountry {
  readonly code: string;
  readonly name: string;
  readonly nameEnglish: string;
  readonly isEuMember: boolean;
}

/** The company behind the connection, from Visma's company settings. */
export interface MasterCompany {
  readonly companyIdentifier: string;
  readonly name: string;
  readonly countryCode: string;
  readonly currencyCode: string;
  /** Last date for which the books are closed, inclusive. */
  readonly accountingLockedTo?: LocalDate;
  readonly termsOfPaymentId?: string;
  readonly status: number;
  /** Private persons get prices that include VAT ("ShowPricesExclVatPC"). */
  readonly privatePricesIncludeVat: boolean;
  readonly usesConstructionReverseCharge: boolean;
  /** Totals on documents are rounded to whole units of the currency. */
  readonly roundsTotals: boolean;
}

/** A project of Visma. */
export interface MasterProject {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly isFinished: boolean;
}

/** An item of one of the three cost centres; `slot` says which of the three fields on a row takes it. */
export interface MasterCostCenterItem {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly isActive: boolean;
  readonly slot: 1 | 2 | 3;
}

/** What the connector reads of a company before it plans anything. Lists that a use case does not need are empty. */
export interface MasterData {
  readonly company: MasterCompany;
  readonly articles: readonly MasterArticle[];
  readonly codings: readonly MasterCoding[];
  readonly units: readonly MasterUnit[];
  readonly termsOfPayment: readonly MasterTerms[];
  readonly vatCodes: readonly MasterVatCode[];
  readonly accounts: readonly MasterAccount[];
  readonly fiscalYears: readonly MasterFiscalYear[];
  readonly countries: readonly MasterCountry[];
  readonly currencies: readonly string[];
  readonly projects: readonly MasterProject[];
  readonly costCenterItems: readonly MasterCostCenterItem[];
}
