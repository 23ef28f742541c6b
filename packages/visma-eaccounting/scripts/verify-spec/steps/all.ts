import type { Step } from './context.ts';
import { attachments, salesAttachments } from './files.ts';
import { accounts, dimensions, links, reference, settings } from './records.ts';
import { articles, customers, drafts, invoices, ledger, refusals } from './sales.ts';

/** Every step by name, in the order in which they run. */
export const steps: Readonly<Record<string, Step>> = {
  customers,
  articles,
  reference,
  accounts,
  settings,
  dimensions,
  drafts,
  refusals,
  invoices,
  ledger,
  attachments,
  salesAttachments,
  links,
};

/** The groups of the document whose every operation has to be exercised. */
export const coveredTags: ReadonlySet<string> = new Set([
  'Accounts',
  'ArticleAccountCodings',
  'Articles',
  'AttachmentLinks',
  'Attachments',
  'CompanySettings',
  'CostCenterItems',
  'CostCenters',
  'Countries',
  'Currencies',
  'CustomerInvoiceDrafts',
  'CustomerInvoices',
  'CustomerLedgerItems',
  'Customers',
  'FiscalYears',
  'PartnerResourceLinks',
  'Projects',
  'SalesDocumentAttachments',
  'TermsOfPayment',
  'Units',
  'Users',
  'VatCode',
  'Vouchers',
]);
