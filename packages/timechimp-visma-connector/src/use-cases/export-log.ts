import type { ExportKind, ExportRecord, ExportState } from '../ports/export-record.ts';
import type { ItemRef } from '../ports/item-ref.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { openSession, type Session } from './session.ts';

/** Which exports to show, and how. Conditions are combined with "and". */
export interface ExportLogRequest {
  readonly tenantId: string;
  readonly states?: readonly ExportState[];
  readonly kinds?: readonly ExportKind[];
  /** Only these exports; unknown keys are absent. */
  readonly keys?: readonly string[];
  /** Only exports of these items: "what happened to this hour?". */
  readonly items?: readonly ItemRef[];
  /**
   * `key` (default): by key ascending. `newest`: by the moment of the last change, the newest first, and by key where
   * that is the same; what changes between two pages moves to the front and is not seen on a later page.
   */
  readonly order?: 'key' | 'newest';
  /** `next` of the page before, of a request that is otherwise the same. */
  readonly after?: string;
  /** Most exports on a page, at least 1. Default 100. */
  readonly limit?: number;
}

/** A page of exports; no `next` on the last one. */
export interface ExportLogPage {
  readonly exports: readonly ExportRecord[];
  readonly next?: string;
}

const day = 86_400_000;

/** Exports at a time that are read from the store. */
const readAtOnce = 500;

/**
 * The export log. In the order `newest` it costs as much as the exports that were changed since the last one shown: the
 * first pages are cheap however long the history.
 */
export async function exportLog(context: ConnectorContext, request: ExportLogRequest): Promise<ExportLogPage> {
  const session = await openSession(context, request.tenantId);
  const { exports } = context.parts.state;
  const { states, kinds, keys, items, order = 'key', after, limit = 100 } = request;
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new ConnectorError('input', 'A page has at least one export.', 'Pass a whole number of at least 1 as limit.');
  }
  if (!keys && !items) {
    if (order === 'newest') {
      return newest(context, session, request, limit);
    }
    const page = await exports.list(session.scope, { states, kinds, after, limit });
    return { exports: page.items, ...(page.next === undefined ? {} : { next: page.next }) };
  }
  const found = keys ? await exports.get(session.scope, [...new Set(keys)]) : await exports.findByItems(session.scope, items ?? []);
  const others = keys && items ? new Set((await exports.findByItems(session.scope, items)).map(({ key }) => key)) : null;
  const fitting = found.filter(
    (record) => (states?.includes(record.state) ?? true) && (kinds?.includes(record.kind) ?? true) && (others?.has(record.key) ?? true),
  );
  if (order === 'key') {
    return pageOf(fitting, ({ key }) => after === undefined || key > after, limit, keyFirst);
  }
  const position = positionOf(after);
  return pageOf(fitting, (record) => isLater(position, record), limit, newestFirst);
}

/**
 * The store lists by key. So it is asked for what changed in the last day, and for ever longer while that is not enough.
 */
async function newest(context: ConnectorContext, session: Session, request: ExportLogRequest, limit: number): Promise<ExportLogPage> {
  const { states, kinds } = request;
  const position = positionOf(request.after);
  const from = position?.updatedAt ?? context.parts.clock.now();
  for (let span = day; ; span *= 4) {
    const updatedSince = Math.max(0, from - span);
    let best: ExportRecord[] = [];
    let after: string | undefined;
    do {
      const page = await context.parts.state.exports.list(session.scope, { states, kinds, updatedSince, after, limit: readAtOnce });
      const later = page.items.filter((record) => isLater(position, record));
      best = [...best, ...later].sort(byNewest).slice(0, limit + 1);
      after = page.next;
    } while (after !== undefined);
    if (best.length > limit || updatedSince === 0) {
      return pageOf(best, () => true, limit, newestFirst);
    }
  }
}

type Position = Pick<ExportRecord, 'updatedAt' | 'key'>;

function byNewest(one: Position, other: Position): number {
  return other.updatedAt - one.updatedAt || (one.key < other.key ? -1 : Number(one.key > other.key));
}

function isLater(position: Position | undefined, record: ExportRecord): boolean {
  return position === undefined || byNewest(position, record) < 0;
}

/** One page of records that are all there is. */
function pageOf(records: readonly ExportRecord[], isLater: (record: ExportRecord) => boolean, limit: number, order: Order): ExportLogPage {
  const rest = records.filter(isLater).toSorted(order.compare);
  const exports = rest.slice(0, limit);
  const last = exports.at(-1);
  return { exports, ...(rest.length > limit && last ? { next: order.next(last) } : {}) };
}

interface Order {
  readonly compare: (one: Position, other: Position) => number;
  readonly next: (last: ExportRecord) => string;
}

const newestFirst: Order = { compare: byNewest, next: ({ updatedAt, key }) => `${updatedAt}/${key}` };
const keyFirst: Order = { compare: (one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)), next: ({ key }) => key };

/** Throws a `ConnectorError` where the text is of no page in this order. */
function positionOf(after: string | undefined): Position | undefined {
  if (after === undefined) {
    return undefined;
  }
  const [, time, key] = /^(\d{1,15})\/(.*)$/s.exec(after) ?? [];
  if (time === undefined || key === undefined) {
    throw new ConnectorError('input', 'There is no such page.', 'Pass `next` of the page before, with the same order.');
  }
  return { updatedAt: Number(time), key };
}
