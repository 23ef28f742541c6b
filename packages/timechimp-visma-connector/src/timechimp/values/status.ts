import type { EntryStatus } from '@x/billing-core';

/** The statuses with the numbers that API v1 gives them. */
const numbers: Readonly<Record<EntryStatus, number>> = {
  Open: 0,
  PendingApproval: 1,
  Approved: 2,
  Invoiced: 3,
  WrittenOff: 4,
  Rejected: -1,
};

/** Every status. */
export const entryStatuses = Object.keys(numbers) as readonly EntryStatus[];

/** A status by its name, or by its number of API v1. Undefined for anything else. */
export function statusOf(value: string | number | null | undefined): EntryStatus | undefined {
  return entryStatuses.find((status) => (typeof value === 'number' ? numbers[status] === value : status === value));
}

/** The number that API v1 knows a status by. */
export function statusNumber(status: EntryStatus): number {
  return numbers[status];
}
