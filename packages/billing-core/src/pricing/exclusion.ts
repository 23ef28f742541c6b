import type { BillableItem, EntryStatus } from '../model/items.ts';
import type { Approval } from '../model/policy.ts';
import type { ExclusionReason } from '../model/problem.ts';

/** A reason in plain English: its words are chosen so that they are the sentence, `already-invoiced` is "Already invoiced.". */
export function exclusionMessage(reason: ExclusionReason): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1).replaceAll('-', ' ')}.`;
}

type Entry = Exclude<BillableItem, { readonly kind: 'term' }>;

function isApproved({ status, clientStatus, internalStatus }: Entry, approval: Approval): boolean {
  const internal = status === 'Approved' && (internalStatus ?? status) === 'Approved';
  const external = (internalStatus === undefined ? clientStatus : status) === 'Approved';
  if (approval === 'both') return internal && external;
  return approval === 'none' || (approval === 'internal' ? internal : external);
}

function onEitherTrack({ status, clientStatus, internalStatus }: Entry, wanted: EntryStatus): boolean {
  return status === wanted || clientStatus === wanted || internalStatus === wanted;
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
