import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 2, 31, 12);

it.each([
  ['5', '', 5000],
  ['0', '', 0],
  ['1.5', '', 1500],
  ['Tue, 31 Mar 2026 12:00:07 GMT', '', 7000],
  ['Tue, 31 Mar 2026 11:00:00 GMT', '', 0],
  [null, 'API calls quota exceeded! maximum admitted 600 per Minute. Try again in 55 seconds.', 55_000],
  [null, 'try again in 1 second', 1000],
  ['  ', 'Try again in 3 seconds', 3000],
  ['2', 'Try again in 55 seconds', 2000],
  ['soon', '', undefined],
  [null, 'No', undefined],
  [null, '', undefined],
])('reads %s and "%s" as %s ms', (header, message, ms) => {
  expect(retryAfterMs(header, message, now)).toBe(ms);
});
