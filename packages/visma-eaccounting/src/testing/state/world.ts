import type { FakeClock } from '../clock.ts';
import type { IdSource } from '../ids.ts';
import type { Leniency } from '../measured.ts';
import type { FakeUser, ResolvedOptions } from '../options.ts';
import type { CompanyState } from './company.ts';

/** What every rule of the fake can reach: the options, the time, the ids, the companies. */
export interface World {
  readonly options: ResolvedOptions;
  readonly leniency: Leniency;
  readonly clock: FakeClock;
  readonly ids: IdSource;
  readonly companies: ReadonlyMap<string, CompanyState>;
  readonly users: readonly FakeUser[];
}

/** The present moment as a full UTC timestamp. */
export function utcNow(world: World): string {
  return new Date(world.clock.now()).toISOString();
}

/** Today, YYYY-MM-DD, in the companies' time zone. */
export function today(world: World): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: world.options.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(world.clock.now());
}

/** A business date as it is answered: YYYY-MM-DD, or a full date-time where the document is followed. */
export function businessDate(world: World, date: string): string {
  const day = date.slice(0, 10);
  return world.leniency.fullBusinessDates ? `${day}T00:00:00Z` : day;
}

/** The date `days` days later. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
