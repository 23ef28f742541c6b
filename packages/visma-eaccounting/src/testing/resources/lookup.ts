import { complete } from '../models/complete.ts';
import type { Table } from '../state/table.ts';
import { type Answer, ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { type Call, type Operation, param } from './operation.ts';

/** The record that a path parameter names; refuses with 404 and 3000. */
export function needed<T extends WireObject & { Id: string }>(table: Table<T>, id: string, what: string): T {
  const record = table.get(id);
  if (!record) throw notFound(`${what} ${id}`);
  return record;
}

/** A list and a single record that can only be read. */
export function readOnly(resource: {
  readonly path: string;
  readonly model: string;
  readonly scopes: readonly string[];
  readonly what: string;
  /** The path parameter of the single record; none when the API has only the list. */
  readonly idName?: string;
  readonly records: (call: Call) => readonly (WireObject & { Id: string })[];
}): Operation[] {
  const list: Operation = {
    method: 'GET',
    path: resource.path,
    scopes: resource.scopes,
    handle: (call) => listAnswer(call, resource.path, resource.model, resource.records(call)),
  };
  const { idName } = resource;
  if (idName === undefined) return [list];
  const single: Operation = {
    method: 'GET',
    path: `${resource.path}/{${idName}}`,
    scopes: resource.scopes,
    handle: (call): Answer => {
      const id = param(call, idName).toLowerCase();
      const record = resource.records(call).find((each) => each.Id.toLowerCase() === id);
      if (!record) throw notFound(`${resource.what} ${id}`);
      return ok(complete(resource.model, record));
    },
  };
  return [list, single];
}
