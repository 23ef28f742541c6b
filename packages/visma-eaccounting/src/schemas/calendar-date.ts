const pattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** True for `YYYY-MM-DD` that names a day which exists. */
export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** True for a date, or a date with a time as RFC 3339 writes it (the API leaves the zone out at times). */
export function isDateOrTime(text: string): boolean {
  return isCalendarDate(text.slice(0, 10)) && /^(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text.slice(10));
}
