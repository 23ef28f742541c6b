import { canonicalJson } from '@x/billing-core';
import type { CustomerStore, CustomerUpsert, SourceCustomer, UpsertResult } from '../ports/customer-store.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import type { AccountTables } from './source-tables.ts';

/** Customers of the time-tracking side in memory. */
export function memoryCustomerStore(account: (accountId: string) => AccountTables): CustomerStore {
  return {
    page: (accountId, page) => atomically(() => pageOf([...account(accountId).customers].sort(byKey), page)),
    get: (accountId, ids) =>
      atomically(() => {
        const { customers } = account(accountId);
        return ids.flatMap((id) => customers.get(id) ?? []);
      }),
    findByNumber: (accountId, number) =>
      atomically(() => carriersOf(account(accountId).customers, number)),
    upsert: (accountId, batch) =>
      atomically(() => {
        const { customers } = account(accountId);
        return structuredClone(batch).map((each) => upsertOne(customers, each));
      }),
    setNumber: (accountId, id, number, expected) =>
      atomically(() => {
        const { customers } = account(accountId);
        const customer = customers.get(id);
        if (!customer) return 'missing';
        if (plain(customer.number) !== plain(expected ?? undefined)) return 'changed';
        customers.set(id, { ...customer, number });
        return 'set';
      }),
  };
}

function upsertOne(customers: Map<string, SourceCustomer>, { id, fields }: CustomerUpsert): UpsertResult {
  const stored = id === undefined ? undefined : customers.get(id);
  if (id !== undefined && !stored) return { outcome: 'missing', id };
  const number = plain(fields.number);
  const changed = number !== plain(stored?.number);
  if (number !== '' && changed && carriersOf(customers, number).some((other) => other.id !== id)) {
    return { outcome: 'conflict', ...(id !== undefined && { id }), message: 'Another customer has this number.' };
  }
  if (!stored) {
    const created = { active: true, ...defined(fields), id: nextId(customers) };
    customers.set(created.id, created);
    return { outcome: 'created', id: created.id };
  }
  const next = { ...stored, ...defined(fields) };
  if (canonicalJson(next) === canonicalJson(stored)) return { outcome: 'unchanged', id: stored.id };
  customers.set(stored.id, next);
  return { outcome: 'updated', id: stored.id };
}

/** Without the fields that are absent: those stay as they are. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

function carriersOf(customers: ReadonlyMap<string, SourceCustomer>, number: string): SourceCustomer[] {
  const wanted = plain(number);
  return [...customers.values()].filter((customer) => wanted !== '' && plain(customer.number) === wanted);
}

function plain(number: string | undefined): string {
  return number?.trim() ?? '';
}

function nextId(customers: ReadonlyMap<string, SourceCustomer>): string {
  let next = customers.size + 1;
  while (customers.has(String(next))) next += 1;
  return String(next);
}
