import type { Clock } from '../ports/clock.ts';
import type { ConnectorSource } from '../ports/connector-source.ts';
import { type Account, type Accounts, oneAtATime } from './account.ts';
import { createTimeChimpLimiter, type TimeChimpRateLimiter } from './http/limiter.ts';
import { createTransport, type TimeChimpFetch, type TransportParts } from './http/transport.ts';
import { resolveOptions, type TimeChimpOptions } from './options.ts';
import { createProblemReport, type TimeChimpProblem } from './problems.ts';
import { activityStore } from './stores/activity-store.ts';
import { customerStore } from './stores/customer-store.ts';
import { invoiceStore } from './stores/invoice-store.ts';
import { workStore } from './stores/work-store.ts';
import { systemClock } from '../clock/system-clock.ts';
import { TimeChimpError } from './timechimp-error.ts';

/** The keys of one account: made in TimeChimp by an administrator, and shown there once. */
export interface TimeChimpKeys {
  /** Key of API v2. */
  readonly apiKey: string;
  /** Key of API v1: needed for invoices, subscriptions, and to know whether a fixed price is invoiced in instalments. */
  readonly v1ApiKey?: string | undefined;
}

/** What all accounts of a source share. */
interface TimeChimpSettings {
  /** @defaultValue 'https://v2.api.timechimp.com' */
  readonly baseUrl?: string | undefined;
  /** @defaultValue 'https://api.timechimp.com/v1' */
  readonly v1BaseUrl?: string | undefined;
  /** @defaultValue the global `fetch` */
  readonly fetch?: TimeChimpFetch | undefined;
  readonly clock?: Clock | undefined;
  /** Facts about TimeChimp that are not certain. */
  readonly options?: TimeChimpOptions | undefined;
  /** @defaultValue at most 98 requests in any minute and account, in this process */
  readonly rateLimiter?: TimeChimpRateLimiter | undefined;
  /** For one attempt, in milliseconds. @defaultValue 30000 */
  readonly timeoutMs?: number | undefined;
  /** Further attempts where repeating is harmless. @defaultValue 3 */
  readonly maxRetries?: number | undefined;
  /** A number from 0 up to 1, for jitter. @defaultValue Math.random */
  readonly random?: (() => number) | undefined;
  /** Called once for each thing in TimeChimp's data that could not be passed on as it is. Must not throw. */
  readonly onProblem?: ((problem: TimeChimpProblem, accountId: string) => void) | undefined;
}

/** Settings of a source for one account. */
export interface TimeChimpSourceOptions extends TimeChimpKeys, TimeChimpSettings {
  /** The name of the account in the connector. Any other account is unknown: one key reads one company. */
  readonly accountId: string;
}

/** Settings of a source for many accounts. */
export interface TimeChimpSourcesOptions extends TimeChimpSettings {
  /** The keys of an account, or null when there is none. Called for every operation, so that a new key counts at once. */
  readonly keysOf: (accountId: string) => Promise<TimeChimpKeys | null>;
}

/** TimeChimp as the time-tracking side of the connector. */
export interface TimeChimpSource extends ConnectorSource {
  /** What was noticed in the account's data since the start of the process: at most the last 1000, oldest first. */
  problems(accountId: string): readonly TimeChimpProblem[];
  /** The same for one run: see `ConnectorSource`. Use cases show it in their previews and reports. */
  readonly watchProblems: (accountId: string) => () => readonly TimeChimpProblem[];
}

/**
 * TimeChimp through its public API v2, with v1 where v2 is known to lack something.
 *
 * What it cannot promise, and how the connector makes up for it:
 * - *Statuses are not compared atomically* (`atomicStatus: false`). They are read directly before a change and read back
 *   after it. The claim in the connector's own store is what keeps two exports from taking the same entry.
 * - *Terms cannot be read* (`terms: false`). Fixed prices and subscriptions are on the projects; the connector makes terms of
 *   them and notes the billed ones itself. Instalments are in no API: such a project's price is withheld and reported.
 * - *Customer numbers are not unique in TimeChimp.* Creating the same customer twice is prevented within one process (`atomicCreate: false`);
 *   the connector runs one import per account at a time, across processes.
 * - *No API gives the PDF of an invoice*: there is no attachment source.
 *
 * Errors are `TimeChimpError`s with `code`, `delivery` and `advice`.
 */
