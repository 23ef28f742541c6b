import { deliveryOf, stopsRun } from '../export/delivery.ts';
import type { ItemRef } from '../ports/item-ref.ts';
import type { StatusChange, StatusResult, WorkStore } from '../ports/work-store.ts';

/** What became of one item: the source's answer, or that none is known, or that it was not sent. */
export type StatusOutcome = StatusResult | { readonly ref: ItemRef; readonly outcome: 'in-doubt' | 'not-tried'; readonly message: string };

/**
 * Changes the status of items, at most 100. A batch that is rejected as a whole is halved until the refused items stand
 * alone, so that one of them keeps no other from being changed. A failure that concerns every item, or whose outcome is not
 * known, ends it: what was sent with it is `in-doubt` where it may have been carried out, the rest is `not-tried`. Never throws.
 */
export async function setStatuses(work: WorkStore, accountId: string, change: StatusChange): Promise<readonly StatusOutcome[]> {
  const open = [change.items];
  const outcomes: StatusOutcome[] = [];
  for (let items = open.shift(); items !== undefined; items = open.shift()) {
    if (items.length === 0) continue;
    try {
      outcomes.push(...(await work.setStatus(accountId, { ...change, items })));
    } catch (failure) {
      const message = failure instanceof Error ? failure.message : 'It failed.';
      const delivery = deliveryOf(failure);
      if (delivery !== 'answered' || stopsRun(failure)) {
        const all = (some: StatusChange['items'], outcome: 'in-doubt' | 'not-tried'): StatusOutcome[] => some.map(({ ref }) => ({ ref, outcome, message }));
        return [...outcomes, ...all(items, delivery === 'unknown' ? 'in-doubt' : 'not-tried'), ...all(open.flat(), 'not-tried')];
      }
      const middle = Math.ceil(items.length / 2);
      if (items.length === 1) outcomes.push(...items.map(({ ref }) => ({ ref, outcome: 'refused', message }) as const));
      else open.unshift(items.slice(0, middle), items.slice(middle));
    }
  }
  return outcomes;
}
