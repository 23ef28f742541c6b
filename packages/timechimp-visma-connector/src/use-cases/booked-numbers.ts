import type { ExportState } from '../ports/export-record.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** States of a sales entry whose document is in Visma. */
const booked: readonly ExportState[] = ['stored', 'written', 'exported'];

/** Invoice numbers under which we booked other invoices than these. Pages of our own ledger; no call to either side. */
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
      states: booked,
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
