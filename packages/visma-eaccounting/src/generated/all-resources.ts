// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { AccountBalancesResource } from './account-balances/resource.ts';
import { AccountTypesResource } from './account-types/resource.ts';
import { AccountsResource } from './accounts/resource.ts';
import { AllocationPeriodsResource } from './allocation-periods/resource.ts';
import { AppStoreStatusResource } from './app-store-status/resource.ts';
import { ApprovalsResource } from './approvals/resource.ts';
import { ArticleAccountCodingsResource } from './article-account-codings/resource.ts';
import { ArticleLabelsResource } from './article-labels/resource.ts';
import { ArticlesResource } from './articles/resource.ts';
import { AttachmentLinksResource } from './attachment-links/resource.ts';
import { AttachmentsResource } from './attachments/resource.ts';
import { BankAccountsResource } from './bank-accounts/resource.ts';
import { BankTransactionsResource } from './bank-transactions/resource.ts';
import { BanksResource } from './banks/resource.ts';
import { CompanySettingsResource } from './company-settings/resource.ts';
import { CostCenterItemsResource } from './cost-center-items/resource.ts';
import { CostCentersResource } from './cost-centers/resource.ts';
import { CountriesResource } from './countries/resource.ts';
import { CurrenciesResource } from './currencies/resource.ts';
import { CustomerInvoiceDraftsResource } from './customer-invoice-drafts/resource.ts';
import { CustomerInvoicesResource } from './customer-invoices/resource.ts';
import { CustomerLabelsResource } from './customer-labels/resource.ts';
import { CustomerLedgerItemsResource } from './customer-ledger-items/resource.ts';
import { CustomersResource } from './customers/resource.ts';
import { DeliveryMethodsResource } from './delivery-methods/resource.ts';
import { DeliveryTermsResource } from './delivery-terms/resource.ts';
import { DiscountAgreementsResource } from './discount-agreements/resource.ts';
import { DocumentsResource } from './documents/resource.ts';
import { FiscalYearsResource } from './fiscal-years/resource.ts';
import { ForeignPaymentCodesResource } from './foreign-payment-codes/resource.ts';
import { InventoryItemsResource } from './inventory-items/resource.ts';
import { MessageThreadsResource } from './message-threads/resource.ts';
import { NotesResource } from './notes/resource.ts';
import { OrdersResource } from './orders/resource.ts';
import { PartnerResourceLinksResource } from './partner-resource-links/resource.ts';
import { PaymentVouchersResource } from './payment-vouchers/resource.ts';
import { ProjectsResource } from './projects/resource.ts';
import { QuoteDraftsResource } from './quote-drafts/resource.ts';
import { QuotesResource } from './quotes/resource.ts';
import { SalesDocumentAttachmentsResource } from './sales-document-attachments/resource.ts';
import { SalesPriceListsResource } from './sales-price-lists/resource.ts';
import { SieFilesResource } from './sie-files/resource.ts';
import { SupplierInvoiceDraftsResource } from './supplier-invoice-drafts/resource.ts';
import { SupplierInvoicesResource } from './supplier-invoices/resource.ts';
import { SuppliersResource } from './suppliers/resource.ts';
import { TermsOfPaymentsResource } from './terms-of-payments/resource.ts';
import { UnitsResource } from './units/resource.ts';
import { UsersResource } from './users/resource.ts';
import { VatCodesResource } from './vat-codes/resource.ts';
import { VatReportsResource } from './vat-reports/resource.ts';
import { VoucherDraftsResource } from './voucher-drafts/resource.ts';
import { VouchersResource } from './vouchers/resource.ts';
import { VouchersWithOverUnderPaymentResource } from './vouchers-with-over-under-payment/resource.ts';
import { WarmupResource } from './warmup/resource.ts';
import { WebshopOrdersResource } from './webshop-orders/resource.ts';

