import { deliveryOf, stopsRun } from '../export/delivery.ts';
import type { StatusChange, StatusResult, WorkStore } from '../ports/work-store.ts';

/**
 * Changes the status of items. A batch that is rejected as a whole is halved until the refused items stand alone, so that
 * one of them keeps no other from being changed. Passes on errors that concern every item, and those of unknown outcome.
 */
export async function setStatuses(work: WorkStore, accountId: string, change: StatusChange): Promise<readonly StatusResult[]> {
  const [only, ...others] = change.items;
  if (!only) {
    return [];
  }
  try {
    return await work.setStatus(accountId, change);
  } catch (failure) {
    if (deliveryOf(failure) !== 'answered' || stopsRun(failure)) {
      throw failure;
    }
    if (others.length === 0) {
      return [{ ref: only.ref, outcome: 'refused', message: failure instanceof Error ? failure.message : 'It was refused.' }];
    }
  }
  const middle = Math.ceil(change.items.length / 2);
  return [
    ...(await setStatuses(work, accountId, { ...change, items: change.items.slice(0, middle) })),
    ...(await setStatuses(work, accountId, { ...change, items: change.items.slice(middle) })),
  ];
}
