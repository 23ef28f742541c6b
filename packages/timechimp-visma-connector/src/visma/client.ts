import {
  AccountsResource,
  ArticleAccountCodingsResource,
  ArticlesResource,
  AttachmentLinksResource,
  AttachmentsResource,
  CompanySettingsResource,
  CostCentersResource,
  CountriesResource,
  createClientOf,
  CurrenciesResource,
  CustomerInvoiceDraftsResource,
  CustomerInvoicesResource,
  CustomerLedgerItemsResource,
  CustomersResource,
  FiscalYearsResource,
  ProjectsResource,
  SalesDocumentAttachmentsResource,
  TermsOfPaymentsResource,
  UnitsResource,
  VatCodesResource,
  VouchersResource,
  type ClientOf,
  type VismaClientOptions,
} from '@x/visma-eaccounting';

/** The resources that the connector uses; the others shake out of a bundle. */
const resources = {
  accounts: AccountsResource,
  articles: ArticlesResource,
  articleAccountCodings: ArticleAccountCodingsResource,
  attachmentLinks: AttachmentLinksResource,
  attachments: AttachmentsResource,
  companySettings: CompanySettingsResource,
  costCenters: CostCentersResource,
  countries: CountriesResource,
  currencies: CurrenciesResource,
  customerInvoiceDrafts: CustomerInvoiceDraftsResource,
  customerInvoices: CustomerInvoicesResource,
  customerLedgerItems: CustomerLedgerItemsResource,
  customers: CustomersResource,
  fiscalYears: FiscalYearsResource,
  projects: ProjectsResource,
  salesDocumentAttachments: SalesDocumentAttachmentsResource,
  termsOfPayments: TermsOfPaymentsResource,
  units: UnitsResource,
  vatCodes: VatCodesResource,
  vouchers: VouchersResource,
};

/** The part of Visma's API that the connector works with. */
export type ConnectorClient = ClientOf<typeof resources>;

/** Builds the client of one connection. */
export function createConnectorClient(options: VismaClientOptions): ConnectorClient {
  return createClientOf(resources, options);
}
