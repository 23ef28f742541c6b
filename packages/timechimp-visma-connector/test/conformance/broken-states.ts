import { createMemoryState } from '../../src/memory/index.ts';
import type { ConnectorState } from '../../src/ports/connector-state.ts';
import type { ExportDocuments, ExportRecord } from '../../src/ports/export-record.ts';
import type { ExportStore } from '../../src/ports/export-store.ts';
import { scopeKey, type ExportScope } from '../../src/ports/scope.ts';

/** A state with one mistake in it, and the law that is meant to find it. */
export interface BrokenState {
  readonly mistake: string;
  readonly law: string;
  readonly breakIt: (state: ConnectorState) => ConnectorState;
  /** Whether a second handle sees nothing. */
  readonly forgets?: boolean;
}

type Part<K extends keyof ConnectorState> = (inner: ConnectorState[K]) => Partial<ConnectorState[K]>;

function inPart<K extends keyof ConnectorState>(part: K, change: Part<K>): BrokenState['breakIt'] {
  return (state) => ({ ...state, [part]: { ...state[part], ...change(state[part]) } });
}

const inExports = (change: Part<'exports'>): BrokenState['breakIt'] => inPart('exports', change);

async function current(store: ExportStore, record: ExportRecord): Promise<ExportRecord | undefined> {
  return (await store.get(record.scope, [record.key]))[0];
}

function renamed(record: ExportRecord, rename: (id: string) => string): ExportRecord {
  const entries = Object.entries(record.documents).map(([name, id]: [string, string | undefined]) => [name, id === undefined ? id : rename(id)]);
  return { ...record, documents: Object.fromEntries(entries) as ExportDocuments };
}

/** One scope text without escaping: what a hurried adapter writes. */
function joined(scope: ExportScope): ExportScope {
  return { companyIdentifier: `${scope.companyIdentifier}/${scope.sourceAccountId}`, sourceAccountId: '' };
}

