import type { LocalDate } from '@x/billing-core';
import { error, type Problem } from '../use-cases/problem.ts';
import type { MasterData, MasterFiscalYear } from './master-data.ts';

/** The fiscal year that a day lies in. */
export function fiscalYearOf(day: LocalDate, masterData: MasterData): MasterFiscalYear | undefined {
  return masterData.fiscalYears.find((year) => year.startDate <= day && day <= year.endDate);
}

/** Whether something can be booked on a day: its fiscal year exists and is open, and the books are not closed to it. */
export function checkBookingDate(day: LocalDate, masterData: MasterData, at: string): Problem[] {
  const year = fiscalYearOf(day, masterData);
  if (!year) {
    return [error('fiscal-year-missing', at, `Visma has no fiscal year for ${day}.`, 'Open the fiscal year in Visma, or choose another date.')];
  }
  if (year.isLocked) {
    return [error('fiscal-year-locked', at, `The fiscal year ${year.startDate} to ${year.endDate} is locked.`, 'Unlock it in Visma, or choose another date.')];
  }
  const { accountingLockedTo } = masterData.company;
  return accountingLockedTo !== undefined && day <= accountingLockedTo
    ? [error('period-locked', at, `The books are closed up to ${accountingLockedTo}; ${day} lies before.`, 'Choose a later date, or open the period in Visma.')]
    : [];
}
