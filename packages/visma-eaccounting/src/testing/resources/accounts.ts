import { complete } from '../models/complete.ts';
import type { AccountRecord } from '../state/master-data-records.ts';
import { utcNow } from '../state/world.ts';
import { created, ok } from '../wire/answer.ts';
import { textIn, textOf } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { ApiRefusal, errorCodes, invalid, notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'AccountApi';

function wire({ company }: Call, account: AccountRecord): WireObject {
  return { ...account, VatCodeDescription: textIn(company.vatCodes.get(account.VatCodeId ?? '') ?? {}, 'Description') ?? null };
}

function ofYear(call: Call): AccountRecord[] {
  const year = needed(call.company.fiscalYears, param(call, 'fiscalyearId'), 'FiscalYear');
  return call.company.accounts.all().filter(({ FiscalYearId }) => FiscalYearId === year.Id);
}

function find(call: Call): AccountRecord {
  const number = param(call, 'accountNumber');
  const account = ofYear(call).find((each) => each.Number === number);
  if (!account) throw notFound(`Account ${number}`);
  return account;
}

function build(call: Call, existing?: AccountRecord): AccountRecord {
  const body = bodyOf(call, model);
  const year = call.company.fiscalYears.get(textOf(body, 'FiscalYearId'));
  if (!year) throw invalid([{ field: 'FiscalYearId', message: 'The fiscal year does not exist.' }]);
  return {
    ...body,
    Id: existing?.Id ?? call.world.ids.guid('account'),
    CreatedUtc: existing?.['CreatedUtc'] ?? utcNow(call.world),
    Number: existing?.Number ?? textOf(body, 'Number'),
    Name: textOf(body, 'Name'),
    FiscalYearId: year.Id,
    VatCodeId: textIn(body, 'VatCodeId') ?? null,
    IsActive: body['IsActive'] === true,
    IsBlockedForManualBooking: body['IsBlockedForManualBooking'] === true,
    IsProjectAllowed: body['IsProjectAllowed'] === true,
    IsCostCenterAllowed: body['IsCostCenterAllowed'] === true,
    AllowTransactionText: body['AllowTransactionText'] === true,
    ModifiedUtc: utcNow(call.world),
  };
}

/** /accounts: one chart per fiscal year; Number is text here, a number in voucher rows. */
export const accounts: readonly Operation[] = [
  {
    method: 'GET',
    path: '/accounts',
    scopes: scopes.readAccounting,
    handle: (call) => listAnswer(call, '/accounts', model, call.company.accounts.all().map((each) => wire(call, each))),
  },
  {
    method: 'POST',
    path: '/accounts',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const account = build(call);
      const taken = call.company.accounts.find(
        (other) => other.Number === account.Number && other.FiscalYearId === account.FiscalYearId,
      );
      if (taken) {
        const text = `ConflictException - The account ${account.Number} already exists.`;
        throw new ApiRefusal(call.world.options.conflictStatus, errorCodes.conflict, text);
      }
      return created(complete(model, wire(call, call.company.accounts.put(account))));
    },
  },
  {
    method: 'GET',
    path: '/accounts/standardaccounts',
    scopes: scopes.readAccounting,
    handle: (call) => {
      if (call.company.settings.CountryCode !== 'NL') {
        throw new ApiRefusal(400, errorCodes.noAccessToModule, 'ForbiddenRequestException - Only available for Dutch companies.');
      }
      const records = Object.entries(call.company.standardAccounts).map(([AccountType, AccountNumber]) => ({ AccountType, AccountNumber }));
      return listAnswer(call, '/accounts/standardaccounts', 'StandardAccountApi', records);
    },
  },
  {
    method: 'GET',
    path: '/accounts/{fiscalyearId}',
    scopes: scopes.readAccounting,
    handle: (call) => listAnswer(call, '/accounts/{fiscalyearId}', model, ofYear(call).map((each) => wire(call, each))),
  },
  {
    method: 'GET',
    path: '/accounts/{fiscalyearId}/{accountNumber}',
    scopes: scopes.readAccounting,
    handle: (call) => ok(complete(model, wire(call, find(call)))),
  },
  {
    method: 'PUT',
    path: '/accounts/{fiscalyearId}/{accountNumber}',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const changed = build(call, find(call));
      return ok(complete(model, wire(call, call.company.accounts.put(changed))));
    },
  },
];
