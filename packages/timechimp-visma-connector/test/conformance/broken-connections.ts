import { scopeKey } from '../../src/ports/scope.ts';
import { inPart, type BrokenState } from './broken-state.ts';

/** Mistakes in connections, settings and pairs. */
export const brokenConnections: readonly BrokenState[] = [
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
];
