import type { BillingInput, BillingPolicy, TimeEntry } from '../src/index.ts';

/** Customers, with this many projects, activities and users each. */
const CUSTOMERS = 100;
const PROJECTS = 3;
const ACTIVITIES = 5;
const USERS = 20;

/** Always the same numbers: a linear congruential generator. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** A policy with every default. */
export const policy: BillingPolicy = {
  currencyCode: 'EUR',
  vat: { scheme: 'normal', countryCode: 'NL', rates: [{ percentage: '21', vatKind: 'domestic-high' }] },
  articles: { defaults: { time: 'hour-article' }, lumpSum: 'lump-article' },
};

/** Approved hours of one year, by date, as an export of a time registration has them. */
export function fixture(count: number): BillingInput {
  const next = numbers(42);
  const pick = (size: number): number => Math.floor(next() * size);
  const items: TimeEntry[] = [];
  for (let index = 0; index < count; index++) {
    const customer = pick(CUSTOMERS);
    const day = Math.floor((index * 336) / count);
    const month = String(Math.floor(day / 28) + 1).padStart(2, '0');
    items.push({
      kind: 'time',
      id: String(100_000 + index),
      customerId: `c${customer}`,
      projectId: `p${customer * PROJECTS + pick(PROJECTS)}`,
      activityId: `a${pick(ACTIVITIES)}`,
      userId: `u${pick(USERS)}`,
      date: `2026-${month}-${String((day % 28) + 1).padStart(2, '0')}`,
      minutes: 5 * (1 + pick(96)),
      status: 'Approved',
    });
  }
  return {
    items,
    customers: Array.from({ length: CUSTOMERS }, (_, index) => ({
      id: `c${index}`, name: `Customer ${index}`, countryCode: 'NL', vatRate: { percentage: '21' },
    })),
    projects: Array.from({ length: CUSTOMERS * PROJECTS }, (_, index) => ({
      id: `p${index}`,
      customerId: `c${Math.floor(index / PROJECTS)}`,
      name: `Project ${index}`,
      invoicing: { method: 'ProjectHourlyRate' as const, hourlyRate: `${80 + (index % 8) * 5}.00` },
    })),
    activities: Array.from({ length: ACTIVITIES }, (_, index) => ({ id: `a${index}`, name: `Activity ${index}` })),
  };
}
