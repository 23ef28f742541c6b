import type { ExportOutcome } from '../export/report.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** A customer that stands in Visma for one of ours. */
interface CreatedPair {
  readonly sourceId: string;
  readonly number: string;
  readonly vismaId: string;
}

/**
 * Links a customer that was created in Visma and writes its number back to the time-tracking side, where it has none.
 * Repeatable: the customer keeps whatever number it has got meanwhile. `taken` when either side is linked to another one:
 * two customers' invoices must never land on one, so nothing is written then.
 */
export async function linkCreated(
  context: ConnectorContext,
  session: Session,
  { sourceId, number, vismaId }: CreatedPair,
  numberNow: string | null | undefined,
): Promise<'linked' | 'taken'> {
  const [answer] = await context.parts.state.links.linkCustomers(session.scope, [{ sourceCustomerId: sourceId, vismaCustomerId: vismaId }]);
  if (answer === 'taken') return 'taken';
  if ((numberNow ?? '').trim() === '') {
    await context.parts.source.customers.setNumber(session.scope.sourceAccountId, sourceId, number, numberNow ?? null);
  }
  return 'linked';
}

/** The same for customers whose creation was finished later: after a lost answer, a crash, or on an operator's word. */
export async function linkFinished(context: ConnectorContext, session: Session, outcomes: readonly ExportOutcome[]): Promise<void> {
  const pairs = outcomes.flatMap(({ outcome, record }) => {
    const sourceId = record?.sources[0]?.ref.id;
    const vismaId = record?.documents.customerId;
    if (outcome !== 'exported' || record?.kind !== 'customer' || sourceId === undefined || vismaId === undefined) return [];
    return [{ sourceId, vismaId, number: openPayload('customer', record.payload).body.CustomerNumber ?? '' }];
  });
  if (pairs.length === 0) return;
  const { customers } = context.parts.source;
  const known = new Map((await customers.get(session.scope.sourceAccountId, pairs.map((pair) => pair.sourceId))).map((each) => [each.id, each]));
  for (const pair of pairs) {
    const customer = known.get(pair.sourceId);
    if (customer) await linkCreated(context, session, pair, customer.number);
  }
}
