import type { Transport } from '../http/transport.ts';
import type { Row } from './envelope.ts';
import type { Position } from './position.ts';
import { changing, type List, readAfter } from './read-after.ts';

/** Rows per request of a whole scan. */
const atOnce = 1000;
const maxScans = 4;

/**
 * Every row of a list, by id. The number of rows is compared with the count of every page; when they differ, something
 * came or went in between and the scan is repeated. Throws `list-changing` when that happens every time.
 */
export async function scan(api: Transport, list: List, signal?: AbortSignal): Promise<readonly Row[]> {
  for (let tries = 0; tries < maxScans; tries += 1) {
    const { rows, counts } = await scanOnce(api, list, signal);
    if (counts.every((count) => count === rows.length)) return rows;
  }
  throw changing(list);
}

async function scanOnce(
  api: Transport,
  list: List,
  signal: AbortSignal | undefined,
): Promise<{ readonly rows: readonly Row[]; readonly counts: readonly number[] }> {
  const rows: Row[] = [];
  const counts: number[] = [];
  let position: Position | undefined;
  do {
    const page = await readAfter(api, list, position, atOnce, signal);
    rows.push(...page.rows);
    if (page.count !== undefined) counts.push(page.count);
    position = page.next;
  } while (position !== undefined);
  return { rows, counts };
}
