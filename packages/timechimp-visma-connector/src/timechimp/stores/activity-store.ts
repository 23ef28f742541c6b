import type { ActivityStore, SourceActivity } from '../../ports/activity-store.ts';
import type { Account, Accounts } from '../account.ts';
import { drift, type Row } from '../lists/envelope.ts';
import { checkLimit, parsePosition, positionText } from '../lists/position.ts';
import { readAfter } from '../lists/read-after.ts';
import { readByIds } from '../lists/read-by-ids.ts';
import { taskSchema } from '../schemas/task.ts';
import { hasCode } from '../timechimp-error.ts';
import { defined, textOf } from '../values/text.ts';
import { rateOf } from './rates.ts';

const tasks = { path: '/tasks' } as const;

/** Activities through API v2, which calls them tasks. The accounting article is the task's `code`. */
export function activityStore(accounts: Accounts): ActivityStore {
  return {
    async page(accountId, { after, limit }) {
      checkLimit(limit);
      const position = parsePosition(after);
      const account = await accounts(accountId);
      if (account === undefined) return { items: [] };
      const { rows, next } = await readAfter(account.v2, tasks, position, limit);
      return {
        items: rows.map((row) => activityOf(row, account)),
        ...(next !== undefined && { next: positionText(next) }),
      };
    },
    async get(accountId, ids, signal) {
      const account = await accounts(accountId);
      if (account === undefined) return [];
      const rows = await readByIds(account.v2, account, tasks, ids, signal);
      return rows.map((row) => activityOf(row, account));
    },
    async setArticle(accountId, id, article, expected) {
      const account = await accounts(accountId);
      return account === undefined ? 'missing' : account.alone(() => setArticle(account, id, article, expected));
    },
  };
}

/** Reads the code, compares it, changes it. The API decides nothing atomically, unless it honours the `test` of the patch. */
async function setArticle(
  account: Account,
  id: string,
  article: string | null,
  expected: string | null,
): Promise<'set' | 'changed' | 'missing'> {
  const [row] = await readByIds(account.v2, account, tasks, [id]);
  if (row === undefined) return 'missing';
  const before = activityOf(row, account).article;
  if (before !== expected) return 'changed';
  const test = { op: 'test', path: '/code', value: row['code'] ?? null };
  const replace = { op: 'replace', path: '/code', value: article };
  const body = account.options.patchGuard === 'test' ? [test, replace] : [replace];
  try {
    await account.v2.send({ method: 'PATCH', path: `/tasks/${id}`, operation: 'PATCH /tasks/{id}', body });
    return 'set';
  } catch (error) {
    if (!hasCode(error, 'outcome-unknown') && !hasCode(error, 'refused')) throw error;
    const [now] = await readByIds(account.v2, account, tasks, [id]);
    if (now === undefined) return 'missing';
    const found = activityOf(now, account).article;
    if (hasCode(error, 'outcome-unknown') && found === article) return 'set';
    // The test failed because somebody else was first.
    if (hasCode(error, 'refused') && found !== expected) return 'changed';
    throw error;
  }
}

function activityOf(row: Row, account: Account): SourceActivity {
  const { success, data: wire } = taskSchema().safeParse(row);
  if (!success) throw drift('GET /tasks', `task ${row.id} does not look as expected`);
  const id = String(wire.id);
  const name = wire.name ?? '';
  const code = textOf(wire.code);
  return {
    id,
    name,
    active: wire.active ?? true,
    article: code ?? null,
    content: defined({ id, name, code, hourlyRate: rateOf(wire.hourlyRate, account.options) }),
  };
}
