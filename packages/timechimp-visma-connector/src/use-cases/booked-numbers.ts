import { liveStates } from '../ports/export-record.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/**
 * Invoice numbers under which other invoices than these are booked, or may be: one that is in doubt may still arrive. Pages of our own
 * ledger; no call to either side.
 */
export async function bookedNumbers(
  context: ConnectorContext,
  session: Session,
  except: ReadonlySet<string>,
): Promise<readonly number[]> {
  const numbers: number[] = [];
  let after: string | undefined;
  do {
    const page = await context.parts.state.exports.list(session.scope, {
      kinds: ['sales-entry'],
      states: liveStates,
      limit: 500,
      after,
    });
    for (const { sources, payload } of page.items) {
      if (!sources.some(({ ref }) => except.has(ref.id))) {
        numbers.push(openPayload('sales-entry', payload).body.InvoiceNumber);
      }
    }
    after = page.next;
  } while (after !== undefined);
  return numbers;
}
