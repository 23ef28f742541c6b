import { collect } from '../visma/whole-list.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** How many numbers are tried before a person has to choose one. */
const tries = 10_000;

/** Gives out customer numbers that neither side uses. */
export interface NumberGiver {
  /** Reserves a number for a customer: the one reserved before, else the first free one. Null when none was found. */
  reserve(customerId: string): Promise<string | null>;
  /** The number that `reserve` would give the next customer, and none to two; reserves nothing, for previews. */
  foresee(): Promise<string | null>;
}

/**
 * Numbers from the settings' `firstNumber` on. Visma's numbers are read once, when the first customer needs one. A number
 * that somebody takes in Visma afterwards is refused by Visma itself, which keeps them unique. One giver serves one run or one preview:
 * it goes on where it stopped, so that both give the same numbers to the same customers in the same order. A preview
 * cannot see what was reserved for customers that are not in Visma yet.
 */
export function numberGiver(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): NumberGiver {
  const { links } = context.parts.state;
  const { customers } = context.parts.source;
  let taken: Promise<ReadonlySet<string>> | undefined;
  const readTaken = async (): Promise<ReadonlySet<string>> => {
    const list = () => session.client.customers.list({ pageSize: context.pageSize, select: ['Id', 'CustomerNumber'] }, { signal });
    return new Set((await collect(list)).map((each) => each.CustomerNumber ?? ''));
  };
  const first = session.settings.customers.firstNumber;
  let next = first;
  /** The first number from `next` on that neither side uses; stays where it is until somebody takes it. */
  const nextFree = async (): Promise<string | null> => {
    taken ??= readTaken();
    const used = await taken;
    for (; next < first + tries; next += 1) {
      const text = String(next);
      if (!used.has(text) && (await customers.findByNumber(session.scope.sourceAccountId, text, signal)).length === 0) {
        return text;
      }
    }
    return null;
  };
  return {
    async reserve(customerId) {
      for (let free = await nextFree(); free !== null; free = await nextFree()) {
        const reserved = await links.reserveNumber(session.scope, customerId, free);
        if (reserved === null || reserved === free) {
          next += 1;
        }
        if (reserved !== null) {
          return reserved;
        }
      }
      return null;
    },
    async foresee() {
      const free = await nextFree();
      next += 1;
      return free;
    },
  };
}
