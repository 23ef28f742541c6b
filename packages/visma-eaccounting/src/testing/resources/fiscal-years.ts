import { complete } from '../models/complete.ts';
import type { FiscalYearRecord } from '../state/master-data-records.ts';
import { businessDate } from '../state/world.ts';
import { created, ok } from '../wire/answer.ts';
import { dateIn } from '../wire/fields.ts';
import { invalid } from '../wire/refusal.ts';
import { needed, readOnly } from './lookup.ts';
import { type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'FiscalYearApi';
const writers = ['ea:accounting', 'ea:sales'];

/** /fiscalyears: can be added and locked. */
export const fiscalYears: readonly Operation[] = [
  ...readOnly({
    path: '/fiscalyears',
    model,
    scopes: scopes.readSalesOrAccounting,
    what: 'FiscalYear',
    idName: 'id',
    records: (call) =>
      call.company.fiscalYears.all().map((year) => ({
        ...year,
        StartDate: businessDate(call.world, year.StartDate),
        EndDate: businessDate(call.world, year.EndDate),
      })),
  }),
  {
    method: 'POST',
    path: '/fiscalyears',
    scopes: writers,
    handle: (call) => {
      const body = bodyOf(call, model);
      const [start, end] = [dateIn(body, 'StartDate'), dateIn(body, 'EndDate')];
      if (!start || !end || start >= end) throw invalid([{ field: 'StartDate', message: 'must lie before EndDate' }]);
      const years = call.company.fiscalYears.all();
      if (years.some((year) => start <= year.EndDate.slice(0, 10) && year.StartDate.slice(0, 10) <= end)) {
        throw invalid([{ field: 'StartDate', message: 'The fiscal year overlaps another one.' }]);
      }
      const year: FiscalYearRecord = {
        Id: call.world.ids.guid('fiscal-year'),
        StartDate: start,
        EndDate: end,
        IsLockedForAccounting: false,
        BookkeepingMethod: 0,
      };
      const last = years.at(-1);
      call.company.fiscalYears.put(year);
      for (const account of call.company.accounts.all().filter((each) => each.FiscalYearId === last?.Id)) {
        call.company.accounts.put({ ...account, Id: call.world.ids.guid('account'), FiscalYearId: year.Id });
      }
      const wire = { ...year, StartDate: businessDate(call.world, start), EndDate: businessDate(call.world, end) };
      return created(complete(model, wire));
    },
  },
  {
    method: 'PUT',
    path: '/fiscalyears/{id}',
    scopes: writers,
    handle: (call) => {
      const year = needed(call.company.fiscalYears, param(call, 'id'), 'FiscalYear');
      year.IsLockedForAccounting = bodyOf(call, 'FiscalYearUpdateApi')['IsLockedForAccounting'] === true;
      return ok(complete(model, year));
    },
  },
];
