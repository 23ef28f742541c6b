// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';
import type {
  ContributionMargin,
  ContributionMarginInput,
  EmailInput,
  SalesDocumentRotRutReductionPerson,
  SalesDocumentRotRutReductionPersonInput,
} from '../shared/types.ts';

/** A collective customer invoice relation to order, as the API answers it. */
export interface CollectiveCustomerInvoiceRelationToOrder {
  OrderId: string;
  OrderNumber?: number | null;
  OrderReference?: string | null;
  /** A date. */
  DeliveryDate?: string | null;
  RelatedInvoiceRows?: number[] | null;
}

/** A collective customer invoice relation to order, as it is sent. */
export interface CollectiveCustomerInvoiceRelationToOrderInput {
  readonly OrderId?: string | undefined;
  readonly OrderNumber?: number | null | undefined;
  readonly OrderReference?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  readonly RelatedInvoiceRows?: readonly number[] | null | undefined;
}

/** A credited by, as the API answers it. */
export interface CreditedBy {
  CreditInvoiceId: string;
}

/** A credited by, as it is sent. */
export interface CreditedByInput {
  readonly CreditInvoiceId?: string | undefined;
}

/** A customer invoice, as the API answers it. */
export interface CustomerInvoice {
  Id: string;
  EuThirdParty: boolean;
  IsCreditInvoice: boolean;
  CurrencyCode?: string | null;
  CurrencyRate?: number | null;
  CreatedByUserId?: string | null;
  TotalAmount: number;
  TotalVatAmount: number;
  TotalRoundings: number;
  TotalAmountInvoiceCurrency: number;
  TotalVatAmountInvoiceCurrency: number;
  SetOffAmountInvoiceCurrency: number;
  CustomerId: string;
  Rows: CustomerInvoiceRow[];
  VatSpecification?: CustomerInvoiceVat[] | null;
  /** A date. */
  InvoiceDate?: string | null;
  /** A date. */
  DueDate?: string | null;
  /** A date. */
  DeliveryDate?: string | null;
  /** 0 Normal, 1 Rot, 2 Rut. */
  RotReducedInvoicingType: OpenEnum<0 | 1 | 2>;
  MaxAllowedTaxReductionAmount: number;
  /** At most 2 decimals. */
  RotReducedInvoicingAmount?: number | null;
  /** At most 4 decimals. */
  RotReducedInvoicingPercent: number;
  RotReducedInvoicingPropertyName?: string | null;
  /** At most 11 characters. */
  RotReducedInvoicingOrgNumber?: string | null;
  Persons?: SalesDocumentRotRutReductionPerson[] | null;
  RotReducedInvoicingAutomaticDistribution: boolean;
  ElectronicReference?: string | null;
  /** At most 100 characters. */
  SubscriptionNumber?: string | null;
  /** At most 100 characters. */
  ContractNumber?: string | null;
  ElectronicAddress?: string | null;
  /** At most 50 characters. */
  EdiServiceDelivererId?: string | null;
  /** At most 100 characters. */
  OurReference?: string | null;
  /** At most 100 characters. */
  YourReference?: string | null;
  /** At most 35 characters. */
  BuyersOrderReference?: string | null;
  InvoiceCustomerName?: string | null;
  /** At most 50 characters. */
  InvoiceAddress1?: string | null;
  /** At most 50 characters. */
  InvoiceAddress2?: string | null;
  /** At most 50 characters. */
  InvoicePostalCode?: string | null;
  /** At most 50 characters. */
  InvoiceCity?: string | null;
  /** At most 2 characters. */
  InvoiceCountryCode?: string | null;
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
  DeliveryMethodName?: string | null;
  DeliveryTermName?: string | null;
  DeliveryMethodCode?: string | null;
  DeliveryTermCode?: string | null;
  CustomerIsPrivatePerson: boolean;
  TermsOfPaymentId: string;
  CustomerEmail?: string | null;
  InvoiceNumber: number;
  CustomerNumber?: string | null;
  CustomerName?: string | null;
  PaymentReferenceNumber?: string | null;
  /** 1 Apartment, 2 Property. */
  RotPropertyType?: OpenEnum<1 | 2> | null;
  SalesDocumentAttachments?: string[] | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
  HasAutoInvoiceError: boolean;
  IsNotDelivered: boolean;
  ReverseChargeOnConstructionServices: boolean;
  WorkHouseOtherCosts?: number | null;
  RemainingAmount: number;
  RemainingAmountInvoiceCurrency: number;
  ReferringInvoiceId?: string | null;
  CreatedFromOrderId?: string | null;
  CreatedFromQuoteId?: string | null;
  CreatedFromDraftId?: string | null;
  VoucherNumber?: string | null;
  VoucherId: string;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  ReversedConstructionVatInvoicing: boolean;
  IncludesVat: boolean;
  /** 0 None, 1 AutoInvoiceElectronic, 2 AutoInvoicePrint, 3 AutoInvoiceB2C, 4 Kivra. */
  SendType?: OpenEnum<0 | 1 | 2 | 3 | 4> | null;
  PaymentReminderIssued: boolean;
  PaymentRemindersCount: number;
  /** A date. */
  LastPaymentReminderSentDate?: string | null;
  UsesGreenTechnology: boolean;
  IsSold: boolean;
  /**
   * 0 Unknown, 1 Applied, 2 Withdrawn, 3 Rejected, 4 Sold, 5 Approved, 6 FirstReminderSent, 7 DebtCollection, 8
   * Reclaimed, 9 FullyPaid, 10 Closed, 11 SecondReminderSent.
   */
  FactoringInvoiceStatus: OpenEnum<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11>;
  /** A date. */
  PaymentDate?: string | null;
  /** 0 Paid, 1 Unpaid, 2 Overdue. */
  PaymentStatus: OpenEnum<0 | 1 | 2>;
  CreditedBy?: CreditedBy[] | null;
  ContributionMargin?: ContributionMargin | null;
  IsDirectDebit?: boolean | null;
  IsQuickInvoice: boolean;
  IsCollectiveInvoice: boolean;
  CollectiveCustomerInvoiceRowsRelationToOrders?: CollectiveCustomerInvoiceRelationToOrder[] | null;
  ReplaceUnitPriceWhenZero: boolean;
  /** 0 None, 1 ApplicableForDeductionExport, 2 ExportedToTaxAuthority, 3 RejectedByTaxAuthority. */
  TaxDeductionStatus: OpenEnum<0 | 1 | 2 | 3>;
  BackgroundId?: string | null;
}

