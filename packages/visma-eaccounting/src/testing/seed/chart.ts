import type { SeedIds } from './seed-ids.ts';
import type { AccountRecord, FiscalYearRecord, VatCodeRecord } from '../state/master-data-records.ts';

/** The numbers of the accounts that an example needs to name. */
export const accountNumbers = {
  bank: 1100,
  receivable: 1300,
  payable: 1600,
  vatHigh: 1500,
  vatLow: 1501,
  vatReverseCharge: 1502,
  inputVat: 1520,
  rounding: 4990,
  revenueHigh: 8000,
  revenueLow: 8010,
  revenueZero: 8020,
  revenueExempt: 8025,
  revenueReverseCharge: 8030,
  revenueEu: 8040,
  revenueOutsideEu: 8050,
  rechargedHigh: 8200,
  rechargedLow: 8210,
  travelHigh: 8220,
} as const;

const n = accountNumbers;

/** Code, description, percentage, account of the VAT. */
const vatCodeRows: readonly (readonly [string, string, number, number | null])[] = [
  ['1a', 'Leveringen en diensten belast met hoog tarief', 21, n.vatHigh],
  ['1b', 'Leveringen en diensten belast met laag tarief', 9, n.vatLow],
  ['1e', 'Leveringen en diensten belast met 0%', 0, null],
  ['1e-verlegd', 'Diensten met btw verlegd naar de afnemer', 0, null],
  ['vrij', 'Vrijgestelde prestaties', 0, null],
  ['3b-diensten', 'Diensten naar landen binnen de EU', 0, null],
  ['buiten-eu', 'Diensten naar landen buiten de EU', 0, null],
  ['5b-hoog', 'Voorbelasting hoog tarief', 21, n.inputVat],
];

/** Number, name, VAT code; `blocked` cannot be booked by hand, `projects` takes projects and cost centres. */
const accountRows: readonly (readonly [number, string, string | null, ('blocked' | 'projects' | 'inactive')?])[] = [
  [1000, 'Kas', null],
  [n.bank, 'Bank', null],
  [n.receivable, 'Debiteuren', null],
  [n.vatHigh, 'Te betalen btw hoog tarief', null],
  [n.vatLow, 'Te betalen btw laag tarief', null],
  [n.vatReverseCharge, 'Te betalen btw verlegd', null],
  [n.inputVat, 'Te vorderen btw', null],
  [1590, 'Afdracht btw', null, 'blocked'],
  [n.payable, 'Crediteuren', null],
  [4000, 'Inkoop diensten derden', '5b-hoog', 'projects'],
  [4300, 'Reiskosten', '5b-hoog', 'projects'],
  [n.rounding, 'Afrondingsverschillen', null],
  [n.revenueHigh, 'Omzet diensten hoog tarief', '1a', 'projects'],
  [n.revenueLow, 'Omzet diensten laag tarief', '1b', 'projects'],
  [n.revenueZero, 'Omzet diensten 0%', '1e', 'projects'],
  [n.revenueExempt, 'Omzet vrijgesteld', 'vrij', 'projects'],
  [n.revenueReverseCharge, 'Omzet diensten btw verlegd', '1e-verlegd', 'projects'],
  [n.revenueEu, 'Omzet diensten binnen de EU', '3b-diensten', 'projects'],
  [n.revenueOutsideEu, 'Omzet diensten buiten de EU', 'buiten-eu', 'projects'],
  [8090, 'Omzet oude administratie', '1a', 'inactive'],
  [n.rechargedHigh, 'Doorbelaste kosten hoog tarief', '1a', 'projects'],
  [n.rechargedLow, 'Doorbelaste kosten laag tarief', '1b', 'projects'],
  [n.travelHigh, 'Doorbelaste reiskosten', '1a', 'projects'],
];

/** Fiscal years, calendar years, all open. */
export function fiscalYears(id: SeedIds, from = 2024, to = 2027): FiscalYearRecord[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    Id: id(`fiscal-year/${from + index}`),
    StartDate: `${from + index}-01-01`,
    EndDate: `${from + index}-12-31`,
    IsLockedForAccounting: false,
    BookkeepingMethod: 0,
  }));
}

/** The VAT codes with their accounts; rates in percent. */
export function vatCodes(id: SeedIds): VatCodeRecord[] {
  return vatCodeRows.map(([Code, Description, VatRate, account]) => ({
    Id: id(`vat-code/${Code}`),
    Code,
    Description,
    VatRate,
    OssCodeType: 0,
    RelatedAccounts: { AccountNumber1: account, AccountNumber2: null, AccountNumber3: null },
  }));
}

/** The chart of accounts, once per fiscal year. */
export function accounts(id: SeedIds, years: readonly FiscalYearRecord[]): AccountRecord[] {
  return years.flatMap((year) =>
    accountRows.map(([number, Name, vatCode, mark]) => ({
      Id: id(`account/${year.StartDate}/${number}`),
      Number: String(number),
      Name,
      VatCodeId: vatCode === null ? null : id(`vat-code/${vatCode}`),
      FiscalYearId: year.Id,
      IsActive: mark !== 'inactive',
      IsBlockedForManualBooking: mark === 'blocked',
      IsProjectAllowed: mark === 'projects',
      IsCostCenterAllowed: mark === 'projects',
      AllowTransactionText: true,
      ReferenceCode: null,
      Type: number >= 8000 ? 12 : 1,
      TypeDescription: number >= 8000 ? 'Omzet' : 'Balans',
      CreatedUtc: '2024-01-02T09:00:00Z',
      ModifiedUtc: '2024-01-02T09:00:00Z',
    })),
  );
}
