import type { DatedRate, User } from '@x/billing-core';
import type { Account } from '../account.ts';
import { drift, type Row } from '../lists/envelope.ts';
import { userSchema, type WireUser } from '../schemas/user.ts';
import { dayOf, isUnclear } from '../values/day.ts';
import { defined, textOf } from '../values/text.ts';
import { rateOf } from './rates.ts';

/** The list of people, with their contracts where the rates are read from them. */
export function userList(account: Account): { readonly path: string; readonly expand?: string | undefined } {
  return { path: '/users', expand: account.options.userRates === 'contracts' ? 'contracts' : undefined };
}

/** A person: name, and the hourly rate of each contract in its time, where all their days can be read. */
export function userOf(account: Account, row: Row): User {
  const { success, data: wire } = userSchema().safeParse(row);
  if (!success) throw drift('GET /users', `user ${row.id} does not look as expected`);
  const rates = account.options.userRates === 'contracts' ? ratesOf(account, wire) : [];
  return defined({
    id: String(wire.id),
    name: textOf(wire.displayName),
    hourlyRate: rates.length === 0 ? undefined : rates,
  });
}

/**
 * The rates of the contracts. None where the days of one cannot be read: it may have ended any of the others, so nobody can
 * tell which rate holds when, and hours at the person's rate are refused (`rate-missing`).
 */
function ratesOf(account: Account, wire: WireUser): readonly DatedRate[] {
  const rated = (wire.contracts ?? []).flatMap(({ startDate, endDate, hourlyRate }) => {
    const rate = rateOf(hourlyRate, account.options);
    return rate === undefined ? [] : [{ startDate, endDate, rate }];
  });
  const unclear = rated.filter(({ startDate, endDate }) => isUnclear(startDate) || isUnclear(endDate));
  for (const { startDate, endDate } of unclear) {
    account.problems.add(`user:${wire.id}`, 'date-unclear', `The contract from "${startDate ?? ''}" to "${endDate ?? ''}" has no plain days; the rates of all contracts of this person are left out.`);
  }
  return unclear.length > 0 ? [] : rated.map(({ startDate, endDate, rate }) => defined({ rate, from: dayOf(startDate), until: dayOf(endDate) }));
}
