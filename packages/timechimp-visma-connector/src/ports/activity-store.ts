import type { Activity } from '@x/billing-core';
import type { Page, PageRequest } from './page.ts';

/** An activity and the accounting article that it is linked to. */
export interface SourceActivity {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** What was entered (TimeChimp keeps it in the task's `code`): an article's GUID or number. Null when nothing was. */
  readonly article: string | null;
  /** What billing needs to know of it. */
  readonly content: Activity;
}

/** Activities of an account. Ids of another account behave as unknown. */
export interface ActivityStore {
  /** Activities by id, ascending. */
  page(accountId: string, page: PageRequest): Promise<Page<SourceActivity>>;
  /** These activities, in any order; missing ones are absent. At most 1000 at once. */
  get(accountId: string, ids: readonly string[], signal?: AbortSignal): Promise<readonly SourceActivity[]>;
  /** Links the activity when its article is still `expected`. `changed` when it is another by now. Atomic. */
  setArticle(
    accountId: string,
    id: string,
    article: string | null,
    expected: string | null,
  ): Promise<'set' | 'changed' | 'missing'>;
}
