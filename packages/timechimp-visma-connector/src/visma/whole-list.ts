import type { Page, PagePromise } from '@x/visma-eaccounting';
import { ConnectorError } from '../use-cases/connector-error.ts';

/** So often a list is begun anew that changes while its pages are read. */
const tries = 5;

/** Who gets the pages of a list. */
export interface PageReader<T> {
  /**
   * Gets each page, in order. `enough` ends the reading, even of a list that has shifted: only for what was seen itself,
   * where whatever else the list holds does not matter.
   */
  page(page: Page<T>): 'enough' | undefined | Promise<'enough' | undefined>;
  /** Forgets what was handed over: the list changed under the reading and is read again. */
  restart(): void;
}

/**
 * Reads a list over all its pages; `list` begins it anew. Where its total changes between two pages, or an
 * item is seen twice, it has shifted, and another one may have slipped to a page that was read before: it is read again. Throws a `ConnectorError` (`busy`) when it
 * changes every time, because what was not seen may be there all the same.
 */
export async function readWhole<T>(list: () => PagePromise<T>, reader: PageReader<T>): Promise<void> {
  for (let reading = 1; ; reading += 1) {
    let total: number | undefined;
    let moved = false;
    const seen = new Set<unknown>();
    for await (const page of list().pages()) {
      total ??= page.meta.TotalNumberOfResults;
      moved ||= page.meta.TotalNumberOfResults !== total;
      for (const { Id } of page.items as readonly { readonly Id?: unknown }[]) {
        moved ||= seen.has(Id);
        if (Id !== undefined) seen.add(Id);
      }
      if ((await reader.page(page)) === 'enough') {
        return;
      }
    }
    if (!moved) {
      return;
    }
    if (reading === tries) {
      throw new ConnectorError('busy', `A list of Visma changed while it was read, ${tries} times in a row.`, 'Try again.');
    }
    reader.restart();
  }
}

/** All items of a list, each once, read as `readWhole` does. */
export async function collect<T>(list: () => PagePromise<T>): Promise<T[]> {
  return (await collectAt(list)).items;
}

/** The same, with Visma's own time on the first page: what changes after it may be missing. Undefined where that page tells none. */
export async function collectAt<T>(list: () => PagePromise<T>): Promise<{ readonly items: T[]; readonly serverTime: string | undefined }> {
  let serverTime: string | undefined;
  let isFirst = true;
  const items = new Map<unknown, T>();
  await readWhole(list, {
    page: (page) => {
      if (isFirst) serverTime = page.meta.ServerTimeUtc;
      isFirst = false;
      for (const item of page.items) {
        // Rows of lists without ids (countries, currencies) are compared as a whole.
        items.set((item as { readonly Id?: unknown }).Id ?? JSON.stringify(item), item);
      }
      return undefined;
    },
    restart: () => {
      isFirst = true;
      items.clear();
    },
  });
  return { items: [...items.values()], serverTime };
}
