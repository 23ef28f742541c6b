import type { Transport } from '../http/transport.ts';
import type { ResolvedOptions } from '../options.ts';
import { hasCode, TimeChimpError } from '../timechimp-error.ts';
import { readEnvelope, type Row } from './envelope.ts';
import { anyOf } from './filter.ts';
import type { Position } from './position.ts';
import { readAfter } from './read-after.ts';

type Lookup = ResolvedOptions['idLookup'];

/** Remembers which ways of looking up the API refused, so that they are tried once. */
export interface LookupMemory {
  lookup: Lookup;
}

/** Ids at once: kept below the hundred nodes that servers commonly allow in a filter. */
const sizes: Readonly<Record<Lookup, number>> = { in: 100, or: 15, range: 1000, single: 1 };
const next: Readonly<Record<Lookup, Lookup>> = { in: 'or', or: 'range', range: 'single', single: 'single' };

/** What is read: a collection, with relations. */
interface Source {
  readonly path: string;
  readonly expand?: string | undefined;
}

/**
 * The records of these ids, in any order; missing ones, and ids that are no numbers, are absent. A filter that the API
 * refuses with a 400, or that it ignores (other rows come back, or more than were asked for), is given up for the next
 * way: `in`, then `or`, then everything between the lowest and the highest id, then one by one.
 */
export async function readByIds(
  api: Transport,
  memory: LookupMemory,
  source: Source,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  let open = [...new Set(ids)].filter((id) => /^(0|[1-9]\d{0,14})$/.test(id)).sort((a, b) => Number(a) - Number(b));
  const found: Row[] = [];
  while (open.length > 0) {
    const { lookup } = memory;
    const chunk = open.slice(0, sizes[lookup]);
    const rows = await readChunk(api, lookup, source, chunk, signal);
    if (rows === undefined) {
      memory.lookup = next[lookup];
      continue;
    }
    found.push(...rows);
    open = open.slice(chunk.length);
  }
  return found;
}

function readChunk(
  api: Transport,
  lookup: Lookup,
  source: Source,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Row[] | undefined> {
  switch (lookup) {
    case 'in':
    case 'or':
      return readMany(api, lookup, source, ids, signal);
    case 'range':
      return readRange(api, source, ids, signal);
    case 'single':
      return readSingly(api, source, ids, signal);
  }
}

/**
 * Everything from the lowest to the highest id, page by page, of which the wanted rows are kept. Where that would take
 * more requests than there are ids, they are read one by one instead.
 */
async function readRange(
  api: Transport,
  source: Source,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Row[] | undefined> {
  const [low, high] = [Number(ids[0]), Number(ids.at(-1))];
  const wanted = new Set(ids.map(Number));
  const list = { ...source, filter: `id ge ${low} and id le ${high}` };
  const found: Row[] = [];
  let position: Position | undefined;
  try {
    do {
      const page = await readAfter(api, list, position, sizes.range, signal);
      if (page.rows.some(({ id }) => id < low || id > high)) return undefined;
      if (position === undefined && (page.count ?? 0) > ids.length * sizes.range) return await readSingly(api, source, ids, signal);
      found.push(...page.rows.filter(({ id }) => wanted.has(id)));
      position = page.next;
    } while (position !== undefined);
    return found;
  } catch (error) {
    if (error instanceof TimeChimpError && error.status === 400) return undefined;
    throw error;
  }
}

async function readMany(
  api: Transport,
  lookup: 'in' | 'or',
  { path, expand }: Source,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Row[] | undefined> {
  const $filter = lookup === 'in' ? `id in (${ids.join(',')})` : anyOf(ids.map((id) => `id eq ${id}`));
  try {
    const $top = String(ids.length + 1);
    const query = { $filter, $orderby: 'id', $top, $count: 'true', $expand: expand };
    const body = await api.send({ method: 'GET', path, operation: `GET ${path}`, query, signal });
    const { rows, count } = readEnvelope(body, `GET ${path}`);
    const wanted = new Set(ids);
    const honest = rows.every(({ id }) => wanted.has(String(id))) && (count === undefined || count === rows.length);
    return honest ? rows : undefined;
  } catch (error) {
    if (error instanceof TimeChimpError && error.status === 400) return undefined;
    throw error;
  }
}

async function readSingly(
  api: Transport,
  { path, expand }: Source,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Row[]> {
  const operation = `GET ${path}/{id}`;
  const found: Row[] = [];
  for (const id of ids) {
    try {
      const body = await api.send({ method: 'GET', path: `${path}/${id}`, operation, query: { $expand: expand }, signal });
      found.push(...readEnvelope(body, operation).rows.filter((row) => String(row.id) === id));
    } catch (error) {
      if (!hasCode(error, 'not-found')) throw error;
    }
  }
  return found;
}
