import { createMemorySource } from '../../src/memory/index.ts';
import type { ConnectorSource } from '../../src/ports/connector-source.ts';
import type { SourceFixture } from '../../src/testing/index.ts';

/** The memory source for the laws, perhaps with something broken in it. */
export function memorySourceFixture(breakIt: (source: ConnectorSource) => ConnectorSource = (source) => source): SourceFixture {
  const now = 1_775_034_000_123;
  const memory = createMemorySource({}, { now: () => now });
  let accounts = 0;
  return {
    source: breakIt(memory),
    now: () => now,
    seed: ({ customers, activities, items, invoices }) => {
      const id = `account-${(accounts += 1)}`;
      const tables = memory.account(id);
      for (const each of customers) tables.customers.set(each.id, each);
      for (const each of activities) tables.activities.set(each.id, each);
      for (const each of items) tables.items.set(`${each.kind}:${each.id}`, each);
      for (const each of invoices) tables.invoices.set(each.id, each);
      return id;
    },
    statusOf: (accountId, hourId) => {
      const item = memory.account(accountId).items.get(`time:${hourId}`);
      return item?.kind === 'time' ? item.status : undefined;
    },
  };
}
