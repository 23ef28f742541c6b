import { TimeChimpError } from './timechimp-error.ts';
import type { Transport } from './http/transport.ts';
import type { LookupMemory } from './lists/read-by-ids.ts';
import type { ResolvedOptions } from './options.ts';
import type { ProblemReport } from './problems.ts';
import type { Clock } from '../ports/clock.ts';

/** One account of TimeChimp as the stores see it. */
export interface Account extends LookupMemory {
  readonly id: string;
  readonly v2: Transport;
  readonly v1: Transport | undefined;
  readonly options: ResolvedOptions;
  readonly problems: ProblemReport;
  readonly clock: Clock;
  /** Whether the API refused to narrow items down to more than days: then it is done here. */
  filterRefused: boolean;
  /** Runs changes of customers one after another, so that two of this process never create the same one. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Finds the account of an id; undefined when it is not ours. */
export type Accounts = (accountId: string) => Promise<Account | undefined>;

/** API v1 of the account. Throws `v1-key-missing` when no key was given. */
export function v1Of(account: Account, purpose: string): Transport {
  if (account.v1 !== undefined) return account.v1;
  throw new TimeChimpError('v1-key-missing', `${purpose} can be read only through API v1, and no key of it was given.`, {
    delivery: 'not-sent',
  });
}

/** Runs one piece of work after the other. A failure stops nothing but itself. */
export function oneAtATime(): Account['alone'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
