import type { Transport } from '../http/transport.ts';
import type { ResolvedOptions } from '../options.ts';
import { hasCode, TimeChimpError } from '../timechimp-error.ts';
import { readEnvelope, type Row } from './envelope.ts';
import { anyOf } from './filter.ts';

type Lookup = ResolvedOptions['idLookup'];

/** Remembers which ways of looking up the API refused, so that they are tried once. */
export interface LookupMemory {
  lookup: Lookup;
}

/** Ids at once: kept below the hundred nodes that servers commonly allow in a filter. */
const sizes: Readonly<Record<Lookup, number>> = { in: 100, or: 15, single: 1 };
const next: Readonly<Record<Lookup, Lookup>> = { in: 'or', or: 'single', single: 'single' };

/**
 * The records of these ids, in any order; missing ones, and ids that are no numbers, are absent. A filter that the API refuses with a 400, or
 * that it ignores (other rows come back, or more than were asked for), is given up for the next way.
 */
export async function readByIds(
  api: Transport,
  memory: LookupMemory,
  list: { readonly path: string; readonly expand?: string | undefined },
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  let open = [...new Set(ids)].filter((id) => /^(0|[1-9]\d{0,14})$/.test(id));
  const found: Row[] = [];
  while (open.length > 0) {
    const { lookup } = memory;
    const chunk = open.slice(0, sizes[lookup]);
    const rows = lookup === 'single' ? await readOne(api, list, chunk, signal) : await readMany(api, lookup, list, chunk, signal);
    if (rows === undefined) {
      memory.lookup = next[lookup];
      continue;
    }
    found.push(...rows);
    open = open.slice(chunk.length);
  }
  return found;
}

async function readMany(
  api: Transport,
  lookup: Lookup,
  { path, expand }: { readonly path: string; readonly expand?: string | undefined },
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

async function readOne(
  api: Transport,
  { path, expand }: { readonly path: string; readonly expand?: string | undefined },
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Row[]> {
  const [id = ''] = ids;
  const operation = `GET ${path}/{id}`;
  try {
    const body = await api.send({ method: 'GET', path: `${path}/${id}`, operation, query: { $expand: expand }, signal });
    return readEnvelope(body, operation).rows.filter((row) => String(row.id) === id);
  } catch (error) {
    if (hasCode(error, 'not-found')) return [];
    throw error;
  }
}
