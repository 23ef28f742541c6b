import type { CustomerStore, SourceCustomer } from '../../ports/customer-store.ts';
import type { Account, Accounts } from '../account.ts';
import type { Row } from '../lists/envelope.ts';
import { checkLimit, parsePosition, positionText } from '../lists/position.ts';
import { readAfter } from '../lists/read-after.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { customerOf, isInternal } from './customer-fields.ts';
import { carriersOf, customers } from './customer-list.ts';
import { setNumber } from './set-number.ts';
import { upsertCustomers } from './upsert-customers.ts';

/** Customers through API v2. What it cannot promise: see `createTimeChimpSource`. */
export function customerStore(accounts: Accounts): CustomerStore {
  return {
    atomicCreate: false,
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

function shown(account: Account, rows: readonly Row[]): SourceCustomer[] {
  const { options } = account;
  return rows
    .filter((row) => options.internalCustomers === 'flag' || !isInternal(row))
    .map((row) => customerOf(row, options));
}
