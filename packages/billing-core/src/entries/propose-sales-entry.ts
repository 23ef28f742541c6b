import type { Invoice } from '../model/invoice.ts';
import type { Customer } from '../model/master-data.ts';
import type { Result } from '../model/primitives.ts';
import type { Problem } from '../model/problem.ts';
import type { SalesEntry, SalesEntryPolicy } from '../model/sales-entry.ts';

/** From an invoice that TimeChimp has sent to a balanced booking. The printed total, net and VAT lead. */
export function proposeSalesEntry(
  _invoice: Invoice,
  _customer: Customer,
  _policy: SalesEntryPolicy,
): Result<SalesEntry, readonly Problem[]> {
  return { ok: false, problems: [] };
}