/** All resources of the API. */
export interface AllResources {
  readonly accountBalances: AccountBalancesResource;
  readonly accountTypes: AccountTypesResource;
  /** The chart of accounts, per fiscal year. */
  readonly accounts: AccountsResource;
  readonly allocationPeriods: AllocationPeriodsResource;
  readonly appStoreStatus: AppStoreStatusResource;
  readonly approvals: ApprovalsResource;
  /** Codings: which account and which VAT rate an invoice row of an article gets, for each kind of sale. */
  readonly articleAccountCodings: ArticleAccountCodingsResource;
  readonly articleLabels: ArticleLabelsResource;
  /** Articles: what invoice rows sell. An article decides the account and the VAT of its rows. */
  readonly articles: ArticlesResource;
  readonly attachmentLinks: AttachmentLinksResource;
  /** Files for vouchers and supplier invoices. Link them with `attachmentLinks`. */
  readonly attachments: AttachmentsResource;
  readonly bankAccounts: BankAccountsResource;
  readonly bankTransactions: BankTransactionsResource;
  readonly banks: BanksResource;
  /** The company that the access token is bound to: country, currency, locks, next numbers. */
  readonly companySettings: CompanySettingsResource;
  /** The items of a cost centre, to which rows can be booked. */
  readonly costCenterItems: CostCenterItemsResource;
  /** Cost centres. They can be listed and renamed, not created. */
  readonly costCenters: CostCentersResource;
  /** Countries with their ISO codes and whether they are in the EU. */
  readonly countries: CountriesResource;
  /** Currencies and exchange rates. */
  readonly currencies: CurrenciesResource;
  /** Invoice drafts: the only invoices that can still be changed or deleted. */
  readonly customerInvoiceDrafts: CustomerInvoiceDraftsResource;
  /** Final customer invoices: numbered and booked. */
  readonly customerInvoices: CustomerInvoicesResource;
  readonly customerLabels: CustomerLabelsResource;
  /** Open items of the customer ledger, and invoices made elsewhere. */
  readonly customerLedgerItems: CustomerLedgerItemsResource;
  /** Customers: whom invoices are addressed to. */
  readonly customers: CustomersResource;
  readonly deliveryMethods: DeliveryMethodsResource;
  readonly deliveryTerms: DeliveryTermsResource;
  readonly discountAgreements: DiscountAgreementsResource;
  readonly documents: DocumentsResource;
  /** Fiscal years and their opening balances. */
  readonly fiscalYears: FiscalYearsResource;
  readonly foreignPaymentCodes: ForeignPaymentCodesResource;
  readonly inventoryItems: InventoryItemsResource;
  readonly messageThreads: MessageThreadsResource;
  readonly notes: NotesResource;
  readonly orders: OrdersResource;
  /** Links from a record to its counterpart in another system. */
  readonly partnerResourceLinks: PartnerResourceLinksResource;
  readonly paymentVouchers: PaymentVouchersResource;
  /** Projects, to which rows can be booked. */
  readonly projects: ProjectsResource;
  readonly quoteDrafts: QuoteDraftsResource;
  readonly quotes: QuotesResource;
  /** Files that travel with invoices, drafts, orders and quotes. */
  readonly salesDocumentAttachments: SalesDocumentAttachmentsResource;
  readonly salesPriceLists: SalesPriceListsResource;
  readonly sieFiles: SieFilesResource;
  readonly supplierInvoiceDrafts: SupplierInvoiceDraftsResource;
  readonly supplierInvoices: SupplierInvoicesResource;
  readonly suppliers: SuppliersResource;
  /** Terms of payment, for sales and for purchases. */
  readonly termsOfPayments: TermsOfPaymentsResource;
  /** Units of articles, such as hours or pieces. */
  readonly units: UnitsResource;
  /** People with access to the company. */
  readonly users: UsersResource;
  /** VAT codes and their rates. */
  readonly vatCodes: VatCodesResource;
  readonly vatReports: VatReportsResource;
  readonly voucherDrafts: VoucherDraftsResource;
  /** Vouchers: the entries of the bookkeeping. */
  readonly vouchers: VouchersResource;
  readonly vouchersWithOverUnderPayment: VouchersWithOverUnderPaymentResource;
  readonly warmup: WarmupResource;
  readonly webshopOrders: WebshopOrdersResource;
}

/** Their classes, by the name of the client's property. */
export const allResources = {
  accountBalances: AccountBalancesResource,
  accountTypes: AccountTypesResource,
  accounts: AccountsResource,
  allocationPeriods: AllocationPeriodsResource,
  appStoreStatus: AppStoreStatusResource,
  approvals: ApprovalsResource,
  articleAccountCodings: ArticleAccountCodingsResource,
  articleLabels: ArticleLabelsResource,
  articles: ArticlesResource,
  attachmentLinks: AttachmentLinksResource,
  attachments: AttachmentsResource,
  bankAccounts: BankAccountsResource,
  bankTransactions: BankTransactionsResource,
  banks: BanksResource,
  companySettings: CompanySettingsResource,
  costCenterItems: CostCenterItemsResource,
  costCenters: CostCentersResource,
  countries: CountriesResource,
  currencies: CurrenciesResource,
  customerInvoiceDrafts: CustomerInvoiceDraftsResource,
  customerInvoices: CustomerInvoicesResource,
  customerLabels: CustomerLabelsResource,
  customerLedgerItems: CustomerLedgerItemsResource,
  customers: CustomersResource,
  deliveryMethods: DeliveryMethodsResource,
  deliveryTerms: DeliveryTermsResource,
  discountAgreements: DiscountAgreementsResource,
  documents: DocumentsResource,
  fiscalYears: FiscalYearsResource,
  foreignPaymentCodes: ForeignPaymentCodesResource,
  inventoryItems: InventoryItemsResource,
  messageThreads: MessageThreadsResource,
  notes: NotesResource,
  orders: OrdersResource,
  partnerResourceLinks: PartnerResourceLinksResource,
  paymentVouchers: PaymentVouchersResource,
  projects: ProjectsResource,
  quoteDrafts: QuoteDraftsResource,
  quotes: QuotesResource,
  salesDocumentAttachments: SalesDocumentAttachmentsResource,
  salesPriceLists: SalesPriceListsResource,
  sieFiles: SieFilesResource,
  supplierInvoiceDrafts: SupplierInvoiceDraftsResource,
  supplierInvoices: SupplierInvoicesResource,
  suppliers: SuppliersResource,
  termsOfPayments: TermsOfPaymentsResource,
  units: UnitsResource,
  users: UsersResource,
  vatCodes: VatCodesResource,
  vatReports: VatReportsResource,
  voucherDrafts: VoucherDraftsResource,
  vouchers: VouchersResource,
  vouchersWithOverUnderPayment: VouchersWithOverUnderPaymentResource,
  warmup: WarmupResource,
  webshopOrders: WebshopOrdersResource,
} as const;
