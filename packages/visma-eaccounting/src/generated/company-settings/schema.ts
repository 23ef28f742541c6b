// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, date, decimal, int, oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type {
  AccountingLockDateInput,
  AccountingLockSettingsInput,
  ApprovalSettings,
  ApprovalSettingsInput,
  AutoInvoice,
  AutoInvoiceInput,
  CompanyGreenTechnologySettings,
  CompanyGreenTechnologySettingsInput,
  CompanyRotRutSettings,
  CompanyRotRutSettingsInput,
  CompanyScanningAddress,
  CompanyScanningAddressInput,
  CompanySettings,
  CompanySettingsInput,
  CompanyTexts,
  CompanyTextsInput,
  TaxDeclarationDate,
  TaxDeclarationDateInput,
} from './types.ts';

export const accountingLockDateModel = /* @__PURE__ */ new Model<never, AccountingLockDateInput>(() => ({
  Year: int(),
  Month: int(1, 12),
}));

export const accountingLockSettingsModel = /* @__PURE__ */ new Model<never, AccountingLockSettingsInput>(() => ({
  AccountingLockedAsOf: accountingLockDateModel,
  AccountingLockInterval: oneOf(0, 1, 2, 3, 4),
  TaxDeclarationDate: taxDeclarationDateModel,
}));

export const approvalSettingsModel = /* @__PURE__ */ new Model<ApprovalSettings, ApprovalSettingsInput>(() => ({
  UsesSupplierInvoiceApproval: [bool(), readOnly],
  UsesVatReportApproval: [bool(), readOnly],
}));

export const autoInvoiceModel = /* @__PURE__ */ new Model<AutoInvoice, AutoInvoiceInput>(() => ({
  AutoInvoiceActivationStatus: [oneOf(0, 1, 2), readOnly],
  AutoInvoiceB2CStatus: [oneOf(0, 1, 2), readOnly],
  AutoInvoiceInboundStatus: [oneOf(0, 1), readOnly],
}));

export const companyGreenTechnologySettingsModel = /* @__PURE__ */ new Model<CompanyGreenTechnologySettings, CompanyGreenTechnologySettingsInput>(() => ({
  GreenTechnologyDeductionMaxAmount: [decimal(), readOnly],
  SollarCellDiscountPercentage: [decimal(), readOnly],
}));

export const companyRotRutSettingsModel = /* @__PURE__ */ new Model<CompanyRotRutSettings, CompanyRotRutSettingsInput>(() => ({
  RutMaxAmountForPersBelow65Year: decimal(2, 0, 999999),
  RutMaxAmountForPersOver65Year: decimal(2, 0, 999999),
  RutReducedInvoicingPercent: decimal(2, 0, 1),
  RotReducedInvoicingMaxAmount: decimal(2, 0, 999999),
  RotReducedInvoicingPercent: decimal(2, 0, 1),
}));

export const companyScanningAddressModel = /* @__PURE__ */ new Model<CompanyScanningAddress, CompanyScanningAddressInput>(() => ({
  Name: [text(), nullable],
  Address1: [text(), nullable],
  Address2: [text(), nullable],
  PostCode: [text(), nullable],
  PostOffice: [text(), nullable],
  Email: [text(), nullable],
}));

