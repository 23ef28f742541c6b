import type { CustomerStore, SourceCustomer } from '../../ports/customer-store.ts';
import type { Account, Accounts } from '../account.ts';
import type { Row } from '../lists/envelope.ts';
import { quoted } from '../lists/filter.ts';
import { checkLimit, parsePosition, positionText } from '../lists/position.ts';
import { readAfter } from '../lists/read-after.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { scan } from '../lists/scan.ts';
import { customerOf, isInternal } from './customer-fields.ts';
import { setNumber } from './set-number.ts';
import { upsertCustomers } from './upsert-customers.ts';

/** Customers with their contacts and tags: a PUT needs both, or it would remove them. */
export const customers = { path: '/customers', expand: 'contacts,tags' } as const;

/** Customers through API v2. What it cannot promise: see `createTimeChimpSource`. */
export function customerStore(accounts: Accounts): CustomerStore {
  return {
    async page(accountId, { after, limit }) {
      checkLimit(limit);
      const position = parsePosition(after);
      const account = await accounts(accountId);
      if (account === undefined) return { items: [] };
      const { rows, next } = await readAfter(account.v2, customers, position, limit);
      return { items: shown(account, rows), ...(next !== undefined && { next: positionText(next) }) };
    },
    async get(accountId, ids, signal) {
      const account = await accounts(accountId);
      return account === undefined ? [] : shown(account, await readByIds(account.v2, account, customers, ids, signal));
    },
    async findByNumber(accountId, number, signal) {
      const account = await accounts(accountId);
      if (account === undefined || number.trim() === '') return [];
      return shown(account, await carriersOf(account, number, signal));
    },
    async upsert(accountId, batch, signal) {
      const account = await accounts(accountId);
      if (account === undefined) return batch.map(({ id }) => ({ outcome: 'missing', ...(id !== undefined && { id }) }));
      return account.alone(() => upsertCustomers(account, batch, signal));
    },
    async setNumber(accountId, id, number, expected) {
      const account = await accounts(accountId);
      return account === undefined ? 'missing' : account.alone(() => setNumber(account, id, number, expected));
    },
  };
}

/** All customers that carry the number: trimmed, otherwise to the letter, whatever the API's filter thinks of case. */
export async function carriersOf(account: Account, number: string, signal?: AbortSignal): Promise<readonly Row[]> {
  const wanted = number.trim();
  const filter = account.options.numberLookup === 'filter' ? `relationId eq ${quoted(wanted)}` : undefined;
  const rows = await scan(account.v2, { ...customers, filter }, signal);
  return rows.filter((row) => numberOf(row) === wanted);
}

/** The number that a customer carries, trimmed; empty when it has none. */
export function numberOf(row: Row): string {
  const { relationId } = row;
  return typeof relationId === 'string' ? relationId.trim() : '';
}

function shown(account: Account, rows: readonly Row[]): SourceCustomer[] {
  const { options } = account;
  return rows
    .filter((row) => options.internalCustomers === 'flag' || !isInternal(row))
    .map((row) => customerOf(row, options));
}
