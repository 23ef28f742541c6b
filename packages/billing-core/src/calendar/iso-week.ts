import { addDays, type Civil, dayNumber, startOfWeek } from './local-date.ts';

/** A week of ISO 8601, with the year that it is counted in: 2027-01-01 is in week 53 of 2026. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** The ISO week of a day: the week belongs to the year that its Thursday is in. */
export function isoWeek(date: Civil): IsoWeek {
  const thursday = addDays(startOfWeek(date), 3);
  const firstOfJanuary = { year: thursday.year, month: 1, day: 1 };
  return {
    year: thursday.year,
    week: Math.floor((dayNumber(thursday) - dayNumber(firstOfJanuary)) / 7) + 1,
  };
}
