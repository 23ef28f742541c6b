/** What an error is, for a log: its name and code. Its message may hold names and figures of a company. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? `${error.name} (${String(error.code)})` : error.name;
}
