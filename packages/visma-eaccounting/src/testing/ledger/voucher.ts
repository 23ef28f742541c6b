import { amountOf, cents } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { VoucherRecord, VoucherRowRecord } from '../state/ledger-records.ts';
import type { AccountRecord, FiscalYearRecord } from '../state/master-data-records.ts';
import { type World, businessDate, utcNow } from '../state/world.ts';
import { ApiRefusal, type FieldError, errorCodes, invalid } from '../wire/refusal.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { numberIn, textOf } from '../wire/fields.ts';
import { vatOf } from '../sales/money.ts';
import { openYearOf } from './periods.ts';

/** The three flags of every endpoint that books. */
export interface BookingFlags {
  /** The revenue row holds the gross amount and VAT rows are added; default false. */
  readonly automaticVat: boolean;
  /** The account's own VAT code replaces the one that was sent; default true. */
  readonly defaultVatCodes: boolean;
  /** The company's series is used and NumberSeries ignored; default true. */
  readonly defaultSeries: boolean;
}

const manualVoucher = 2;

/** Checks and makes a voucher from a body; it is not yet in the books. */
export function buildVoucher(
  world: World,
  company: CompanyState,
  body: WireObject,
  flags: BookingFlags,
  at = '',
): VoucherRecord {
  const year = openYearOf(company, textOf(body, 'VoucherDate'));
  const given = (Array.isArray(body['Rows']) ? body['Rows'] : []).filter(isWireObject);
  const problems = given.flatMap((row, index) => checkRow(company, year, row, `${at}Rows[${index}].`));
  if (given.length === 0) problems.push({ field: `${at}Rows`, message: 'A voucher needs rows.' });
  if (problems.length > 0) throw invalid(problems);
  const rows = given.flatMap((row) => bookedRows(company, year, row, flags));
  requireBalance(rows, at);
  const series = flags.defaultSeries ? 'A' : body['NumberSeries'];
  if (typeof series !== 'string' || series === '') {
    throw invalid([{ field: `${at}NumberSeries`, message: 'is required when the default series is not used' }]);
  }
  const date = businessDate(world, textOf(body, 'VoucherDate'));
  return numbered(world, company, { ...body, VoucherDate: date, Rows: rows, VoucherType: manualVoucher }, series);
}

/** Gives a voucher its id and the number that it will have once booked. */
export function numbered(world: World, company: CompanyState, voucher: WireObject, series: string): VoucherRecord {
  const number = (company.voucherNumbers.get(series) ?? 0) + 1;
  return {
    Attachments: { DocumentId: null, DocumentType: 3, AttachmentIds: [] },
    ...voucher,
    Id: world.ids.guid('voucher'),
    VoucherText: textOf(voucher, 'VoucherText'),
    VoucherDate: textOf(voucher, 'VoucherDate'),
    VoucherType: numberIn(voucher, 'VoucherType'),
    Rows: voucher['Rows'] as VoucherRowRecord[],
    NumberSeries: series,
    NumberAndNumberSeries: `${series}${number}`,
    CreatedUtc: utcNow(world),
    ModifiedUtc: utcNow(world),
  };
}

/** Puts a voucher into the books and takes its number. */
export function book(company: CompanyState, voucher: VoucherRecord): VoucherRecord {
  const series = voucher.NumberSeries;
  company.voucherNumbers.set(series, (company.voucherNumbers.get(series) ?? 0) + 1);
  return company.vouchers.put(voucher);
}

