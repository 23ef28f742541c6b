import { parseFilter } from './filter.ts';
import type { FakeCustomer, FakeInvoice } from './records.ts';
import { type Render, renderCustomer, renderExpense, renderMileage, renderProject, renderTime } from './render.ts';
import { type FakeState, nextId } from './state.ts';
import { changeStatuses, type FakeCollection } from './status.ts';
import { renderInvoice } from './v1.ts';
import { type FakeAnswer, type FakeRequest, Refusal } from './wire.ts';

interface Collection {
  readonly table: ReadonlyMap<number, unknown>;
  readonly render: Render<never>;
}

function collectionsOf(state: FakeState): Readonly<Record<string, Collection>> {
  const users: Render<Record<string, unknown>> = (_state, { contracts, ...user }, expand) =>
    expand.has('contracts') ? { ...user, contracts: contracts ?? [] } : user;
  const invoices: Render<FakeInvoice> = (_state, invoice) => renderInvoice(invoice);
  const tasks: Render<Record<string, unknown>> = (_state, task) => ({ code: null, active: true, hourlyRate: null, billable: true, common: false, ...task });
  return {
    '/customers': { table: state.customers, render: renderCustomer },
    '/projects': { table: state.projects, render: renderProject },
    '/tasks': { table: state.tasks, render: tasks },
    '/users': { table: state.users, render: users },
    '/times': { table: state.times, render: renderTime },
    '/expenses': { table: state.expenses, render: renderExpense },
    [state.behaviour.mileagePath]: { table: state.mileages, render: renderMileage },
    ...(state.behaviour.invoicesInV2 && { '/invoices': { table: state.invoices, render: invoices } }),
  };
}

/** API v2: `halfway` limits a change of status to so many entries. */
export function answerV2(state: FakeState, request: FakeRequest, path: string, halfway: boolean): FakeAnswer {
  if (request.headers.get('api-key') !== state.behaviour.apiKey) throw new Refusal(401, 'Invalid API key');
  const [, root = '', last] = /^(\/[A-Za-z]+)(?:\/([A-Za-z0-9]+))?$/.exec(path) ?? [];
  const collection = collectionsOf(state)[root];
  if (collection === undefined) throw new Refusal(404, 'Not found');
  const key = `${request.method} ${last === undefined ? 'list' : /^\d+$/.test(last) ? 'one' : last}`;
  switch (key) {
    case 'GET list':
      return list(state, collection, request.url.searchParams);
    case 'GET one':
      return { status: 200, json: { result: [render(state, collection, found(collection, last), expandOf(request))], links: [] } };
    case 'PUT status':
    case 'PUT clientStatus':
      return putStatus(state, root, last as 'status' | 'clientStatus', request, halfway);
    case 'POST list':
      if (root === '/customers') return saveCustomer(state, nextId(state.customers), request.body, 201);
      break;
    case 'PUT one':
      found(collection, last);
      if (root === '/customers') return saveCustomer(state, Number(last), request.body, 200);
      break;
    case 'PATCH one':
      found(collection, last);
      if (root === '/tasks') return patchTask(state, Number(last), request.body);
      break;
  }
  throw new Refusal(405, 'Method not allowed');
}

function list(state: FakeState, collection: Collection, query: URLSearchParams): FakeAnswer {
  const { behaviour } = state;
  const filter = query.get('$filter');
  const test = filter === null || behaviour.ignoresFilter ? () => true : parseFilter(filter, behaviour.refusedInFilter);
  const expand = new Set((query.get('$expand') ?? '').split(',').map((name) => name.trim()));
  const rows = [...collection.table.values()].map((record) => render(state, collection, record, expand)).filter(test);
  if (query.get('$orderby') === 'id' && behaviour.honoursOrder) rows.sort((a, b) => Number(a['id']) - Number(b['id']));
  const skip = Number(query.get('$skip') ?? 0);
  const top = Math.min(Number(query.get('$top') ?? behaviour.defaultTop), behaviour.maxTop);
  const tells = query.get('$count') === 'true' && behaviour.tellsCount;
  const result = rows.slice(skip, skip + top);
  const count = behaviour.countMeans === 'list' ? rows.length : result.length;
  return {
    status: 200,
    json: { result, ...(tells && { count }), links: [{ href: '/', rel: 'self', method: 'GET' }] },
  };
}

function found(collection: Collection, id: string | undefined): unknown {
  const record = collection.table.get(Number(id));
  if (record === undefined) throw new Refusal(404, 'Not found');
  return record;
}

function render(state: FakeState, collection: Collection, record: unknown, expand: ReadonlySet<string>): Record<string, unknown> {
  return collection.render(state, record as never, expand);
}

function expandOf(request: FakeRequest): ReadonlySet<string> {
  return new Set((request.url.searchParams.get('$expand') ?? '').split(','));
}

function putStatus(state: FakeState, root: string, field: 'status' | 'clientStatus', request: FakeRequest, halfway: boolean): FakeAnswer {
  const name = root === state.behaviour.mileagePath ? 'mileages' : root.slice(1);
  if (name !== 'times' && name !== 'expenses' && name !== 'mileages') throw new Refusal(404, 'Not found');
  const body = request.body as Record<string, unknown>;
  const entries = body[name];
  if (!Array.isArray(entries)) throw new Refusal(400, `The field ${name} is required.`);
  const ids = entries.map((entry: { readonly id: number }) => entry.id);
  const message = typeof body['message'] === 'string' ? body['message'] : null;
  const collection: FakeCollection = name;
  changeStatuses(state, { collection, field, ids, to: String(body[field]), message }, halfway ? Math.ceil(ids.length / 2) : Infinity);
  return { status: 200, json: { result: [], count: ids.length, links: [] } };
}

/** Replaces the customer whole: what the body does not name is empty afterwards. */
function saveCustomer(state: FakeState, id: number, body: unknown, status: number): FakeAnswer {
  const fields = body as Partial<FakeCustomer>;
  if (typeof fields.name !== 'string' || fields.name.trim() === '') throw new Refusal(400, 'The field name is required.');
  const { intern = false, unspecified = false } = state.customers.get(id) ?? {};
  const customer: FakeCustomer = { active: true, ...fields, name: fields.name, id, intern, unspecified };
  state.customers.set(id, customer);
  return { status, json: { result: [renderCustomer(state, customer, new Set())], links: [] } };
}

function patchTask(state: FakeState, id: number, body: unknown): FakeAnswer {
  if (!Array.isArray(body)) throw new Refusal(400, 'A JSON Patch document is an array.');
  let task = { code: null, ...state.tasks.get(id) } as Record<string, unknown>;
  for (const { op, path, value } of body as { readonly op: string; readonly path: string; readonly value: unknown }[]) {
    const field = path.slice(1);
    if (op === 'test' && state.behaviour.patchTests) {
      if (task[field] !== value) throw new Refusal(400, `The current value of ${path} is not equal to the test value.`);
    } else if (op === 'replace') {
      task = { ...task, [field]: value };
    } else {
      throw new Refusal(400, `The operation ${op} is not supported.`);
    }
  }
  state.tasks.set(id, task as never);
  return { status: 200, json: { result: [task], links: [] } };
}
