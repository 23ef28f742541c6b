import { complete } from '../models/complete.ts';
import { fieldsOf } from '../models/facts.ts';
import { ok } from '../wire/answer.ts';
import { numberIn } from '../wire/fields.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { type Call, type Operation, bodyOf, scopes } from './operation.ts';

const model = 'CompanySettingsApi';

function wire(call: Call): WireObject {
  return complete(model, call.company.settings);
}

/** /companysettings: one record; read-only fields keep their value on PUT. */
export const companySettings: readonly Operation[] = [
  { method: 'GET', path: '/companysettings', scopes: scopes.readSales, handle: (call) => ok(wire(call)) },
  {
    method: 'PUT',
    path: '/companysettings',
    scopes: scopes.writeSales,
    handle: (call) => {
      const body = bodyOf(call, model);
      for (const [name, field] of Object.entries(fieldsOf(model))) {
        if (field.readOnly === true) continue;
        const value = body[name];
        if (value !== undefined || field.nullable === true) call.company.settings[name] = value ?? null;
      }
      return ok(wire(call));
    },
  },
  {
    method: 'PUT',
    path: '/companysettings/accountinglocksettings',
    scopes: scopes.writeSales,
    handle: (call) => {
      const body = bodyOf(call, 'AccountingLockSettingsApi');
      const until = body['AccountingLockedAsOf'];
      if (isWireObject(until)) {
        const lastDay = new Date(Date.UTC(numberIn(until, 'Year'), numberIn(until, 'Month'), 0));
        call.company.settings.AccountingLockedTo = `${lastDay.toISOString().slice(0, 10)}T00:00:00Z`;
      }
      call.company.settings['AccountingLockInterval'] = numberIn(body, 'AccountingLockInterval');
      return ok(wire(call));
    },
  },
  {
    method: 'PUT',
    path: '/companysettings/rotrut',
    scopes: scopes.writeSales,
    handle: (call) => {
      call.company.settings['CompanyRotRutSettings'] = bodyOf(call, 'CompanyRotRutSettingsApi');
      return ok(wire(call));
    },
  },
];
