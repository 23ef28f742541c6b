import type { FakeInvoice } from './records.ts';
import { renderProjectV1 } from './render.ts';
import type { FakeState } from './state.ts';
import { changeStatuses, type FakeCollection } from './status.ts';
import { type FakeAnswer, type FakeRequest, Refusal } from './wire.ts';

const statuses: Readonly<Record<string, string>> = {
  '-1': 'Rejected', 0: 'Open', 1: 'PendingApproval', 2: 'Approved', 3: 'Invoiced', 4: 'WrittenOff',
};
const collections: Readonly<Record<string, FakeCollection>> = { time: 'times', expenses: 'expenses', mileage: 'mileages' };

/** API v1: bare arrays and objects, statuses by number, no pages. */
export function answerV1(state: FakeState, request: FakeRequest, path: string, halfway: boolean): FakeAnswer {
  const { behaviour } = state;
  if (!behaviour.v1) throw new Refusal(404, 'Not found');
  if (request.headers.get('authorization') !== `Bearer ${behaviour.v1ApiKey}`) throw new Refusal(401, 'Authorization has been denied for this request.');
  const [, root = '', last] = /^\/([a-z]+)(?:\/([a-z0-9]+))?$/.exec(path) ?? [];
  if (request.method === 'GET' && root === 'invoices') return answer(last, state.invoices, renderInvoice);
  if (request.method === 'GET' && root === 'projects') return answer(last, state.projects, renderProjectV1);
  const collection = collections[root];
  const client = behaviour.v1StatusPath.replace('intern', 'extern');
  if (request.method !== 'POST' || collection === undefined || (last !== behaviour.v1StatusPath && last !== client)) {
    throw new Refusal(404, 'Not found');
  }
  const body = request.body as { readonly registrationIds: readonly number[]; readonly status: number; readonly message?: string };
  changeStatuses(
    state,
    {
      collection,
      field: last === client ? 'clientStatus' : 'status',
      ids: body.registrationIds,
      to: statuses[String(body.status)] ?? '',
      message: body.message ?? null,
    },
    halfway ? Math.ceil(body.registrationIds.length / 2) : Infinity,
  );
  return { status: 200, json: [] };
}

function answer<T>(id: string | undefined, table: ReadonlyMap<number, T>, render: (record: T) => unknown): FakeAnswer {
  if (id === undefined) return { status: 200, json: [...table.values()].map(render) };
  const record = table.get(Number(id));
  if (record === undefined) throw new Refusal(404, 'Not found');
  return { status: 200, json: render(record) };
}

/** An invoice as API v1 shows it. */
export function renderInvoice({ date, dueDate, ...rest }: FakeInvoice): Record<string, unknown> {
  return {
    companyInvoicePrefix: '', currency: 'EUR', exchangeRate: 1, credit: false,
    totalWithoutExchangeRate: rest.total, totalExTaxWithoutExchangeRate: rest.totalExTax,
    ...rest, date: `${date}T00:00:00`, dueDate: `${dueDate}T00:00:00`,
  };
}
