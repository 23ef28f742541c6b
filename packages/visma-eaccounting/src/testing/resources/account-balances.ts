import { amountOf, cents } from '../exact.ts';
import { complete } from '../models/complete.ts';
import type { AccountRecord } from '../state/master-data-records.ts';
import { ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { invalid, notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { type Call, type Operation, param, scopes } from './operation.ts';

const model = 'AccountBalanceApi';

function dayOf(call: Call): string {
  const text = param(call, 'date');
  if (Number.isNaN(Date.parse(text))) throw invalid([{ field: 'date', message: 'must be a date' }]);
  return text.slice(0, 10);
}

/** What the vouchers up to and including a day add up to, debit less credit. */
function balanceOf(call: Call, { Number: number, Name, Type }: AccountRecord, day: string): WireObject {
  const rows = call.company.vouchers
    .all()
    .filter(({ VoucherDate }) => VoucherDate.slice(0, 10) <= day)
    .flatMap(({ Rows }) => Rows.filter(({ AccountNumber }) => String(AccountNumber) === number));
  const balance = rows.reduce((sum, { DebitAmount, CreditAmount }) => sum + cents(DebitAmount) - cents(CreditAmount), 0n);
  return { AccountNumber: Number(number), AccountName: Name, Balance: amountOf(balance), AccountType: Type ?? 0 };
}

/** The accounts of the year that a day lies in. */
function chartOf(call: Call, day: string): AccountRecord[] {
  const year = call.company.fiscalYears.find(({ StartDate, EndDate }) => StartDate.slice(0, 10) <= day && day <= EndDate.slice(0, 10));
  return call.company.accounts.all().filter(({ FiscalYearId }) => FiscalYearId === year?.Id);
}

/** /accountbalances: added up from the vouchers. */
export const accountBalances: readonly Operation[] = [
  {
    method: 'GET',
    path: '/accountbalances/{date}',
    scopes: scopes.readAccounting,
    handle: (call) => {
      const day = dayOf(call);
      return listAnswer(call, '/accountbalances/{date}', model, chartOf(call, day).map((account) => balanceOf(call, account, day)));
    },
  },
  {
    method: 'GET',
    path: '/accountbalances/{accountNumber}/{date}',
    scopes: scopes.readAccounting,
    handle: (call) => {
      const [day, number] = [dayOf(call), param(call, 'accountNumber')];
      const account = chartOf(call, day).find((each) => each.Number === number);
      if (!account) throw notFound(`Account ${number}`);
      return ok(complete(model, balanceOf(call, account, day)));
    },
  },
];
