import type { Transport } from '../http/transport.ts';
import { TimeChimpError } from '../timechimp-error.ts';
import { drift, readEnvelope, type Row } from './envelope.ts';
import type { Position } from './position.ts';

/** A list of API v2. */
export interface List {
  readonly path: string;
  readonly filter?: string | undefined;
  readonly expand?: string | undefined;
}

/** Rows in order of id. */
export interface RowPage {
  readonly rows: readonly Row[];
  /** Where to go on, or undefined at the end. */
  readonly next: Position | undefined;
  /** Rows of the list at that moment, where the answer said it. */
  readonly count: number | undefined;
}

const maxTries = 8;
/** The most that `$top` may be, and what it is when absent. */
const maxTop = 10_000;
const defaultTop = 100;

/**
 * The next rows of a list after a position, at least one unless the list is at its end.
 *
 * The API knows only offsets, and an offset is wrong as soon as a row before it goes away or comes back. So every request
 * begins one row early: when it answers with the last row that was read (or an earlier one), nothing was jumped over.
 * Otherwise the request is repeated further left until it does. Rows that were read are dropped.
 *
 * `$top` is always sent and `$count` tells the end, so neither the API's default of 100 rows nor a smaller maximum ends a
 * list early. A count that cannot be the list's (fewer rows than were seen) counts as none, and then only an answer with
 * nothing new is the end. A count that equals a whole first answer of 100 rows or more might be that answer's own: one
 * more request makes sure.
 */
export async function readAfter(
  api: Transport,
  list: List,
  position: Position | undefined,
  limit: number,
  signal?: AbortSignal,
): Promise<RowPage> {
  const lastId = position?.lastId ?? -1;
  let early = position === undefined ? 0 : 1;
  let skip = Math.max(0, (position?.skip ?? 0) - early);
  let stuck = 0;
  for (;;) {
    const { rows, count } = await readRows(api, list, skip, Math.min(limit + early, maxTop), signal);
    const [first] = rows;
    if (skip > 0 && (first === undefined || first.id > lastId)) {
      // Twice as far left each time, and as many more rows, so that a page is still full.
      skip = Math.max(0, skip - Math.max(early, limit));
      early += Math.max(early, limit);
      continue;
    }
    const fresh = rows.filter(({ id }) => id > lastId).slice(0, limit);
    const last = fresh.at(-1);
    const end = skip + rows.length;
    const total = count !== undefined && count >= end ? count : undefined;
    if (last !== undefined) {
      const passed = skip + rows.indexOf(last) + 1;
      const unsure = total === undefined || (skip === 0 && total === rows.length && total >= defaultTop);
      const next = unsure || passed < total ? { skip: passed, lastId: last.id } : undefined;
      return { rows: fresh, next, count: total };
    }
    if (total === undefined ? rows.length <= 1 : end >= total) return { rows: [], next: undefined, count: total };
    // Rows that were read fill the answer: others came in before them. Go on behind it, still one row early.
    if (rows.length <= 1) stuck += 1;
    if (stuck > maxTries) throw changing(list);
    skip = Math.max(skip, end - 1);
  }
}

/** One request. The rows must be in order of id, or offsets would mean nothing. */
async function readRows(
  api: Transport,
  list: List,
  skip: number,
  top: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly rows: readonly Row[]; readonly count: number | undefined }> {
  const operation = `GET ${list.path}`;
  const body = await api.send({
    method: 'GET',
    path: list.path,
    operation,
    query: {
      $filter: list.filter,
      $orderby: 'id',
      $top: String(top),
      $skip: String(skip),
      $count: 'true',
      $expand: list.expand,
    },
    signal,
  });
  const { rows, count } = readEnvelope(body, operation);
  if (rows.some(({ id }, index) => index > 0 && id <= (rows[index - 1]?.id ?? -1))) {
    throw drift(operation, 'the rows are not in order of id, so pages of the list cannot be trusted');
  }
  return { rows, count };
}

/** The error of a list that cannot be read whole. */
export function changing(list: List): TimeChimpError {
  const operation = `GET ${list.path}`;
  return new TimeChimpError('list-changing', `${operation} changed during every attempt to read it.`, {
    delivery: 'answered',
    operation,
  });
}
