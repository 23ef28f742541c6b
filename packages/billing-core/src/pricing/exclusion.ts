import type { BillableItem, EntryStatus } from '../model/items.ts';
import type { Approval } from '../model/policy.ts';
import type { ExclusionReason } from '../model/problem.ts';

/** Reasons in plain English. */
export const EXCLUSION_MESSAGES: Readonly<Record<ExclusionReason, string>> = {
  'already-invoiced': 'Already invoiced.',
  'written-off': 'Written off.',
  rejected: 'Rejected.',
  'not-approved': 'Not approved.',
  'not-billable': 'Marked as not billable.',
  'activity-not-billable': 'The activity is not billable in this project.',
  'project-not-invoiced': 'The project is not invoiced.',
  'covered-by-fixed-price': 'Covered by the fixed price of the project.',
  'covered-by-subscription': 'Covered by the subscription of the project.',
  'not-a-business-trip': 'Not a business trip.',
  'internal-customer': 'The customer is the own organisation.',
  'unspecified-customer': 'The customer is a placeholder.',
  empty: 'Nothing to bill: the quantity is zero.',
};

function byStatus(statuses: readonly (EntryStatus | undefined)[], approval: Approval): ExclusionReason | undefined {
  if (statuses.includes('Invoiced')) return 'already-invoiced';
  if (statuses.includes('WrittenOff')) return 'written-off';
  if (statuses.includes('Rejected')) return 'rejected';
  const [internal, external] = statuses;
  const approved =
    (approval === 'none' || approval === 'external' || internal === 'Approved') &&
    (approval === 'none' || approval === 'internal' || external === 'Approved');
  return approved ? undefined : 'not-approved';
}

/** Why an item is left out, as far as the item itself tells. Terms are never left out. */
export function exclusionOf(item: BillableItem, approval: Approval): ExclusionReason | undefined {
  if (item.kind === 'term') return undefined;
  // The common case first: a million entries pass here.
  if (item.status !== 'Approved' || item.clientStatus !== undefined || approval !== 'internal') {
    const reason = byStatus([item.status, item.clientStatus], approval);
    if (reason !== undefined) return reason;
  }
  if (item.kind === 'mileage' && (item.type ?? 'Business') !== 'Business') return 'not-a-business-trip';
  return item.billable === false ? 'not-billable' : undefined;
}
