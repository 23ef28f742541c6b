import { type FakeClock, systemClock } from './clock.ts';
import type { FakeCompany } from './state/company.ts';

/** How the endpoint treats a property in $filter. */
export type FilterBehaviour = 'works' | 'refused' | 'ignored';

/** A person who can sign in. */
export interface FakeUser {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  /** CompanyIdentifiers this person may choose; the first is the default. */
  readonly companies: readonly string[];
}

/** A registered application. */
export interface FakeClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exact redirect URIs, or 'any' for every loopback and https address. */
  readonly redirectUris: readonly string[] | 'any';
}

/** How requests are counted and refused; see RULES of the service: 600 a minute per client and endpoint. */
export interface RateLimitOptions {
  /** Requests per window; default 600. */
  readonly limit?: number;
  /** Length of the window in milliseconds; default 60,000. */
  readonly windowMs?: number;
  /** Whether a 429 carries Retry-After; the message always says the seconds. Default true. */
  readonly retryAfter?: boolean;
  /** What shares a count; default per client and endpoint. */
  readonly per?: 'client-endpoint' | 'client-endpoint-company';
}

/** Options of the fake. Each fact about the real service that is uncertain is one of them. */
export interface FakeVismaOptions {
  /** Companies; default: the Dutch example company. */
  readonly companies?: readonly FakeCompany[];
  /** People; default: one who may choose every company. */
  readonly users?: readonly FakeUser[];
  /** Applications; default: `fake-client` with `fake-secret`, any redirect URI. */
  readonly clients?: readonly FakeClient[];
  /** 'auto' (default): /connect/authorize redirects at once. 'page': it shows a sign-in and consent form. */
  readonly consent?: 'auto' | 'page';
  /** Time; default real time. */
  readonly clock?: FakeClock;
  /** Seed of every id and every "random" choice; default 'visma'. */
  readonly seed?: string;
  /** Follow the document also where the service was measured to be more lenient; default false. */
  readonly strict?: boolean;
  /** Base URL of the API, default the production address; `fetch` accepts any host with a /v2/ path. */
  readonly apiUrl?: string;
  /** Base URL of the identity server, default the production address. */
  readonly identityUrl?: string;
  /** Lifetime of an access token in seconds; default 3600. */
  readonly accessTokenSeconds?: number;
  /** Rate windows, or false for none. */
  readonly rateLimit?: RateLimitOptions | false;
  /** Per list path and property, e.g. `{ '/customers': { ChangedUtc: 'ignored' } }`; overrides the table. */
  readonly filters?: Readonly<Record<string, Readonly<Record<string, FilterBehaviour>>>>;
  /** Scale of VatRate and VatRatePercent in answers: 21 or 0.21. Default 'percent'. */
  readonly vatRateScale?: 'percent' | 'fraction';
  /** Whether VAT of a document is rounded per rate (default) or per row. */
  readonly vatRounding?: 'perRate' | 'perRow';
  /** Whether converting fills CreatedFromDraftId; default false, because nobody documents it. */
  readonly convertFillsCreatedFromDraftId?: boolean;
  /** Decides on a VAT number as VIES would; default: every number in valid form is accepted. */
  readonly vies?: (vatNumber: string) => boolean;
  /** HTTP status of error 4000 (a duplicate); default 409. */
  readonly conflictStatus?: 400 | 409;
  /** Time zone of "today" in date rules; default Europe/Amsterdam. */
  readonly timeZone?: string;
}

/** The options with every default filled in. */
export type ResolvedOptions = Required<Omit<FakeVismaOptions, 'rateLimit' | 'companies' | 'users'>> & {
  readonly rateLimit: Required<RateLimitOptions> | false;
};

/** Fills in the defaults. */
export function resolveOptions(options: FakeVismaOptions): ResolvedOptions {
  const rate = options.rateLimit ?? {};
  return {
    clients: options.clients ?? [{ clientId: 'fake-client', clientSecret: 'fake-secret', redirectUris: 'any' }],
    consent: options.consent ?? 'auto',
    clock: options.clock ?? systemClock(),
    seed: options.seed ?? 'visma',
    strict: options.strict ?? false,
    apiUrl: (options.apiUrl ?? 'https://eaccountingapi.vismaonline.com/v2').replace(/\/+$/, ''),
    identityUrl: (options.identityUrl ?? 'https://identity.vismaonline.com').replace(/\/+$/, ''),
    accessTokenSeconds: options.accessTokenSeconds ?? 3600,
    rateLimit:
      rate === false
        ? false
        : {
            limit: rate.limit ?? 600,
            windowMs: rate.windowMs ?? 60_000,
            retryAfter: rate.retryAfter ?? true,
            per: rate.per ?? 'client-endpoint',
          },
    filters: options.filters ?? {},
    vatRateScale: options.vatRateScale ?? 'percent',
    vatRounding: options.vatRounding ?? 'perRate',
    convertFillsCreatedFromDraftId: options.convertFillsCreatedFromDraftId ?? false,
    vies: options.vies ?? (() => true),
    conflictStatus: options.conflictStatus ?? 409,
    timeZone: options.timeZone ?? 'Europe/Amsterdam',
  };
}