/** Mistakes in the ledger of exports. */
export const brokenExports: readonly BrokenState[] = [
  {
    mistake: 'a key that exists is claimed again',
    law: 'exports: a key is claimed once, also by racers',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim(record, expected);
        return result.outcome === 'exists' ? { outcome: 'claimed', record: result.record } : result;
      },
    })),
  },
  {
    mistake: 'items are checked first and claimed later',
    law: 'exports: an item is in one live export, also among racers',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const taken = await inner.findByItems(record.scope, record.sources.map((source) => source.ref));
        if (taken.some((each) => each.key !== record.key)) return inner.claim(record, expected);
        await Promise.resolve();
        const unchecked = record.sources.map((source) => ({ ...source, ref: { ...source.ref, id: `${source.ref.id} ${record.key}` } }));
        const result = await inner.claim({ ...record, sources: unchecked }, expected);
        return result.outcome === 'claimed' ? { outcome: 'claimed', record: { ...record, version: 1 } } : result;
      },
    })),
  },
  {
    mistake: 'a refused claim keeps the items that were free',
    law: 'exports: a refused claim writes nothing',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim(record, expected);
        if (result.outcome !== 'taken') return result;
        const taken = new Set(result.by.map(({ ref }) => ref.id));
        const rest = record.sources.filter((source) => !taken.has(source.ref.id));
        await inner.claim({ ...record, key: `${record.key} (part)`, sources: rest }, 0);
        return result;
      },
    })),
  },
  {
    mistake: 'a save does not look at the version',
    law: 'exports: a save with an old version changes nothing',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => inner.save(record, (await current(inner, record))?.version ?? expected),
    })),
  },
  {
    mistake: 'a save looks at the version, then writes',
    law: 'exports: of racing saves one wins',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const before = (await current(inner, record))?.version;
        const result = await inner.save(record, expected);
        // It looked at the version before the other one was saved, so it writes over it.
        return result.outcome === 'changed' && before === expected
          ? inner.save(record, result.current?.version ?? expected)
          : result;
      },
    })),
  },
  {
    mistake: 'an undone export keeps its items',
    law: 'exports: every free state frees the items, at once and all of them',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(record.state === 'undone' ? { ...record, state: 'held' } : record, expected),
    })),
  },
  {
    mistake: 'a held export frees its items',
    law: 'exports: live states keep the items',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(record.state === 'held' ? { ...record, state: 'stale' } : record, expected),
    })),
  },
  {
    mistake: 'a save makes a free record live',
    law: 'exports: a save never makes a free record live',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const result = await inner.save(record, expected);
        return result.outcome === 'changed' && result.current?.version === expected
          ? { outcome: 'saved', record: { ...record, version: expected + 1 } }
          : result;
      },
    })),
  },
  {
    mistake: 'the clock of the store goes into the record',
    law: 'exports: a claim stores the record as it was given, with version 1',
    breakIt: inExports((inner) => ({ claim: (record, expected) => inner.claim({ ...record, updatedAt: Date.now() }, expected) })),
  },
  {
    mistake: 'times are kept in whole seconds',
    law: 'exports: the store reads no clock and changes no field',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save({ ...record, leaseUntil: Math.trunc((record.leaseUntil ?? 0) / 1_000) * 1_000 }, expected),
    })),
  },
  {
    mistake: 'readers share one object',
    law: 'exports: what goes in and out is a copy',
    breakIt: inExports((inner) => {
      const shared = new Map<string, ExportRecord>();
      return {
        get: async (scope, keys) => {
          const records = await inner.get(scope, keys);
          return records.map((record) => {
            const name = `${scopeKey(scope)} ${record.key}`;
            const known = shared.get(name) ?? record;
            shared.set(name, known);
            return known;
          });
        },
      };
    }),
  },
  {
    mistake: 'one document may belong to two exports',
    law: 'exports: a document belongs to one export',
    breakIt: inExports((inner) => ({
      save: (record, expected) => inner.save(renamed(record, (id) => `${record.key} ${id}`), expected),
    })),
  },
  {
    mistake: 'pages are counted, not continued after a key',
    law: 'exports: list gives every record once, page by page, also while others are added',
    breakIt: inExports((inner) => ({
      list: async (scope, { after, limit, ...query }) => {
        const all = (await inner.list(scope, { ...query, limit: 1_000 })).items;
        const start = Number(after ?? 0);
        const items = all.slice(start, start + limit);
        return { items, ...(start + limit < all.length && { next: String(start + limit) }) };
      },
    })),
  },
  {
    mistake: 'a lease that ends now is still taken for held',
    law: 'exports: list restricts by state, kind, lease, watch, change and draft',
    breakIt: inExports((inner) => ({
      list: (scope, query) =>
        inner.list(scope, query.leaseLapsedAt === undefined ? query : { ...query, leaseLapsedAt: query.leaseLapsedAt - 1 }),
    })),
  },
  {
    mistake: 'the parts of a scope are joined without escaping',
    law: 'exports: scopes never meet',
    breakIt: inExports((inner) => ({
      claim: async (record, expected) => {
        const result = await inner.claim({ ...record, scope: joined(record.scope) }, expected);
        return result.outcome === 'claimed' ? { outcome: 'claimed', record: { ...result.record, scope: record.scope } } : result;
      },
      get: (scope, keys) => inner.get(joined(scope), keys),
      list: (scope, query) => inner.list(joined(scope), query),
      findByItems: (scope, refs) => inner.findByItems(joined(scope), refs),
    })),
  },
  {
    mistake: 'items of a save replace those of the claim',
    law: 'exports: the items of an export never change',
    breakIt: inExports((inner) => ({
      save: async (record, expected) => {
        const stored = await current(inner, record);
        return inner.save({ ...record, sources: stored?.sources ?? record.sources }, expected);
      },
    })),
  },
  {
    mistake: 'everything is kept in the memory of one process',
    law: 'exports: a claim stores the record as it was given, with version 1',
    breakIt: (state) => state,
    forgets: true,
  },
];

