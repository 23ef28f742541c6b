import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** How many numbers are tried before a person has to choose one. */
const tries = 10_000;

/**
 * Reserves a customer number for a customer without one: the number reserved for it before, else the first from the
 * settings' `firstNumber` on that neither the time-tracking side nor Visma uses. Null when none was found. Numbers of
 * Visma that are taken meanwhile are refused by Visma itself, which keeps them unique.
 */
export async function reserveNumber(context: ConnectorContext, session: Session, customerId: string): Promise<string | null> {
  const { links } = context.parts.state;
  const { customers } = context.parts.source;
  const first = session.settings.customers.firstNumber;
  for (let number = first; number < first + tries; number += 1) {
    const text = String(number);
    const carriers = await customers.findByNumber(session.scope.sourceAccountId, text);
    if (carriers.some((each) => each.id !== customerId)) {
      continue;
    }
    const reserved = await links.reserveNumber(session.scope, customerId, text);
    if (reserved === null) {
      continue;
    }
    if (reserved !== text || !(await isTakenInVisma(session, text))) {
      return reserved;
    }
  }
  return null;
}

async function isTakenInVisma(session: Session, number: string): Promise<boolean> {
  const page = await session.client.customers.list({ filter: `CustomerNumber eq '${number}'`, pageSize: 1 });
  return page.items.length > 0;
}
