import { complete } from '../models/complete.ts';
import { utcNow } from '../state/world.ts';
import { ok } from '../wire/answer.ts';
import { invalid } from '../wire/refusal.ts';
import { type Operation, param, scopes } from './operation.ts';

/** /sie4export: a document for a period; its file is not served. */
export const sieFiles: readonly Operation[] = [
  {
    method: 'GET',
    path: '/sie4export/{fromDate}/{toDate}',
    scopes: scopes.readAccounting,
    handle: (call) => {
      const [from, to] = [param(call, 'fromDate'), param(call, 'toDate')];
      if ([from, to].some((date) => Number.isNaN(Date.parse(date)))) throw invalid([{ field: 'fromDate', message: 'must be a date' }]);
      const name = `${from.slice(0, 10)}-${to.slice(0, 10)}`;
      return ok(complete('DocumentApi', { Id: call.world.ids.guid('document'), Name: `${name}.se`, NameWithoutExtension: name, CreatedUtc: utcNow(call.world) }));
    },
  },
];