/** Mistakes elsewhere in the state. */
export const brokenElsewhere: readonly BrokenState[] = [
  {
    mistake: 'a connection is saved whatever its version',
    law: 'connections: a save with an old version changes nothing',
    breakIt: inPart('connections', (inner) => ({
      save: async (record) => inner.save(record, (await inner.load(record.tenantId))?.version ?? 0),
    })),
  },
  {
    mistake: 'settings share the version of the connection',
    law: 'connections: settings have a version of their own',
    breakIt: inPart('connections', (inner) => ({
      save: async (record, expected) => {
        const settings = await inner.loadSettings(record.tenantId);
        return (settings?.version ?? 0) === expected ? inner.save(record, expected) : 'changed';
      },
    })),
  },
  {
    mistake: 'the owner of a pair is looked up, then written',
    law: 'connections: a pair has one owner, also among racers',
    breakIt: inPart('connections', () => {
      const owners = new Map<string, string>();
      return {
        claimPair: async (tenantId, scope) => {
          const owner = owners.get(scopeKey(scope)) ?? tenantId;
          await Promise.resolve();
          if (owner !== tenantId) return 'taken';
          owners.set(scopeKey(scope), tenantId);
          return 'claimed';
        },
      };
    }),
  },
  {
    mistake: 'anybody gives a pair up',
    law: 'connections: only the owner gives a pair up',
    breakIt: inPart('connections', () => {
      const owners = new Map<string, string>();
      return {
        claimPair: (tenantId, scope) => {
          const owner = owners.get(scopeKey(scope)) ?? tenantId;
          owners.set(scopeKey(scope), owner);
          return Promise.resolve(owner === tenantId ? 'claimed' : 'taken');
        },
        releasePair: (_, scope) => {
          owners.delete(scopeKey(scope));
          return Promise.resolve();
        },
      };
    }),
  },
  {
    mistake: 'disconnected tenants are listed too',
    law: 'connections: tenants are listed once, by status, page by page',
    breakIt: inPart('connections', (inner) => ({
      listTenants: (statuses, page) => inner.listTenants([...statuses, 'disconnected'], page),
    })),
  },
  {
    mistake: 'a customer in Visma may have two links',
    law: 'links: each side has at most one link',
    breakIt: inPart('links', (inner) => ({
      linkCustomers: (scope, links) =>
        inner.linkCustomers(scope, links.map((link) => ({ ...link, vismaCustomerId: `${link.sourceCustomerId} ${link.vismaCustomerId}` }))),
    })),
  },
  {
    mistake: 'a number is reserved per customer',
    law: 'links: a number is reserved for one customer, and a customer keeps his',
    breakIt: inPart('links', () => ({ reserveNumber: (_, __, number) => Promise.resolve(number) })),
  },
  {
    mistake: 'a mark is overwritten',
    law: 'links: a mark stays as it was first set',
    breakIt: inPart('links', (inner) => ({
      mark: async (scope, marks) => {
        for (const mark of marks) await inner.unmark(scope, [mark.ref], mark.kind);
        return inner.mark(scope, marks);
      },
    })),
  },
  {
    mistake: 'a mark of any kind is taken away',
    law: 'links: a mark is taken away by its own kind only',
    breakIt: inPart('links', (inner) => ({
      unmark: async (scope, refs) => {
        for (const kind of ['billed', 'ignored'] as const) await inner.unmark(scope, refs, kind);
      },
    })),
  },
  {
    mistake: 'a cursor is set whatever it was',
    law: 'cursors: a value is set when it is still the expected one',
    breakIt: inPart('cursors', (inner) => ({
      set: async (scope, name, value) => inner.set(scope, name, value, await inner.get(scope, name)),
    })),
  },
  {
    mistake: 'a lease lasts one millisecond too long',
    law: 'leases: a lease ends at its time, and its holder may extend it',
    breakIt: inPart('leases', (inner) => ({
      acquire: (name, holder, now, until) => inner.acquire(name, holder, now, until + 1),
    })),
  },
  {
    mistake: 'anybody gives a lease up',
    law: 'leases: only the holder gives it up',
    breakIt: inPart('leases', (inner) => {
      const holders = new Map<string, string>();
      return {
        acquire: async (name, holder, now, until) => {
          const held = await inner.acquire(name, holder, now, until);
          if (held) holders.set(name, holder);
          return held;
        },
        release: (name) => inner.release(name, holders.get(name) ?? ''),
      };
    }),
  },
];

/** A memory state with this mistake. */
export function brokenFixture({ breakIt, forgets }: BrokenState) {
  const state = createMemoryState();
  return {
    state: breakIt(state),
    reopen: () => (forgets === true ? createMemoryState() : breakIt(state.reopen())),
  };
}
