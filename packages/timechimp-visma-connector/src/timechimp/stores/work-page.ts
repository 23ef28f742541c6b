import type { BillableItem } from '@x/billing-core';
import type { Page } from '../../ports/page.ts';
import type { WorkItem, WorkQuery } from '../../ports/work-store.ts';
import type { Account } from '../account.ts';
import { allOf, anyOf, quoted } from '../lists/filter.ts';
import { checkLimit, parsePosition, type Position, positionText } from '../lists/position.ts';
import { type List, readAfter, type RowPage } from '../lists/read-after.ts';
import { TimeChimpError } from '../timechimp-error.ts';
import { entryStatuses } from '../values/status.ts';
import type { EntryKind } from './items.ts';
import { listOf, workItems } from './work-items.ts';

const order: readonly EntryKind[] = ['expense', 'mileage', 'time'];

/** Where a page of items goes on. */
interface Place {
  readonly kind: EntryKind;
  readonly position: Position | undefined;
}

/** Items by kind and id. What the API is not asked to narrow down, or does not, is narrowed down here as well. */
export async function workPage(account: Account, query: WorkQuery): Promise<Page<WorkItem>> {
  checkLimit(query.limit);
  let place = placeOf(query);
  while (place !== undefined) {
    const { kind, position } = place;
    const { rows, next } = await rowsOf(account, kind, query, position);
    const items = (await workItems(kind, rows, account, undefined)).filter((item) => fits(item, query));
    place = next === undefined ? following(kind, query) : { kind, position: next };
    if (items.length > 0) return { items, ...(place !== undefined && { next: placeText(place) }) };
  }
  return { items: [] };
}

/** One page of rows. Where the filter is refused, only the days are asked for from then on. */
async function rowsOf(account: Account, kind: EntryKind, query: WorkQuery, position: Position | undefined): Promise<RowPage> {
  const days = daysFilter(query);
  const list: List = { ...listOf(kind, account), filter: account.filterRefused ? days : allOf([days, ...narrowing(account, query)]) };
  try {
    return await readAfter(account.v2, list, position, query.limit);
  } catch (error) {
    if (!(error instanceof TimeChimpError) || error.status !== 400 || list.filter === days) throw error;
    account.filterRefused = true;
    return readAfter(account.v2, { ...list, filter: days }, position, query.limit);
  }
}

function daysFilter({ from, to }: WorkQuery): string | undefined {
  return allOf([from === undefined ? undefined : `date ge ${from}`, to === undefined ? undefined : `date le ${to}`]);
}

function narrowing(account: Account, { statuses, customerIds, projectIds }: WorkQuery): readonly (string | undefined)[] {
  const { statusFilter, customerFilter, statusTrack } = account.options;
  const field = statusTrack === 'client' ? 'clientStatus' : 'status';
  const some = statuses !== undefined && statuses.length > 0 && statuses.length < entryStatuses.length;
  return [
    some && statusFilter === 'request' ? anyOf(statuses.map((status) => `${field} eq ${quoted(status)}`)) : undefined,
    customerFilter === 'request' ? idsFilter('customer/id', customerIds) : undefined,
    idsFilter('project/id', projectIds),
  ];
}

/** Only few ids fit into a filter; more are narrowed down here. */
function idsFilter(field: string, ids: readonly string[] | undefined): string | undefined {
  if (ids === undefined || ids.length === 0 || ids.length > 10 || !ids.every((id) => /^\d{1,15}$/.test(id))) return undefined;
  return anyOf(ids.map((id) => `${field} eq ${id}`));
}

function fits({ content, status }: WorkItem, query: WorkQuery): boolean {
  const { customerIds, projectIds, from, to, statuses } = query;
  return (
    (customerIds?.includes(content.customerId) ?? true) &&
    (projectIds === undefined || hasProject(content, projectIds)) &&
    (from === undefined || content.date >= from) &&
    (to === undefined || content.date <= to) &&
    (statuses?.includes(status) ?? true)
  );
}

function hasProject({ projectId }: BillableItem, projectIds: readonly string[]): boolean {
  return projectId !== undefined && projectIds.includes(projectId);
}

function following(kind: EntryKind | undefined, query: WorkQuery): Place | undefined {
  const rest = kind === undefined ? order : order.slice(order.indexOf(kind) + 1);
  const next = rest.find((each) => query.kinds.includes(each));
  return next && { kind: next, position: undefined };
}

function placeOf(query: WorkQuery): Place | undefined {
  if (query.after === undefined) return following(undefined, query);
  const [kind = '', position] = query.after.split(':');
  const known = order.find((each) => each === kind);
  if (known === undefined) throw new TimeChimpError('invalid-input', 'This is not the `next` of a page.', { delivery: 'not-sent' });
  return { kind: known, position: position === 'start' ? undefined : parsePosition(position) };
}

function placeText({ kind, position }: Place): string {
  return `${kind}:${position === undefined ? 'start' : positionText(position)}`;
}
