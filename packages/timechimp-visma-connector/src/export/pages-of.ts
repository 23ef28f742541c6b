import type { ExportRecord } from '../ports/export-record.ts';
import type { ExportQuery } from '../ports/export-store.ts';
import type { Work } from './work.ts';

/** All records of the driver's kind that fit, batch by batch. */
export async function* pagesOf(
  work: Work,
  query: Omit<ExportQuery, 'limit' | 'after' | 'kinds'>,
): AsyncGenerator<readonly ExportRecord[]> {
  let after: string | undefined;
  do {
    const page = await work.store.list(work.context.scope, {
      ...query,
      kinds: [work.driver.kind],
      limit: work.options.batchSize,
      after,
    });
    if (page.items.length > 0) yield page.items;
    after = page.next;
  } while (after !== undefined && work.context.signal?.aborted !== true);
}
