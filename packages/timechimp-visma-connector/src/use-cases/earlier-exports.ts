import type { EarlierExport } from '@x/billing-core';
import { liveStates } from '../ports/export-record.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/** Invoices that we made in Visma for these customers, as billing-core compares them with invoices about to be booked. */
export async function earlierExports(
  context: ConnectorContext,
  session: Session,
  customerIds: ReadonlySet<string>,
): Promise<EarlierExport[]> {
  const records = await allPages((page) =>
    context.parts.state.exports.list(session.scope, { kinds: ['invoice'], states: liveStates, ...page }),
  );
  return records.flatMap((record) => {
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
  });
}
