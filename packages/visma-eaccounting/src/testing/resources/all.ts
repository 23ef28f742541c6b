import { accountBalances } from './account-balances.ts';
import { accounts } from './accounts.ts';
import { approvals } from './approvals.ts';
import { articles } from './articles.ts';
import { attachments } from './attachments.ts';
import { companySettings } from './company-settings.ts';
import { conversions } from './conversions.ts';
import { costCenters } from './cost-centers.ts';
import { customerInvoiceDrafts } from './customer-invoice-drafts.ts';
import { customerInvoices } from './customer-invoices.ts';
import { customerLedgerItems } from './customer-ledger-items.ts';
import { customers } from './customers.ts';
import { fiscalYears } from './fiscal-years.ts';
import { messageThreads } from './message-threads.ts';
import type { Operation } from './operation.ts';
import { partnerResourceLinks } from './partner-resource-links.ts';
import { plainOperations } from './plain.ts';
import { projects } from './projects.ts';
import { referenceData } from './reference-data.ts';
import { salesDocumentAttachments } from './sales-document-attachments.ts';
import { salesPriceLists } from './sales-price-lists.ts';
import { sieFiles } from './sie-files.ts';
import { supplierInvoices } from './supplier-invoices.ts';
import { users } from './users.ts';
import { vouchers } from './vouchers.ts';

/** The operations with rules of their own. */
export const ruledOperations: readonly Operation[] = [
  ...accountBalances,
  ...accounts,
  ...approvals,
  ...articles,
  ...attachments,
  ...companySettings,
  ...conversions,
  ...costCenters,
  ...customerInvoiceDrafts,
  ...customerInvoices,
  ...customerLedgerItems,
  ...customers,
  ...fiscalYears,
  ...messageThreads,
  ...partnerResourceLinks,
  ...projects,
  ...referenceData,
  ...salesDocumentAttachments,
  ...salesPriceLists,
  ...sieFiles,
  ...supplierInvoices,
  ...users,
  ...vouchers,
];

/** Every documented operation: those with rules, and plain answers for the rest. */
export function allOperations(): Operation[] {
  return [...ruledOperations, ...plainOperations(ruledOperations)];
}
