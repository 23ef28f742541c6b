import type { ConnectorSource } from '../../src/ports/connector-source.ts';
import type { WorkStore } from '../../src/ports/work-store.ts';

/** A time-tracking side with one mistake in it, and the law that is meant to find it. */
export interface BrokenSource {
  readonly mistake: string;
  readonly law: string;
  readonly breakIt: (source: ConnectorSource) => ConnectorSource;
}

function inPart<K extends 'work' | 'customers' | 'activities' | 'invoices'>(
  part: K,
  change: (inner: ConnectorSource[K]) => Partial<ConnectorSource[K]>,
): BrokenSource['breakIt'] {
  return (source) => ({ ...source, [part]: { ...source[part], ...change(source[part]) } });
}

/** Sets each item from whatever status it has. */
function fromAnyStatus(inner: WorkStore): Partial<WorkStore> {
  return {
    setStatus: async (account, change) => {
      const read = await inner.read(account, change.items.map((item) => item.ref));
      const statuses = new Map(read.map((item) => [item.ref.id, item.status]));
      const items = change.items.map((item) => ({ ...item, expected: statuses.get(item.ref.id) ?? item.expected }));
      return inner.setStatus(account, { ...change, items });
    },
  };
}

/** Mistakes that people make when they connect their own tables. */
export const brokenSources: readonly BrokenSource[] = [
  {
    mistake: 'a list ends after its first page',
    law: 'work: every item is paged once',
    breakIt: inPart('work', (inner) => ({ page: async (account, query) => ({ items: (await inner.page(account, query)).items }) })),
  },
  {
    mistake: 'the last day of a period is left out',
    law: 'work: a page is restricted by kind, customer, project, period and status',
    breakIt: inPart('work', (inner) => ({
      page: async (account, query) => {
        const page = await inner.page(account, query);
        return { ...page, items: page.items.filter((item) => query.to === undefined || item.content.date < query.to) };
      },
    })),
  },
  {
    mistake: 'a status is set whatever it was',
    law: 'work: only items in the expected status are changed',
    breakIt: inPart('work', fromAnyStatus),
  },
  {
    mistake: 'a status is looked at, then set',
    law: 'work: of racers for one status one sets it',
    breakIt: inPart('work', (inner) => ({
      setStatus: async (account, change) => {
        const [item] = await inner.read(account, change.items.map(({ ref }) => ref));
        if (item?.status !== change.items[0]?.expected) return inner.setStatus(account, change);
        await Promise.resolve();
        await inner.setStatus(account, change);
        return change.items.map(({ ref }) => ({ ref, outcome: 'set' }));
      },
    })),
  },
  {
    mistake: 'statuses are answered as set without being set',
    law: 'work: a status is set, and can be read back past the source',
    breakIt: inPart('work', () => ({
      setStatus: (_, change) => Promise.resolve(change.items.map(({ ref }) => ({ ref, outcome: 'set' }))),
    })),
  },
  {
    mistake: 'a change that comes too late is carried out',
    law: 'work: a change that comes too late does not start',
    breakIt: inPart('work', (inner) => ({
      setStatus: (account, change) => inner.setStatus(account, { ...change, startBefore: Infinity }),
    })),
  },
  {
    mistake: 'any number of items goes in one batch',
    law: 'work: a batch of 100 goes, one of 101 is refused',
    breakIt: inPart('work', (inner) => ({
      setStatus: async (account, change) => {
        const rest = change.items.slice(100);
        const results = await inner.setStatus(account, { ...change, items: change.items.slice(0, 100) });
        return rest.length === 0 ? results : [...results, ...(await inner.setStatus(account, { ...change, items: rest }))];
      },
    })),
  },
  {
    mistake: 'the kind of an item is not looked at',
    law: 'work: kinds are kept apart',
    breakIt: inPart('work', (inner) => ({
      setStatus: async (account, change) => {
        for (const kind of ['expense', 'mileage'] as const) {
          const items = change.items.map((item) => ({ ...item, ref: { ...item.ref, kind } }));
          await inner.setStatus(account, { ...change, items });
        }
        return inner.setStatus(account, change);
      },
    })),
  },
  {
    mistake: 'the account is not looked at',
    law: 'work: accounts never meet',
    breakIt: inPart('work', (inner) => ({ read: (_, refs) => inner.read('account-1', refs) })),
  },
  {
    mistake: 'of several customers with one number the first is found',
    law: 'customers: all that carry a number are found',
    breakIt: inPart('customers', (inner) => ({
      findByNumber: async (account, number) => (await inner.findByNumber(account, number)).slice(0, 1),
    })),
  },
  {
    mistake: 'every import makes new customers',
    law: 'customers: repeating an import makes nobody twice',
    breakIt: inPart('customers', (inner) => ({
      upsert: (account, customers) =>
        inner.upsert(account, customers.map(({ id, fields }) => ({ id, fields: { ...fields, number: undefined } }))),
    })),
  },
  {
    mistake: 'an update replaces the whole customer',
    law: 'customers: an update changes what it names, and nothing else',
    breakIt: inPart('customers', (inner) => ({
      upsert: (account, customers) =>
        inner.upsert(account, customers.map(({ id, fields }) => ({ id, fields: { email: '', number: '', ...fields } }))),
    })),
  },
  {
    mistake: 'a number is set whatever it was',
    law: 'customers: a number is set only while it is the expected one',
    breakIt: inPart('customers', (inner) => ({
      setNumber: async (account, id, number) => {
        const [customer] = await inner.get(account, [id]);
        return inner.setNumber(account, id, number, customer?.number ?? null);
      },
    })),
  },
  {
    mistake: 'an article is set whatever it was',
    law: 'activities: an article is set only while it is the expected one',
    breakIt: inPart('activities', (inner) => ({
      setArticle: async (account, id, article) => {
        const [activity] = await inner.get(account, [id]);
        return inner.setArticle(account, id, article, activity?.article ?? null);
      },
    })),
  },
  {
    mistake: 'concepts count as sent',
    law: 'invoices: every one is paged once, by date and status, and got whole',
    breakIt: inPart('invoices', (inner) => ({
      page: (account, query) =>
        inner.page(account, query.statuses ? { ...query, statuses: [...query.statuses, 'Concept'] } : query),
    })),
  },
];