/** A customer invoice, as it is sent. */
export interface CustomerInvoiceInput {
  readonly EuThirdParty: boolean;
  readonly IsCreditInvoice?: boolean | undefined;
  readonly CurrencyRate?: number | null | undefined;
  readonly CustomerId: string;
  readonly Rows: readonly CustomerInvoiceRowInput[];
  /** A date, `YYYY-MM-DD`. */
  readonly InvoiceDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DueDate?: string | null | undefined;
  /** A date, `YYYY-MM-DD`. */
  readonly DeliveryDate?: string | null | undefined;
  /** 0 Normal, 1 Rot, 2 Rut. */
  readonly RotReducedInvoicingType: 0 | 1 | 2;
  /** At most 2 decimals. */
  readonly RotReducedInvoicingAmount?: number | null | undefined;
  readonly RotReducedInvoicingPropertyName?: string | null | undefined;
  /** At most 11 characters. */
  readonly RotReducedInvoicingOrgNumber?: string | null | undefined;
  readonly Persons?: readonly SalesDocumentRotRutReductionPersonInput[] | null | undefined;
  readonly ElectronicReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly SubscriptionNumber?: string | null | undefined;
  /** At most 100 characters. */
  readonly ContractNumber?: string | null | undefined;
  /** At most 50 characters. */
  readonly EdiServiceDelivererId?: string | null | undefined;
  /** At most 100 characters. */
  readonly OurReference?: string | null | undefined;
  /** At most 100 characters. */
  readonly YourReference?: string | null | undefined;
  /** At most 35 characters. */
  readonly BuyersOrderReference?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress1?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceAddress2?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoicePostalCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly InvoiceCity?: string | null | undefined;
  /** At most 2 characters. */
  readonly InvoiceCountryCode?: string | null | undefined;
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
  readonly TermsOfPaymentId?: string | undefined;
  /** 1 Apartment, 2 Property. */
  readonly RotPropertyType?: 1 | 2 | null | undefined;
  readonly WorkHouseOtherCosts?: number | null | undefined;
  readonly CreatedFromDraftId?: string | null | undefined;
  /** 0 None, 1 AutoInvoiceElectronic, 2 AutoInvoicePrint, 3 AutoInvoiceB2C, 4 Kivra. */
  readonly SendType?: 0 | 1 | 2 | 3 | 4 | null | undefined;
  readonly UsesGreenTechnology?: boolean | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
  readonly IsDirectDebit?: boolean | null | undefined;
  readonly ReplaceUnitPriceWhenZero?: boolean | undefined;
  readonly BackgroundId?: string | null | undefined;
}

