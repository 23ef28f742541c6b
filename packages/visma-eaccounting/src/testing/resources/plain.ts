import { complete } from '../models/complete.ts';
import { documentedOperations, fieldsOf, isModel, type OperationFacts } from '../models/facts.ts';
import type { PlainTable } from '../state/company.ts';
import { type Answer, done } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { invalid } from '../wire/refusal.ts';
import { utcNow } from '../state/world.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf } from './operation.ts';
import { pdfWith } from './pdf.ts';
import { textOf } from '../wire/fields.ts';

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
  return call.company.plain(`/${path.split('/')[1] ?? ''}`);
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
  const { Id } = needed(table, idIn(call), `The record of ${path}`);
  // What is below a record, such as its allocation periods, is no record of its own here.
  if (path.endsWith('}')) table.delete(Id);
  return done();
}

function write(call: Call, method: string, path: string, facts: OperationFacts): Answer {
  const table = tableOf(call, path);
  const id = Object.keys(call.params).length > 0 ? idIn(call) : undefined;
  const existing = id === undefined ? undefined : needed(table, id, `The record of ${path}`);
  const bodies = bodiesOf(call, facts);
  // What is sent to a list or replaces a record stays; an action only answers the record, with what came with the call.
  const isList = path.split('/').length === 2;
  if (!isList && !(method === 'PUT' && path.endsWith('}'))) return answerWith(facts, { ...existing, ...bodies[0] });
  const kept = bodies.map((body) => table.put({ ...stamps(call, facts, existing), ...body, Id: existing?.Id ?? call.world.ids.guid(path) }));
  return answerWith(facts, kept[0] ?? {});
}

/** The one body, or those of a list; an operation without one sends an empty one. */
function bodiesOf(call: Call, facts: OperationFacts): WireObject[] {
  const [, listed, one] = /^(?:\[(\w+)\]|(\w+))$/.exec(facts.body ?? '') ?? [];
  if (one !== undefined) return [bodyOf(call, one)];
  if (listed === undefined) return [{}];
  if (!Array.isArray(call.body)) throw invalid([{ field: '', message: 'A JSON array is expected as the body.' }]);
  return call.body.map((body: unknown) => bodyOf({ ...call, body }, listed));
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
  if (!isModel(answer)) return { status: facts.status, json: textOf(record, 'Id') };
  return { status: facts.status, json: complete(answer, record) };
}
