import type { WorkStore } from '../../ports/work-store.ts';
import type { Accounts } from '../account.ts';
import { checkLimit, parsePosition, positionText } from '../lists/position.ts';
import { readAfter } from '../lists/read-after.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import type { EntryKind } from './items.ts';
import { projectsOf } from './projects.ts';
import { setStatus } from './set-status.ts';
import { userList, userOf } from './users.ts';
import { listOf, workItems } from './work-items.ts';
import { workPage } from './work-page.ts';

const kinds: readonly EntryKind[] = ['time', 'expense', 'mileage'];
const projectList = { path: '/projects', expand: 'customer,projectTasks,projectUsers' } as const;

/** Hours, expenses, trips, projects and people through API v2, with subscriptions from v1. */
export function workStore(accounts: Accounts): WorkStore {
  return {
    abilities: { terms: false, atomicStatus: false },
    async page(accountId, query) {
      const account = await accounts(accountId);
      return account === undefined ? { items: [] } : workPage(account, query);
    },
    async read(accountId, refs, signal) {
      const account = await accounts(accountId);
      if (account === undefined) return [];
      const items = [];
      for (const kind of kinds) {
        const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
        const rows = await readByIds(account.v2, account, listOf(kind, account), ids, signal);
        items.push(...(await workItems(kind, rows, account, signal)));
      }
      return items;
    },
    async setStatus(accountId, change) {
      const account = await accounts(accountId);
      if (account === undefined) return change.items.map(({ ref }) => ({ ref, outcome: 'missing' }));
      return setStatus(account, change);
    },
    async projects(accountId, { after, limit }) {
      checkLimit(limit);
      const position = parsePosition(after);
      const account = await accounts(accountId);
      if (account === undefined) return { items: [] };
      const { rows, next } = await readAfter(account.v2, projectList, position, limit);
      return { items: await projectsOf(account, rows), ...(next !== undefined && { next: positionText(next) }) };
    },
    async users(accountId, { after, limit }) {
      checkLimit(limit);
      const position = parsePosition(after);
      const account = await accounts(accountId);
      if (account === undefined) return { items: [] };
      const { rows, next } = await readAfter(account.v2, userList(account), position, limit);
      return { items: rows.map((row) => userOf(account, row)), ...(next !== undefined && { next: positionText(next) }) };
    },
  };
}
