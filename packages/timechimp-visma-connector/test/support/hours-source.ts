import { payloadHash, type TimeEntry } from '@x/billing-core';
import type { ExportSource } from '../../src/export/export-source.ts';
import type { PlannedSource } from '../../src/export/plan.ts';
import type { EntryStatus } from '@x/billing-core';
import type { WorkStore } from '../../src/ports/work-store.ts';

/** An hour as a plan sees it: its status apart, everything else in the hash. */
export function plannedHour(hour: TimeEntry): PlannedSource {
  return { ref: { kind: 'time', id: hour.id }, status: hour.status, hash: payloadHash({ ...hour, status: undefined }) };
}

/** The source side of exports of hours. */
export function hoursSource(accountId: string, work: WorkStore): ExportSource {
  return {
    markedStatus: () => 'Invoiced',
    read: async (refs, signal) => {
      const items = await work.read(accountId, refs, signal);
      return items.flatMap(({ content }) => (content.kind === 'time' ? [plannedHour(content)] : []));
    },
    setStatus: (change) =>
      work.setStatus(accountId, {
        ...change,
        to: change.to as EntryStatus,
        items: change.items.map(({ ref, expected }) => ({ ref, expected: expected as EntryStatus })),
      }),
  };
}
