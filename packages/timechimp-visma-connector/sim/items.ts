import type { EntryStatus, Invoice, TimeEntry } from '@x/billing-core';
import { payloadHash } from '@x/billing-core';
import type { MemorySource } from '../src/memory/index.ts';
import type { ExportSource, SourceState } from '../src/export/export-source.ts';

export const accountId = 'timechimp-account';

/** One version of an hour, from a time on; `minutes` null: it is deleted. */
export interface Version {
  readonly from: number;
  readonly minutes: number | null;
  readonly status: EntryStatus | null;
  readonly by: 'person' | 'api';
}

/** The hour now. */
export function hourOf(source: MemorySource, id: string): TimeEntry | undefined {
  const item = source.account(accountId).items.get(`time:${id}`);
  return item?.kind === 'time' ? item : undefined;
}

/** How the protocol sees an hour. */
export function hourState(hour: TimeEntry): SourceState {
  return { ref: { kind: 'time', id: hour.id }, status: hour.status, hash: payloadHash({ ...hour, status: undefined }) };
}

/** How the protocol sees an invoice of the time-tracking side. */
export function invoiceState(invoice: Invoice): SourceState {
  return { ref: { kind: 'invoice', id: invoice.id }, status: 'Sent', hash: payloadHash(invoice) };
}

/** The source side of exports. */
export function sourceOf(source: MemorySource): ExportSource {
  return {
    markedStatus: (kind) => (kind === 'time' ? 'Invoiced' : null),
    read: async (refs) => {
      const hours = refs.filter((ref) => ref.kind === 'time');
      const invoices = refs.filter((ref) => ref.kind === 'invoice').map((ref) => ref.id);
      const work = await source.work.read(accountId, hours);
      return [
        ...work.flatMap(({ content }) => (content.kind === 'time' ? [hourState(content)] : [])),
        ...(await source.invoices.get(accountId, invoices)).map(invoiceState),
      ];
    },
    setStatus: (change) =>
      source.work.setStatus(accountId, {
        ...change,
        to: change.to as EntryStatus,
        items: change.items.map(({ ref, expected }) => ({ ref, expected: expected as EntryStatus })),
      }),
  };
}
