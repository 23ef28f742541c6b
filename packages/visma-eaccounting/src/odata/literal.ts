import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { isCalendarDate } from '../schemas/calendar-date.ts';

/** A value that stands in a filter without quotes: a GUID or a date. */
export class BareLiteral {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a field can be compared with. Text is quoted; a `Date` stands for a moment in UTC. */
export type FilterValue = string | number | boolean | null | Date | BareLiteral;

const invalid = (what: string): InvalidInputError => new InvalidInputError([{ path: 'filter', message: `must hold ${what}` }]);

/** A GUID for a filter. */
export function guid(value: string): BareLiteral {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)) throw invalid('a GUID');
  return new BareLiteral(value);
}

/** A date for a filter, `YYYY-MM-DD`. */
export function date(value: string): BareLiteral {
  if (!isCalendarDate(value)) throw invalid('a date, YYYY-MM-DD');
  return new BareLiteral(value);
}

/** A value as OData writes it. A quote inside text is doubled, so that text cannot end early. */
export function literal(value: FilterValue): string {
  if (value === null) return 'null';
  if (value instanceof BareLiteral) return value.text;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw invalid('a valid date');
    return value.toISOString();
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw invalid('finite numbers');
    return String(value);
  }
  return typeof value === 'boolean' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