export const companySettingsModel = /* @__PURE__ */ new Model<CompanySettings, CompanySettingsInput>(() => ({
  CompanyScanningAddress: companyScanningAddressModel,
  Name: [text(100), required],
  Email: [text(255), nullable],
  Phone: [text(20), nullable],
  MobilePhone: [text(20), nullable],
  Address1: [text(40), required],
  Address2: [text(40), nullable],
  CountryCode: [text(2), required],
  PostalCode: [text(10), required],
  City: [text(40), required],
  Website: [text(255), nullable],
  OurReference: [text(100), nullable],
  CurrencyCode: [text(), nullable + readOnly],
  TermsOfPaymentId: [uuid(), readOnly],
  CorporateIdentityNumber: [text(), nullable + readOnly],
  PeppolId: [text(), nullable + readOnly],
  VatCode: [text(), nullable + readOnly],
  BankGiro: [text(), nullable],
  PlusGiro: [text(), nullable],
  BankAccount: [text(), nullable + readOnly],
  Iban: [text(), nullable + readOnly],
  AccountNumberDigits: [int(), readOnly],
  AccountingLockedTo: [date(), readOnly],
  AccountingLockInterval: [oneOf(0, 1, 2, 3, 4), readOnly],
  TaxDeclarationDate: taxDeclarationDateModel,
  Gln: [text(), nullable + readOnly],
  ProductVariant: [oneOf(1, 2, 3, 4, 5, 6), nullable + readOnly],
  TypeOfBusiness: [oneOf(1, 2, 3, 4, 5, 6, 7, 9), readOnly],
  VatPeriod: [oneOf(1, 2, 3, 4, 5, 6, 7, 8, 9), readOnly],
  ActivatedModules: [list(text()), nullable + readOnly],
  CompanyText: companyTextsModel,
  NextCustomerNumber: [int(), readOnly],
  NextSupplierNumber: [int(), readOnly],
  NextCustomerInvoiceNumber: [int(), readOnly],
  NextQuoteNumber: [int(), readOnly],
  NextOrderNumber: [int(), readOnly],
  NextArticleNumber: [int(), nullable + readOnly],
  ShowPricesExclVatPC: [bool(), readOnly],
  ShowContributionMargin: [bool(), readOnly],
  HasProportionalVatEnabled: [bool(), readOnly],
  ProportionalVatValue: [int(), nullable + readOnly],
  IsPayslipActivated: [bool(), nullable + readOnly],
  UsesCostCenter: [bool(), readOnly],
  UsesProject: [bool(), readOnly],
  UsesMoss: bool(),
  UsesPaymentReferenceNumber: bool(),
  UsesSupplierInvoiceEdit: [bool(), nullable],
  UseAdvancedMode: [bool(), nullable],
  DomesticCurrencyRounding: [oneOf(0, 1), readOnly],
  AutoInvoice: autoInvoiceModel,
  ApprovalSettings: approvalSettingsModel,
  UsesReverseConstructionVat: bool(),
  UsesRotReducedInvoicing: bool(),
  CompanyRotRutSettings: companyRotRutSettingsModel,
  CompanyStatus: [oneOf(0, 1, 2), readOnly],
  CompanyIdentifier: [text(), nullable + readOnly],
  BankgiroNumberPrint: [text(), nullable],
  KeepOriginalDraftDate: [bool(), nullable],
  UsePaymentFilesForOutgoingPayments: bool(),
  UseAutomaticVatCalculation: [bool(), nullable],
  ShowCostCenterReminder: [bool(), readOnly],
  ShowProjectReminder: [bool(), readOnly],
  UsesGreenTechnology: [bool(), readOnly],
  CompanyGreenTechnologySettings: companyGreenTechnologySettingsModel,
  UsesVatTriangulationRules: bool(),
  Swish: [text(20), nullable],
  CompanyEmailForUpload: [text(), nullable + readOnly],
  VismaWebshopStatus: [oneOf(0, 1, 2, 3), readOnly],
  UsesTransactionText: [bool(), readOnly],
  FirstPaymentReminderWithoutFee: [bool(), nullable],
  LatePaymentFee: [decimal(99, 0, 99999), nullable],
  DefaultBackgroundId: [uuid(), nullable],
  InvoicePrintSettingsType: [oneOf(0, 1, 2, 3), readOnly],
}));

export const companyTextsModel = /* @__PURE__ */ new Model<CompanyTexts, CompanyTextsInput>(() => ({
  CustomerInvoiceTextDomestic: [text(400), nullable],
  CustomerInvoiceTextForeign: [text(400), nullable],
  OrderTextDomestic: [text(400), nullable],
  OrderTextForeign: [text(400), nullable],
  OverDueTextDomestic: [text(400), nullable],
  OverDueTextForeign: [text(400), nullable],
  QuoteEmailDomestic: [text(2048), nullable],
  QuoteEmailForeign: [text(2048), nullable],
  InvoiceEmailDomestic: [text(2048), nullable],
  InvoiceEmailForeign: [text(2048), nullable],
  OrderEmailDomestic: [text(2048), nullable],
  OrderEmailForeign: [text(2048), nullable],
  PurchaseOrderEmailDomestic: [text(2048), nullable],
  PurchaseOrderEmailForeign: [text(2048), nullable],
}));

export const taxDeclarationDateModel = /* @__PURE__ */ new Model<TaxDeclarationDate, TaxDeclarationDateInput>(() => ({
  Month: int(1, 31),
  Day: int(1, 12),
}));
