import { complete } from '../models/complete.ts';
import { documentedOperations, fieldsOf, isModel, type OperationFacts } from '../models/facts.ts';
import { Table } from '../state/table.ts';
import { type Answer, done } from '../wire/answer.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { utcNow } from '../state/world.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf } from './operation.ts';
import { pdfWith } from './pdf.ts';
import { textOf } from '../wire/fields.ts';

type PlainTable = Table<WireObject & { Id: string }>;

/** Answers derived from the facts alone, for every documented operation that has no rules of its own. */
export function plainOperations(ruled: readonly Operation[]): Operation[] {
  const known = new Set(ruled.map(({ method, path }) => shape(method, path)));
  return Object.entries(documentedOperations()).flatMap(([name, facts]) => {
    const [method = '', path = ''] = name.split(' ');
    if (known.has(shape(method, path))) return [];
    return [{ method: method as Operation['method'], path, scopes: facts.scopes, handle: handler(method, path, facts) }];
  });
}

/** Method and path without the names of the placeholders. */
function shape(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`.toLowerCase();
}

function handler(method: string, path: string, facts: OperationFacts): (call: Call) => Answer {
  const answer = facts.answer ?? '';
  const listed = /^page of (\w+)$/.exec(answer)?.[1];
  if (method === 'GET' && listed !== undefined) return (call) => listAnswer(call, path, listed, tableOf(call, path).all());
  if (answer === 'file') return (call) => ({ status: 200, headers: { 'content-type': 'application/pdf' }, bytes: pdfWith(call.company.settings.Name) });
  if (method === 'GET') return (call) => single(call, path, facts);
  if (method === 'DELETE') return (call) => remove(call, path);
  return (call) => write(call, method, path, facts);
}

/** The records of `/orders` answer for `/orders`, `/orders/{id}` and what is below it. */
function tableOf(call: Call, path: string): PlainTable {
  const list = `/${path.split('/')[1] ?? ''}`;
  const table = call.company.plain.get(list) ?? new Table<WireObject & { Id: string }>();
  call.company.plain.set(list, table);
  return table;
}

function idIn(call: Call): string {
  return Object.values(call.params).at(-1) ?? '';
}

function single(call: Call, path: string, facts: OperationFacts): Answer {
  if (Object.keys(call.params).length === 0 || facts.answer === undefined) return answerWith(facts, {});
  return answerWith(facts, needed(tableOf(call, path), idIn(call), `The record of ${path}`));
}

function remove(call: Call, path: string): Answer {
  const table = tableOf(call, path);
  table.delete(needed(table, idIn(call), `The record of ${path}`).Id);
  return done();
}

function write(call: Call, method: string, path: string, facts: OperationFacts): Answer {
  const body = facts.body !== undefined && isModel(facts.body) ? bodyOf(call, facts.body) : {};
  const table = tableOf(call, path);
  const id = Object.keys(call.params).length > 0 ? idIn(call) : undefined;
  const isAction = method === 'POST' && id !== undefined;
  const existing = id === undefined ? undefined : needed(table, id, `The record of ${path}`);
  const isPart = path.split('/').length > 3 || (facts.body?.startsWith('[') ?? false);
  if (isAction || isPart) return answerWith(facts, { ...existing });
  const record = { ...stamps(call, facts, existing), ...body, Id: existing?.Id ?? call.world.ids.guid(path) };
  return answerWith(facts, table.put(record));
}

function stamps(call: Call, facts: OperationFacts, existing: WireObject | undefined): WireObject {
  const now = utcNow(call.world);
  const names = facts.answer !== undefined && isModel(facts.answer) ? Object.keys(fieldsOf(facts.answer)) : [];
  const all: WireObject = { CreatedUtc: existing?.['CreatedUtc'] ?? now, ModifiedUtc: now, ChangedUtc: now };
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function answerWith(facts: OperationFacts, record: WireObject): Answer {
  const answer = facts.answer ?? '';
  if (answer === '') return { status: facts.status };
  if (answer.startsWith('[')) return { status: facts.status, json: [] };
  const listed = /^page of (\w+)$/.exec(answer)?.[1];
  if (listed !== undefined) {
    const meta = { CurrentPage: 1, PageSize: 50, TotalNumberOfPages: 0, TotalNumberOfResults: 0 };
    return { status: facts.status, json: { Meta: complete('CommonPaginationMetadata', meta), Data: [] } };
  }
  if (!isModel(answer)) return { status: facts.status, json: isWireObject(record) ? textOf(record, 'Id') : '' };
  return { status: facts.status, json: complete(answer, record) };
}