export function createTimeChimpSource(options: TimeChimpSourceOptions): TimeChimpSource {
  const { accountId, apiKey, v1ApiKey, ...settings } = options;
  return createTimeChimpSources({
    ...settings,
    keysOf: (id) => Promise.resolve(id === accountId ? { apiKey, v1ApiKey } : null),
  });
}

/** The same for many accounts: each has its keys, its own share of the rate limit, and sees nothing of the others. */
export function createTimeChimpSources(settings: TimeChimpSourcesOptions): TimeChimpSource {
  const clock = settings.clock ?? systemClock();
  const limiter = settings.rateLimiter ?? createTimeChimpLimiter(clock);
  const known = new Map<string, { readonly keys: TimeChimpKeys; readonly account: Account }>();
  const accounts: Accounts = async (accountId) => {
    const keys = await settings.keysOf(accountId);
    if (keys === null) return undefined;
    const earlier = known.get(accountId);
    if (earlier?.keys.apiKey === keys.apiKey && earlier.keys.v1ApiKey === keys.v1ApiKey) return earlier.account;
    const account = createAccount(accountId, keys, settings, clock, limiter);
    known.set(accountId, { keys, account });
    return account;
  };
  return {
    customers: customerStore(accounts),
    activities: activityStore(accounts),
    work: workStore(accounts),
    invoices: invoiceStore(accounts),
    problems: (accountId) => known.get(accountId)?.account.problems.list() ?? [],
    watchProblems: (accountId) => {
      const account = known.get(accountId)?.account;
      const watched = account?.problems.watch();
      return () => {
        const now = known.get(accountId)?.account;
        return (now === account ? watched?.() : now?.problems.list()) ?? [];
      };
    },
  };
}

function createAccount(
  id: string,
  keys: TimeChimpKeys,
  settings: TimeChimpSettings,
  clock: Clock,
  limiter: TimeChimpRateLimiter,
): Account {
  const options = resolveOptions(settings.options);
  const apiKey = cleanKey(keys.apiKey);
  const v1ApiKey = keys.v1ApiKey === undefined ? undefined : cleanKey(keys.v1ApiKey);
  const { onProblem } = settings;
  const shared: Omit<TransportParts, 'baseUrl' | 'headers'> = {
    secrets: v1ApiKey === undefined ? [apiKey] : [apiKey, v1ApiKey],
    fetch: settings.fetch ?? ((input, init) => fetch(input, init)),
    clock,
    limiter,
    limiterKey: id,
    timeoutMs: settings.timeoutMs ?? 30_000,
    maxRetries: settings.maxRetries ?? 3,
    random: settings.random ?? (() => Math.random()),
  };
  const version = options.apiVersion === false ? {} : { 'api-version': options.apiVersion };
  return {
    id,
    v2: createTransport({
      ...shared,
      baseUrl: settings.baseUrl ?? 'https://v2.api.timechimp.com',
      headers: { 'api-key': apiKey, ...version },
    }),
    v1:
      v1ApiKey === undefined
        ? undefined
        : createTransport({
            ...shared,
            baseUrl: settings.v1BaseUrl ?? 'https://api.timechimp.com/v1',
            headers: { authorization: `Bearer ${v1ApiKey}` },
          }),
    options,
    problems: createProblemReport(onProblem && ((problem) => { onProblem(problem, id); })),
    clock,
    lookup: options.idLookup,
    filterRefused: false,
    alone: oneAtATime(),
  };
}

/** A key without the spaces that copying brings along. One that no header can hold is refused, without naming it. */
function cleanKey(key: string): string {
  const clean = key.trim();
  if (/^[\x21-\x7e]+$/.test(clean)) return clean;
  throw new TimeChimpError('invalid-input', 'A key of TimeChimp is empty or contains signs that no key has.', { delivery: 'not-sent' });
}

export type { TimeChimpSettings };
