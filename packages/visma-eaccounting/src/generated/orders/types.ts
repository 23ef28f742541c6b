// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type {
  ContributionMargin,
  ContributionMarginInput,
  SalesDocumentRotRutReductionPerson,
  SalesDocumentRotRutReductionPersonInput,
} from '../shared/types.ts';

/** An order, as the API answers it. */
export interface Order {
  Id: string;
  /** At most 2 decimals. */
  Amount: number;
  CustomerId: string;
  /** At most 3 characters. */
  CurrencyCode: string;
  /** A moment in UTC. */
  CreatedUtc: string;
  /** At most 2 decimals. */
  VatAmount: number;
  /** At most 2 decimals. */
  RoundingsAmount: number;
  /** At most 2 decimals. */
  DeliveredAmount: number;
  /** At most 2 decimals. */
  DeliveredVatAmount: number;
  /** At most 2 decimals. */
  DeliveredRoundingsAmount: number;
  /** At most 100 characters. */
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
  /** At most 100 characters. */
  YourReference?: string | null;
  /** At most 100 characters. */
  OurReference?: string | null;
  /** At most 35 characters. */
  BuyersOrderReference?: string | null;
  /** At most 50 characters. */
  InvoiceAddress1?: string | null;
  /** At most 50 characters. */
  InvoiceAddress2?: string | null;
  InvoiceCity?: string | null;
  /** At most 2 characters. */
  InvoiceCountryCode?: string | null;
  /** At most 50 characters. */
  InvoiceCustomerName?: string | null;
  CustomerNumber?: string | null;
  CustomerName?: string | null;
  /** At most 10 characters. */
  InvoicePostalCode?: string | null;
  /** At most 50 characters. */
  DeliveryMethodName?: string | null;
  /** At most 20 characters. */
  DeliveryMethodCode?: string | null;
  /** At most 50 characters. */
  DeliveryTermName?: string | null;
  DeliveryTermId?: string | null;
  DeliveryMethodId?: string | null;
  /** At most 20 characters. */
  DeliveryTermCode?: string | null;
  TermsOfPaymentId?: string | null;
  EuThirdParty: boolean;
  CustomerIsPrivatePerson: boolean;
  IncludesVat: boolean;
  /** A date. */
  OrderDate: string;
  /** From 1 to 4. */
  Status: number;
  Number?: number | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  /** A date. */
  DeliveryDate?: string | null;
  HouseWorkAmount: number;
  HouseWorkAutomaticDistribution: boolean;
  /** At most 20 characters. */
  HouseWorkCorporateIdentityNumber?: string | null;
  /** At most 100 characters. */
  HouseWorkPropertyName?: string | null;
  SalesDocumentAttachments?: string[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  Rows?: OrderRow[] | null;
  /** A date. */
  ShippedDateTime?: string | null;
  /** 0 Normal, 1 Rot, 2 Rut. */
  RotReducedInvoicingType: OpenEnum<0 | 1 | 2>;
  MaxAllowedTaxReductionAmount: number;
  /** At most 4 decimals. */
  RotReducedInvoicingPercent: number;
  /** 1 Apartment, 2 Property. */
  RotPropertyType?: OpenEnum<1 | 2> | null;
  Persons?: SalesDocumentRotRutReductionPerson[] | null;
  ReverseChargeOnConstructionServices: boolean;
  UsesGreenTechnology: boolean;
  IsNotDelivered: boolean;
  ContributionMargin?: ContributionMargin | null;
  CreatedFromQuoteId?: string | null;
  BackgroundId?: string | null;
}

/** An order, as it is sent. */
export interface OrderInput {
  /** At most 2 decimals. */
  readonly Amount?: number | undefined;
  readonly CustomerId: string;
  /** At most 3 characters. */
  readonly CurrencyCode: string;
  /** At most 2 decimals. */
  readonly VatAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly RoundingsAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly DeliveredAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly DeliveredVatAmount?: number | undefined;
  /** At most 2 decimals. */
  readonly DeliveredRoundingsAmount?: number | undefined;
  /** At most 100 characters. */
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
  /** At most 100 characters. */
  readonly YourReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly OurReference?: string | null | undefined;
  /** At most 35 characters. */
  readonly BuyersOrderReference?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress2?: string | null | undefined;
  readonly InvoiceCity?: string | null | undefined;
  /** At most 2 characters. */
  readonly InvoiceCountryCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceCustomerName?: string | null | undefined;
  /** At most 10 characters. */
  readonly InvoicePostalCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryMethodName?: string | null | undefined;
  /** At most 20 characters. */
  readonly DeliveryMethodCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly DeliveryTermName?: string | null | undefined;
  /** At most 20 characters. */
  readonly DeliveryTermCode?: string | null | undefined;
  readonly TermsOfPaymentId?: string | null | undefined;
  readonly EuThirdParty: boolean;
  /** A date, `YYYY-MM-DD`. */
  readonly OrderDate: string;
  /** From 1 to 4. */
  readonly Status: number;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly HouseWorkAmount?: number | undefined;
  readonly HouseWorkAutomaticDistribution?: boolean | undefined;
  /** At most 20 characters. */
  readonly HouseWorkCorporateIdentityNumber?: string | null | undefined;
  /** At most 100 characters. */
  readonly HouseWorkPropertyName?: string | null | undefined;
  readonly Rows?: readonly OrderRowInput[] | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly ShippedDateTime?: string | null | undefined;
  /** 0 Normal, 1 Rot, 2 Rut. */
  readonly RotReducedInvoicingType: 0 | 1 | 2;
  /** 1 Apartment, 2 Property. */
  readonly RotPropertyType?: 1 | 2 | null | undefined;
  readonly Persons?: readonly SalesDocumentRotRutReductionPersonInput[] | null | undefined;
  readonly ReverseChargeOnConstructionServices: boolean;
  readonly UsesGreenTechnology?: boolean | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
}

/** An order conversion, as it is sent. */
export interface OrderConversionInput {
  readonly WorkHouseOtherCosts?: number | null | undefined;
}

/** An order row, as the API answers it. */
export interface OrderRow {
  Id: string;
  /** From 0 to 1000. */
  LineNumber: number;
  /** At most 2 decimals. */
  DeliveredQuantity: number;
  ArticleId?: string | null;
  IsServiceArticle: boolean;
  UnitId?: string | null;
  /** At most 40 characters. */
  ArticleNumber?: string | null;
  IsTextRow: boolean;
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
  EligibleForReverseChargeOnVat: boolean;
  VatRate?: number | null;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  ProjectId?: string | null;
  /** From 0 to 3. */
  GreenTechnologyType: number;
  ContributionMargin?: ContributionMargin | null;
  PurchasePrice: number;
  FreightCosts: number;
}

/** An order row, as it is sent. */
export interface OrderRowInput {
  /** From 0 to 1000. */
  readonly LineNumber: number;
  /** At most 2 decimals. */
  readonly DeliveredQuantity?: number | undefined;
  readonly ArticleId?: string | null | undefined;
  /** At most 40 characters. */
  readonly ArticleNumber?: string | null | undefined;
  readonly IsTextRow: boolean;
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
  readonly IsWorkCost: boolean;
  readonly WorkHours?: number | null | undefined;
  readonly MaterialCosts?: number | null | undefined;
  readonly EligibleForReverseChargeOnVat: boolean;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  /** From 0 to 3. */
  readonly GreenTechnologyType?: number | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
}
