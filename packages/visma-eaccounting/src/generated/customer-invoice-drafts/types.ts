// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type {
  ContributionMargin,
  ContributionMarginInput,
  SalesDocumentRotRutReductionPerson,
  SalesDocumentRotRutReductionPersonInput,
} from '../shared/types.ts';

/** A customer invoice draft, as the API answers it. */
export interface CustomerInvoiceDraft {
  Id: string;
  CustomerId: string;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  IsCreditInvoice: boolean;
  RotReducedInvoicingType: OpenEnum<0 | 1 | 2>;
  /** At most 40 characters. */
  RotReducedInvoicingPropertyName?: string | null;
  /** At most 11 characters. */
  RotReducedInvoicingOrgNumber?: string | null;
  MaxAllowedTaxReductionAmount: number;
  /** At most 2 decimals. */
  RotReducedInvoicingAmount: number;
  RotReducedInvoicingAutomaticDistribution: boolean;
  /** 1 Apartment, 2 Property. */
  RotPropertyType?: OpenEnum<1 | 2> | null;
  HouseWorkOtherCosts?: number | null;
  Rows?: CustomerInvoiceDraftRow[] | null;
  Persons?: SalesDocumentRotRutReductionPerson[] | null;
  /** At most 100 characters. */
  YourReference?: string | null;
  /** At most 100 characters. */
  OurReference?: string | null;
  /** At most 35 characters. */
  BuyersOrderReference?: string | null;
  /** At most 100 characters. */
  ElectronicReference?: string | null;
  /** At most 100 characters. */
  SubscriptionNumber?: string | null;
  /** At most 100 characters. */
  ContractNumber?: string | null;
  /** At most 50 characters. */
  InvoiceCustomerName?: string | null;
  /** At most 50 characters. */
  InvoiceAddress1?: string | null;
  /** At most 50 characters. */
  InvoiceAddress2?: string | null;
  /** At most 10 characters. */
  InvoicePostalCode?: string | null;
  /** At most 50 characters. */
  InvoiceCity?: string | null;
  /** At most 2 characters. */
  InvoiceCountryCode?: string | null;
  InvoiceCurrencyCode?: string | null;
  /** At most 50 characters. */
  DeliveryCustomerName?: string | null;
  /** At most 50 characters. */
  DeliveryAddress1?: string | null;
  /** At most 50 characters. */
  DeliveryAddress2?: string | null;
  /** At most 10 characters. */
  DeliveryPostalCode?: string | null;
  /** At most 50 characters. */
  DeliveryCity?: string | null;
  /** At most 2 characters. */
  DeliveryCountryCode?: string | null;
  /** At most 50 characters. */
  DeliveryMethodName?: string | null;
  /** At most 50 characters. */
  DeliveryTermName?: string | null;
  TermsOfPaymentId?: string | null;
  /** At most 20 characters. */
  DeliveryMethodCode?: string | null;
  /** At most 20 characters. */
  DeliveryTermCode?: string | null;
  EuThirdParty: boolean;
  CustomerIsPrivatePerson: boolean;
  ReverseChargeOnConstructionServices: boolean;
  SalesDocumentAttachments?: string[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  /** A date. */
  InvoiceDate?: string | null;
  /** A date. */
  DueDate?: string | null;
  /** A date. */
  DeliveryDate?: string | null;
  TotalAmount: number;
  TotalVatAmount: number;
  TotalRoundings: number;
  TotalAmountBaseCurrency: number;
  TotalVatAmountBaseCurrency: number;
  /** At most 16 characters. */
  CustomerNumber?: string | null;
  CustomerName?: string | null;
  IncludesVat: boolean;
  ReplaceUnitPriceWhenZero: boolean;
  UsesGreenTechnology: boolean;
  ContributionMargin?: ContributionMargin | null;
  IsDirectDebit?: boolean | null;
  BackgroundId?: string | null;
}

/** A customer invoice draft, as it is sent. */
export interface CustomerInvoiceDraftInput {
  readonly CustomerId: string;
  readonly IsCreditInvoice?: boolean | undefined;
  readonly RotReducedInvoicingType: 0 | 1 | 2;
  /** At most 40 characters. */
  readonly RotReducedInvoicingPropertyName?: string | null | undefined;
  /** At most 11 characters. */
  readonly RotReducedInvoicingOrgNumber?: string | null | undefined;
  /** At most 2 decimals. */
  readonly RotReducedInvoicingAmount?: number | undefined;
  readonly RotReducedInvoicingAutomaticDistribution?: boolean | undefined;
  /** 1 Apartment, 2 Property. */
  readonly RotPropertyType?: 1 | 2 | null | undefined;
  readonly HouseWorkOtherCosts?: number | null | undefined;
  readonly Rows?: readonly CustomerInvoiceDraftRowInput[] | null | undefined;
  readonly Persons?: readonly SalesDocumentRotRutReductionPersonInput[] | null | undefined;
  /** At most 100 characters. */
  readonly YourReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly OurReference?: string | null | undefined;
  /** At most 35 characters. */
  readonly BuyersOrderReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly ElectronicReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly SubscriptionNumber?: string | null | undefined;
  /** At most 100 characters. */
  readonly ContractNumber?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress2?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryCustomerName?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryAddress2?: string | null | undefined;
  /** At most 10 characters. */
  readonly DeliveryPostalCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryCity?: string | null | undefined;
  /** At most 2 characters. */
  readonly DeliveryCountryCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryMethodName?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryTermName?: string | null | undefined;
  readonly TermsOfPaymentId?: string | null | undefined;
  /** At most 20 characters. */
  readonly DeliveryMethodCode?: string | null | undefined;
  /** At most 20 characters. */
  readonly DeliveryTermCode?: string | null | undefined;
  readonly EuThirdParty: boolean;
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly ReplaceUnitPriceWhenZero?: boolean | undefined;
  readonly UsesGreenTechnology?: boolean | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
  readonly IsDirectDebit?: boolean | null | undefined;
  readonly BackgroundId?: string | null | undefined;
}

/** A customer invoice draft row, as the API answers it. */
export interface CustomerInvoiceDraftRow {
  Id: string;
  /** From 0 to 1000. */
  LineNumber?: number | null;
  ArticleId?: string | null;
  IsServiceArticle: boolean;
  UnitId?: string | null;
  ArticleNumber?: string | null;
  IsTextRow: boolean;
  /** At most 2000 characters. */
  Text?: string | null;
  /** At most 4 decimals. */
  UnitPrice: number;
  IsDiscountInFixedAmount: boolean;
  /** At most 2 decimals. */
  DiscountFixedAmount?: number | null;
  /** At most 4 decimals. From 0 to 1. */
  DiscountPercentage: number;
  /** At most 2 decimals. */
  Quantity: number;
  WorkCostType: number;
  IsWorkCost: boolean;
  WorkHours?: number | null;
  MaterialCosts?: number | null;
  ReversedConstructionServicesVatFree: boolean;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  UnitAbbreviation?: string | null;
  UnitAbbreviationEnglish?: string | null;
  VatRateId?: string | null;
  VatRate?: number | null;
  UnitName?: string | null;
  ProjectId?: string | null;
  /** From 0 to 3. */
  GreenTechnologyType: number;
  ContributionMargin?: ContributionMargin | null;
  PurchasePrice: number;
  /** At most 2 decimals. */
  Amount: number;
  FreightCosts: number;
}

/** A customer invoice draft row, as it is sent. */
export interface CustomerInvoiceDraftRowInput {
  /** From 0 to 1000. */
  readonly LineNumber?: number | null | undefined;
  readonly ArticleId?: string | null | undefined;
  readonly ArticleNumber?: string | null | undefined;
  readonly IsTextRow: boolean;
  /** At most 2000 characters. */
  readonly Text?: string | null | undefined;
  /** At most 4 decimals. */
  readonly UnitPrice?: number | undefined;
  /** At most 4 decimals. From 0 to 1. */
  readonly DiscountPercentage?: number | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | undefined;
  readonly WorkCostType?: number | undefined;
  readonly IsWorkCost?: boolean | undefined;
  readonly WorkHours?: number | null | undefined;
  readonly MaterialCosts?: number | null | undefined;
  readonly ReversedConstructionServicesVatFree: boolean;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly UnitAbbreviation?: string | null | undefined;
  readonly UnitAbbreviationEnglish?: string | null | undefined;
  readonly UnitName?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** From 0 to 3. */
  readonly GreenTechnologyType?: number | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
}

/** A customer invoice draft validation, as it is sent. */
export interface CustomerInvoiceDraftValidationInput {
  readonly TotalAmountInvoiceCurrency?: number | null | undefined;
  readonly TotalVatAmountInvoiceCurrency?: number | null | undefined;
  readonly TotalRoundingsInvoiceCurrency?: number | null | undefined;
  readonly Rows?: readonly CustomerInvoiceDraftValidationRowInput[] | null | undefined;
}

/** A customer invoice draft validation row, as it is sent. */
export interface CustomerInvoiceDraftValidationRowInput {
  readonly LineNumber?: number | undefined;
  readonly TotalAmountNoVatInvoiceCurrency?: number | null | undefined;
  readonly TotalAmountIncVatInvoiceCurrency?: number | null | undefined;
}