/** A customer invoice row, as the API answers it. */
export interface CustomerInvoiceRow {
  Id: string;
  ArticleNumber?: string | null;
  ArticleId?: string | null;
  IsServiceArticle: boolean;
  AmountNoVat: number;
  /**
   *
   * @deprecated by the API.
   */
  PercentVat: number;
  VatRate?: number | null;
  LineNumber: number;
  IsTextRow: boolean;
  /** At most 2000 characters. */
  Text?: string | null;
  /** At most 4 decimals. */
  UnitPrice: number;
  UnitAbbreviation?: string | null;
  UnitAbbreviationEnglish?: string | null;
  IsDiscountInFixedAmount: boolean;
  /** At most 2 decimals. */
  DiscountFixedAmount?: number | null;
  /** At most 4 decimals. From 0 to 1. */
  DiscountPercentage: number;
  /** At most 2 decimals. */
  Quantity: number;
  IsWorkCost: boolean;
  IsVatFree: boolean;
  CostCenterItemId1?: string | null;
  CostCenterItemId2?: string | null;
  CostCenterItemId3?: string | null;
  UnitId?: string | null;
  ProjectId?: string | null;
  WorkCostType: number;
  WorkHours?: number | null;
  MaterialCosts?: number | null;
  /** From 0 to 3. */
  GreenTechnologyType: number;
  ContributionMargin?: ContributionMargin | null;
  PurchasePrice: number;
  FreightCosts: number;
  /** At most 2 decimals. */
  Amount: number;
}

/** A customer invoice row, as it is sent. */
export interface CustomerInvoiceRowInput {
  readonly ArticleId?: string | null | undefined;
  /** At most 2000 characters. */
  readonly Text?: string | null | undefined;
  /** At most 4 decimals. */
  readonly UnitPrice?: number | undefined;
  /** At most 4 decimals. From 0 to 1. */
  readonly DiscountPercentage?: number | undefined;
  /** At most 2 decimals. */
  readonly Quantity?: number | undefined;
  readonly IsVatFree?: boolean | undefined;
  readonly CostCenterItemId1?: string | null | undefined;
  readonly CostCenterItemId2?: string | null | undefined;
  readonly CostCenterItemId3?: string | null | undefined;
  readonly ProjectId?: string | null | undefined;
  readonly WorkCostType?: number | undefined;
  readonly WorkHours?: number | null | undefined;
  readonly MaterialCosts?: number | null | undefined;
  /** From 0 to 3. */
  readonly GreenTechnologyType?: number | undefined;
  readonly ContributionMargin?: ContributionMarginInput | undefined;
}

/** A customer invoice VAT, as the API answers it. */
export interface CustomerInvoiceVat {
  AmountInvoiceCurrency: number;
  VatAmountInvoiceCurrency: number;
  VatPercent: number;
}

/** A customer invoice VAT, as it is sent. */
export type CustomerInvoiceVatInput = Readonly<Record<string, never>>;

/** An electronic invoice request, as it is sent. */
export interface ElectronicInvoiceRequestInput {
  /** 1 AutoInvoiceElectronic, 2 AutoInvoicePrint, 3 AutoInvoiceB2C, 4 Kivra. */
  readonly SendType?: 1 | 2 | 3 | 4 | undefined;
}

/** An invoice url, as the API answers it. */
export interface InvoiceUrl {
  Url?: string | null;
}

/** A payment reminder email, as it is sent. */
export interface PaymentReminderEmailInput {
  /** At most 2 decimals. From 0 to 10000000. */
  readonly LatePaymentFee?: number | undefined;
  readonly EmailDetails?: EmailInput | undefined;
}
