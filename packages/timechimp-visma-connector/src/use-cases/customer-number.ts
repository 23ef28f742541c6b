import { collect } from '../visma/search.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** How many numbers are tried before a person has to choose one. */
const tries = 10_000;

/** Gives out customer numbers that neither side uses. */
export interface NumberGiver {
  /** Reserves a number for a customer: the one reserved before, else the first free one. Null when none was found. */
  reserve(customerId: string): Promise<string | null>;
}

/**
 * Numbers from the settings' `firstNumber` on. Visma's numbers are read once, when the first customer needs one. A number
 * that somebody takes in Visma afterwards is refused by Visma itself, which keeps them unique.
 */
export function numberGiver(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): NumberGiver {
  const { links } = context.parts.state;
  const { customers } = context.parts.source;
  let taken: Promise<ReadonlySet<string>> | undefined;
  const readTaken = async (): Promise<ReadonlySet<string>> => {
    const list = session.client.customers.list({ pageSize: context.pageSize, select: ['Id', 'CustomerNumber'] }, { signal });
    return new Set((await collect(list)).map((each) => each.CustomerNumber ?? ''));
  };
  return {
    async reserve(customerId) {
      taken ??= readTaken();
      const used = await taken;
      const first = session.settings.customers.firstNumber;
      for (let number = first; number < first + tries; number += 1) {
        const text = String(number);
        if (used.has(text) || (await customers.findByNumber(session.scope.sourceAccountId, text, signal)).length > 0) {
          continue;
        }
        const reserved = await links.reserveNumber(session.scope, customerId, text);
        if (reserved !== null) {
          return reserved;
        }
      }
      return null;
    },
  };
}
