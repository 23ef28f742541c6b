const pattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** True for `YYYY-MM-DD` that names a day which exists. */
export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
