import type { Step } from './context.ts';
import { attachments, salesAttachments } from './files.ts';
import { accounts, dimensions, links, reference, settings } from './records.ts';
import { articles, customers, drafts, invoices, ledger, refusals } from './sales.ts';

/** Every step with rules to heed, by name, in the order in which they run. What they leave is called afterwards. */
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