function checkRow(company: CompanyState, year: FiscalYearRecord, row: WireObject, at: string): FieldError[] {
  const account = accountOf(company, year, numberIn(row, 'AccountNumber'));
  const problems: FieldError[] = [];
  const say = (name: string, message: string): void => {
    problems.push({ field: `${at}${name}`, message });
  };
  if (!account.IsActive) say('AccountNumber', `The account ${account.Number} is inactive.`);
  if (account.IsBlockedForManualBooking) say('AccountNumber', `The account ${account.Number} is blocked for manual booking.`);
  if (typeof row['ProjectId'] === 'string') {
    if (!company.projects.get(row['ProjectId'])) say('ProjectId', 'The project does not exist.');
    else if (!account.IsProjectAllowed) say('ProjectId', `The account ${account.Number} does not allow projects.`);
  }
  for (const slot of ['CostCenterItemId1', 'CostCenterItemId2', 'CostCenterItemId3']) {
    const item = row[slot];
    if (typeof item !== 'string') continue;
    if (!company.costCenterItems.get(item)) say(slot, 'The cost center item does not exist.');
    else if (!account.IsCostCenterAllowed) say(slot, `The account ${account.Number} does not allow cost centers.`);
  }
  if (typeof row['VatCodeId'] === 'string' && !company.vatCodes.get(row['VatCodeId'])) {
    say('VatCodeId', 'The VAT code does not exist.');
  }
  if (numberIn(row, 'DebitAmount') !== 0 && numberIn(row, 'CreditAmount') !== 0) {
    say('DebitAmount', 'A row has either a debit or a credit amount.');
  }
  return problems;
}

/** The account in that fiscal year's chart; refuses with 3002 when there is none. */
export function accountOf(company: CompanyState, year: FiscalYearRecord, number: number): AccountRecord {
  const account = company.accounts.find((each) => each.FiscalYearId === year.Id && each.Number === String(number));
  if (!account) {
    const name = year.StartDate.slice(0, 4);
    throw new ApiRefusal(400, errorCodes.accountNotFound, `AccountNotFoundException - Account ${number} was not found in fiscal year ${name}.`);
  }
  return account;
}

/** The row as it is kept, followed by the VAT row that automatic calculation adds. */
function bookedRows(company: CompanyState, year: FiscalYearRecord, row: WireObject, flags: BookingFlags): VoucherRowRecord[] {
  const account = accountOf(company, year, numberIn(row, 'AccountNumber'));
  const sent = typeof row['VatCodeId'] === 'string' ? row['VatCodeId'] : null;
  const vatCode = company.vatCodes.get((flags.defaultVatCodes ? account.VatCodeId : sent) ?? '');
  const kept: VoucherRowRecord = {
    ...row,
    AccountNumber: Number(account.Number),
    AccountDescription: account.Name,
    DebitAmount: numberIn(row, 'DebitAmount'),
    CreditAmount: numberIn(row, 'CreditAmount'),
    VatCodeId: vatCode?.Id ?? null,
    VatCodeAndPercent: vatCode ? `${vatCode.Code} (${vatCode.VatRate}%)` : null,
  };
  const vatAccount = vatCode?.RelatedAccounts['AccountNumber1'];
  if (!flags.automaticVat || !vatCode || vatCode.VatRate === 0 || typeof vatAccount !== 'number') return [kept];
  const isDebit = kept.DebitAmount !== 0;
  const gross = cents(isDebit ? kept.DebitAmount : kept.CreditAmount);
  const vat = vatOf(gross, vatCode.VatRate, true);
  const onSide = (amount: bigint) => ({
    DebitAmount: isDebit ? amountOf(amount) : 0,
    CreditAmount: isDebit ? 0 : amountOf(amount),
  });
  const vatRow: VoucherRowRecord = {
    AccountNumber: vatAccount,
    AccountDescription: accountOf(company, year, vatAccount).Name,
    VatCodeId: null,
    ...onSide(vat),
  };
  return [{ ...kept, ...onSide(gross - vat), VatAmount: amountOf(vat) }, vatRow];
}

function requireBalance(rows: readonly VoucherRowRecord[], at: string): void {
  const sum = (side: 'DebitAmount' | 'CreditAmount'): bigint => rows.reduce((total, row) => total + cents(row[side]), 0n);
  const [debit, credit] = [sum('DebitAmount'), sum('CreditAmount')];
  if (debit !== credit) {
    throw invalid([
      { field: `${at}Rows`, message: `The voucher does not balance: debit ${amountOf(debit)}, credit ${amountOf(credit)}.` },
    ]);
  }
}
