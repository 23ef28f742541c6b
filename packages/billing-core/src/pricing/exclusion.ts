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

type Entry = Exclude<BillableItem, { readonly kind: 'term' }>;

function isApproved({ status, clientStatus }: Entry, approval: Approval): boolean {
  switch (approval) {
    case 'none':
      return true;
    case 'internal':
      return status === 'Approved';
    case 'external':
      return clientStatus === 'Approved';
    case 'both':
      return status === 'Approved' && clientStatus === 'Approved';
  }
}

function onEitherTrack({ status, clientStatus }: Entry, wanted: EntryStatus): boolean {
  return status === wanted || clientStatus === wanted;
}

/** Why an item is left out, as far as the item itself tells. Terms are never left out. */
export function exclusionOf(item: BillableItem, approval: Approval): ExclusionReason | undefined {
  if (item.kind === 'term') return undefined;
  if (onEitherTrack(item, 'Invoiced')) return 'already-invoiced';
  if (onEitherTrack(item, 'WrittenOff')) return 'written-off';
  if (onEitherTrack(item, 'Rejected')) return 'rejected';
  if (!isApproved(item, approval)) return 'not-approved';
  if ('type' in item && (item.type ?? 'Business') !== 'Business') return 'not-a-business-trip';
  return item.billable === false ? 'not-billable' : undefined;
}
