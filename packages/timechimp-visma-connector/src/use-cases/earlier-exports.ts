import type { EarlierExport, Invoice } from '@x/billing-core';
import { liveStates, type ExportRecord } from '../ports/export-record.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/**
 * An invoice may be made so long before a date in its own supply period: a year that is invoiced in advance, and a month
 * on either side. What lies longer before the earliest invoice about to be booked is not read.
 */
const inAdvanceMs = 430 * 86_400_000;

/**
 * Invoices that we made in Visma for the customers of these, as billing-core compares them with invoices about to be
 * booked. Only those of the last year or so are read, however long the history; none where nothing can be booked.
 */
export async function earlierExports(
  context: ConnectorContext,
  session: Session,
  invoices: readonly Invoice[],
): Promise<EarlierExport[]> {
  const cutOff = session.settings.cutOffDate ?? session.facts.connectedOn;
  const bookable = invoices.filter((invoice) => invoice.status !== 'Concept' && invoice.date >= cutOff);
  const [earliest] = bookable.map((invoice) => invoice.date).toSorted();
  if (earliest === undefined) {
    return [];
  }
  const customerIds = new Set(bookable.map((invoice) => invoice.customerId));
  const updatedSince = Math.max(0, Date.parse(earliest) - inAdvanceMs);
  return allPages(async (request) => {
    const page = await context.parts.state.exports.list(session.scope, { kinds: ['invoice'], states: liveStates, updatedSince, ...request });
    return { ...page, items: page.items.flatMap((record) => earlierExport(record, customerIds)) };
  });
}

function earlierExport(record: ExportRecord, customerIds: ReadonlySet<string>): EarlierExport[] {
  const { about, expected } = openPayload('invoice', record.payload);
  return about && customerIds.has(about.sourceCustomerId)
    ? [
        {
          key: record.key,
          customerId: about.sourceCustomerId,
          currencyCode: expected.currencyCode,
          totalAmount: expected.totalAmount,
          supplyPeriod: about.supplyPeriod,
        },
      ]
    : [];
}
