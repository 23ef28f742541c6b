import type { CompanyState } from '../state/company.ts';
import type { FiscalYearRecord } from '../state/master-data-records.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';

/** The fiscal year that a date falls in; refuses with 3001 when there is none and 4026 when it is locked. */
export function openYearOf(company: CompanyState, date: string): FiscalYearRecord {
  const day = date.slice(0, 10);
  const year = company.fiscalYears.find(({ StartDate, EndDate }) => StartDate.slice(0, 10) <= day && day <= EndDate.slice(0, 10));
  if (!year) {
    throw new ApiRefusal(400, errorCodes.fiscalYearMissing, `FiscalYearDoesNotExistException - There is no fiscal year for ${day}.`);
  }
  const lockedTo = company.settings.AccountingLockedTo.slice(0, 10);
  if (year.IsLockedForAccounting || day <= lockedTo) {
    throw new ApiRefusal(400, errorCodes.lockedPeriod, `LockedPeriodException - The period of ${day} is locked for accounting.`);
  }
  return year;
}
