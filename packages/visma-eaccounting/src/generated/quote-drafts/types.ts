// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type {
  ContributionMargin,
  ContributionMarginInput,
  SalesDocumentRotRutReductionPerson,
  SalesDocumentRotRutReductionPersonInput,
} from '../shared/types.ts';
import type { TermsOfPayment, TermsOfPaymentInput } from '../terms-of-payments/types.ts';

/** A quote, as the API answers it. */
export interface Quote {
  /** A date. */
  ApprovedDate?: string | null;
  BackgroundId?: string | null;
  /** At most 35 characters. */
  BuyersOrderReference?: string | null;
  /** At most 100 characters. */
  CompanyReference?: string | null;
  ContributionMargin?: ContributionMargin | null;
  /** A moment in UTC. */
  CreatedUtc: string;
  CurrencyCode?: string | null;
  CurrencyRate: number;
  CustomerId: string;
  CustomerIsPrivatePerson: boolean;
  CustomerName?: string | null;
  CustomerNumber?: string | null;
  /** At most 100 characters. */
  CustomerReference?: string | null;
  DeliveryAddress1?: string | null;
  DeliveryAddress2?: string | null;
  DeliveryCity?: string | null;
  DeliveryCountryCode?: string | null;
  DeliveryCustomerName?: string | null;
  /** A date. */
  DeliveryDate?: string | null;
  DeliveryMethodCode?: string | null;
  DeliveryMethodName?: string | null;
  DeliveryPostalCode?: string | null;
  DeliveryTermCode?: string | null;
  DeliveryTermName?: string | null;
  /** A date. */
  DueDate: string;
  EuThirdParty: boolean;
  Id: string;
  IncludesVat: boolean;
  InvoiceAddress1?: string | null;
  InvoiceAddress2?: string | null;
  InvoiceCity?: string | null;
  InvoiceCountryCode?: string | null;
  InvoiceCustomerName?: string | null;
  InvoicePostalCode?: string | null;
  IsDomestic: boolean;
  IsNotDelivered: boolean;
  MessageThreads?: string[] | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  Notes?: string[] | null;
  Number?: number | null;
  Persons?: SalesDocumentRotRutReductionPerson[] | null;
  /** A date. */
  QuoteDate: string;
  /** 1 Apartment, 2 Property. */
  RotPropertyType?: OpenEnum<1 | 2> | null;
  /** At most 2 decimals. */
  RotReducedInvoicingAmount: number;
  MaxAllowedTaxReductionAmount: number;
  RotReducedInvoicingAutomaticDistribution: boolean;
  RotReducedInvoicingOrgNumber?: string | null;
  /** At most 4 decimals. */
  RotReducedInvoicingPercent: number;
  RotReducedInvoicingPropertyName?: string | null;
  /** 0 Normal, 1 Rot, 2 Rut. */
  RotReducedInvoicingType: OpenEnum<0 | 1 | 2>;
  RoundingsAmount: number;
  Rows?: QuoteRow[] | null;
  SalesDocumentAttachments?: string[] | null;
  /** 0 Draft, 1 Ongoing, 2 Approved, 3 Invoiced, 4 OrderCreated. */
  Status: OpenEnum<0 | 1 | 2 | 3 | 4>;
  TermsOfPayment?: TermsOfPayment | null;
  TotalAmount: number;
  UsesGreenTechnology: boolean;
  VatAmount: number;
}

/** A quote, as it is sent. */
export interface QuoteInput {
  /** At most 35 characters. */
  readonly BuyersOrderReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly CompanyReference?: string | null | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
  readonly CustomerId: string;
  /** At most 100 characters. */
  readonly CustomerReference?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate?: string | undefined;
  readonly EuThirdParty?: boolean | undefined;
  readonly Persons?: readonly SalesDocumentRotRutReductionPersonInput[] | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly QuoteDate?: string | undefined;
  /** 1 Apartment, 2 Property. */
  readonly RotPropertyType?: 1 | 2 | null | undefined;
  /** At most 2 decimals. */
  readonly RotReducedInvoicingAmount?: number | undefined;
  readonly RotReducedInvoicingOrgNumber?: string | null | undefined;
  readonly RotReducedInvoicingPropertyName?: string | null | undefined;
  /** 0 Normal, 1 Rot, 2 Rut. */
  readonly RotReducedInvoicingType?: 0 | 1 | 2 | undefined;
  readonly Rows?: readonly QuoteRowInput[] | null | undefined;
  readonly TermsOfPayment?: TermsOfPaymentInput | undefined;
  readonly UsesGreenTechnology?: boolean | undefined;
}

/** A quote row, as the API answers it. */
export interface QuoteRow {
  Id: string;
  ArticleId?: string | null;
  IsServiceArticle: boolean;
  UnitId?: string | null;
  /** At most 2000 characters. */
  Text?: string | null;
  /** At most 4 decimals. */
  UnitPrice: number;
  /** At most 2 decimals. */
  Amount: number;
  IsDiscountInFixedAmount: boolean;
  /** At most 2 decimals. */
  DiscountFixedAmount?: number | null;
  /** At most 4 decimals. From 0 to 1. */
  DiscountPercentage: number;
  /** At most 4 decimals. */
  Quantity: number;
  WorkCostType: number;
  IsWorkCost: boolean;
  WorkHours?: number | null;
  MaterialCosts?: number | null;
  IsVatFree: boolean;
  VatRate?: number | null;
  LineNumber: number;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  ProjectId?: string | null;
  IsTextRow: boolean;
  ArticleNumber?: string | null;
  /** From 0 to 3. */
  GreenTechnologyType: number;
  ContributionMargin?: ContributionMargin | null;
  PurchasePrice: number;
  FreightCosts: number;
}

/** A quote row, as it is sent. */
export interface QuoteRowInput {
  readonly ArticleId?: string | null | undefined;
  /** At most 2000 characters. */
  readonly Text?: string | null | undefined;
  /** At most 4 decimals. */
  readonly UnitPrice?: number | undefined;
  /** At most 2 decimals. */
  readonly Amount?: number | undefined;
  /** At most 4 decimals. From 0 to 1. */
  readonly DiscountPercentage?: number | undefined;
  /** At most 4 decimals. */
  readonly Quantity?: number | undefined;
  readonly WorkCostType?: number | undefined;
  readonly WorkHours?: number | null | undefined;
  readonly MaterialCosts?: number | null | undefined;
  readonly IsVatFree?: boolean | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** From 0 to 3. */
  readonly GreenTechnologyType?: number | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
}
