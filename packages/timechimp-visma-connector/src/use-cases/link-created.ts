import { deliveryOf, stopsRun } from '../export/delivery.ts';
import type { ExportOutcome } from '../export/report.ts';
import { openPayload } from '../visma/payloads.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/** So long reconcile tries to write a number back. */
const daysOfWriting = 7;

/** A customer that stands in Visma for one of ours. */
interface CreatedPair {
  readonly sourceId: string;
  readonly number: string;
  readonly vismaId: string;
}

/**
 * Links a customer that was created in Visma and writes its number back to the time-tracking side, where it has none.
 * Repeatable: the customer keeps whatever number it has got meanwhile. `taken` when either side is linked to another one:
 * two customers' invoices must never land on one, so nothing is written then. `number-open` when the number could not be
 * written: the link stands, so the customer can be invoiced, and `writeNumbersBack` tries again.
 */
export async function linkCreated(
  context: ConnectorContext,
  session: Session,
  { sourceId, number, vismaId }: CreatedPair,
  numberNow: string | null | undefined,
): Promise<'linked' | 'taken' | 'number-open'> {
  const [answer] = await context.parts.state.links.linkCustomers(session.scope, [{ sourceCustomerId: sourceId, vismaCustomerId: vismaId }]);
  if (answer === 'taken') return 'taken';
  if ((numberNow ?? '').trim() === '') {
    try {
      await context.parts.source.customers.setNumber(session.scope.sourceAccountId, sourceId, number, numberNow ?? null);
    } catch {
      // Whatever it was: the customer stands in Visma and is linked, and the run goes on.
      return 'number-open';
    }
  }
  return 'linked';
}

/**
 * Writes the numbers of customers that were created in the last seven days to the time-tracking side, where they are still
 * missing; older ones are taken over by an import. Goes on with the next run where it is aborted. Answers the customers
 * whose numbers could not be written.
 */
export async function writeNumbersBack(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): Promise<readonly { readonly name: string; readonly number: string }[]> {
  const { exports, links } = context.parts.state;
  const updatedSince = Math.max(0, context.parts.clock.now() - daysOfWriting * 24 * 60 * 60_000);
  const records = await allPages((page) => exports.list(session.scope, { kinds: ['customer'], states: ['exported'], updatedSince, ...page }));
  const created = records.flatMap(pairOf);
  if (created.length === 0) return [];
  const { known, unread } = await byId(context, session, created);
  const open = created.filter(({ sourceId }) => known.has(sourceId) && (known.get(sourceId)?.number ?? '').trim() === '');
  const found = open.length === 0 ? [] : await links.customerLinks(session.scope, open.map(({ sourceId }) => sourceId));
  const linked = new Map(found.map((link) => [link.sourceCustomerId, link.vismaCustomerId]));
  const failed = created.flatMap(({ sourceId, number }) => (unread.has(sourceId) ? [{ name: `customer ${sourceId}`, number }] : []));
  for (const pair of open) {
    if (signal?.aborted) break;
    const customer = known.get(pair.sourceId);
    // A customer that a person has linked to another one since then, or to none, gets no number of ours.
    const isOurs = linked.get(pair.sourceId) === pair.vismaId;
    if (customer && isOurs && (await linkCreated(context, session, pair, customer.number)) === 'number-open') {
      failed.push({ name: customer.name, number: pair.number });
    }
  }
  return failed;
}

/**
 * The same for customers whose creation was finished later: after a lost answer, a crash, or on an operator's word. One that
 * cannot be read is linked; its number is for `writeNumbersBack`, which also reports it.
 */
export async function linkFinished(context: ConnectorContext, session: Session, outcomes: readonly ExportOutcome[]): Promise<void> {
  const pairs = outcomes.flatMap(({ outcome, record }) => (outcome === 'exported' && record ? pairOf(record) : []));
  const { known, unread } = await byId(context, session, pairs);
  for (const pair of pairs) {
    const customer = unread.has(pair.sourceId) ? pair : known.get(pair.sourceId);
    if (customer) await linkCreated(context, session, pair, customer.number);
  }
}

function pairOf(record: ExportRecord): CreatedPair[] {
  const sourceId = record.sources[0]?.ref.id;
  const vismaId = record.documents.customerId;
  if (record.kind !== 'customer' || sourceId === undefined || vismaId === undefined) return [];
  return [{ sourceId, vismaId, number: openPayload('customer', record.payload).body.CustomerNumber ?? '' }];
}

/** Customers of the time-tracking side by id. One that is gone is in neither, and none that cannot be read hides another. */
interface KnownCustomers {
  readonly known: ReadonlyMap<string, SourceCustomer>;
  readonly unread: ReadonlySet<string>;
}

async function byId(context: ConnectorContext, session: Session, pairs: readonly CreatedPair[]): Promise<KnownCustomers> {
  const known = new Map<string, SourceCustomer>();
  const unread = new Set<string>();
  const read = async (ids: readonly string[]): Promise<void> => {
    try {
      const customers = await context.parts.source.customers.get(session.scope.sourceAccountId, ids);
      customers.forEach((each) => known.set(each.id, each));
    } catch (failure) {
      // Where no answer came, asking for each of them would bring none either.
      if (ids.length === 1 || deliveryOf(failure) !== 'answered' || stopsRun(failure)) ids.forEach((id) => unread.add(id));
      else for (const id of ids) await read([id]);
    }
  };
  for (const some of chunks(pairs, 1000)) await read(some.map(({ sourceId }) => sourceId));
  return { known, unread };
}
