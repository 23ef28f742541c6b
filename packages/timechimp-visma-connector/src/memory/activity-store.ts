import type { ActivityStore } from '../ports/activity-store.ts';
import { atomically } from './atomically.ts';
import { byKey, pageOf } from './paging.ts';
import type { AccountTables } from './source-tables.ts';

/** Activities in memory. */
export function memoryActivityStore(account: (accountId: string) => AccountTables): ActivityStore {
  return {
    page: (accountId, page) => atomically(() => pageOf([...account(accountId).activities].sort(byKey), page)),
    get: (accountId, ids) =>
      atomically(() => {
        const { activities } = account(accountId);
        return ids.flatMap((id) => activities.get(id) ?? []);
      }),
    setArticle: (accountId, id, article, expected) =>
      atomically(() => {
        const { activities } = account(accountId);
        const activity = activities.get(id);
        if (!activity) return 'missing';
        if (activity.article !== expected) return 'changed';
        activities.set(id, { ...activity, article });
        return 'set';
      }),
  };
}
