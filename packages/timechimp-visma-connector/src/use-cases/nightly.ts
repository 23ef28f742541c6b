import type { LocalDate } from '@x/billing-core';
import type { ExportState } from '../ports/export-record.ts';
import type { ExportQuery } from '../ports/export-store.ts';
import { defaultSettings, settingsSchema } from '../settings/settings.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import { nightsBetween, type Night, type NightRule } from './nights.ts';

/** So many tenants are looked at at once. */
const together = 20;
const hourMs = 3_600_000;

/** Asks which tenants the nightly run is for. */
export interface NightlyRequest {
  /**
   * Milliseconds since 1970: nights whose moment is after this. Default: an hour ago. A caller that passes the `until` of
   * its call before misses none and gets none twice.
   */
  readonly since?: number;
  /** Nights whose moment is not after this. Default: now. */
  readonly until?: number;
  /** The `next` of the answer before. */
  readonly after?: string;
  /** Connected tenants looked at in one call, 1 to 1000. Default 1000. */
  readonly limit?: number;
}

/** A tenant whose nightly import is due. */
export interface DueTenant {
  readonly tenantId: string;
  /** The calendar day of the run in the tenant's time zone. Tenant and night together name the run. */
  readonly night: LocalDate;
  /** When it became due, milliseconds since 1970. */
  readonly dueAt: number;
}

/**
 * Tenants that are connected, have the nightly import switched on and whose hour it became, in their own time zone: one
 * run each and night, also where daylight saving skips the hour or repeats it. Call it once an hour from any scheduler,
 * following `next`. Of several nights of one tenant only the newest is named: an import always reads all that changed.
 */
export async function tenantsDue(
  context: ConnectorContext,
  request: NightlyRequest,
): Promise<{ readonly due: readonly DueTenant[]; readonly next?: string }> {
  const { connections } = context.parts.state;
  const until = request.until ?? context.parts.clock.now();
  const since = request.since ?? until - hourMs;
  return eachConnected(context, request, async (tenantId) => {
    const stored = await connections.loadSettings(tenantId);
    const parsed = settingsSchema.safeParse(stored?.value ?? {});
    if (!parsed.success || !parsed.data.import.nightly) return undefined;
    const night = nightsOf(parsed.data.import, since, until).at(-1);
    return night && { tenantId, night: night.day, dueAt: night.at };
  });
}

/** Asks which tenants have something for `reconcile`. */
export interface UnfinishedRequest extends Pick<NightlyRequest, 'after' | 'limit'> {
  /** Also tenants with drafts that a person may have converted, and with given-up writes that may arrive late. Default false. */
  readonly follow?: boolean;
}

const unfinished: readonly ExportState[] = ['claimed', 'writing', 'in-doubt', 'stored', 'converting', 'written', 'undoing', 'replacing'];

/** A tenant for which `reconcile` has something to do. */
export interface UnfinishedTenant {
  readonly tenantId: string;
  /** Whether an export is unfinished; false where there is only something to follow. */
  readonly unfinished: boolean;
}

/**
 * Connected tenants for which `reconcile` has something to do: exports that a crash, a lost answer or an abort left
 * unfinished and that no worker has. Asks the store alone, so a sweep costs no request to Visma where all is well.
 */
export async function tenantsUnfinished(
  context: ConnectorContext,
  request: UnfinishedRequest,
): Promise<{ readonly due: readonly UnfinishedTenant[]; readonly next?: string }> {
  const { connections, exports } = context.parts.state;
  const now = context.parts.clock.now();
  return eachConnected(context, request, async (tenantId) => {
    const scope = (await connections.load(tenantId))?.scope;
    if (!scope) return undefined;
    const has = async (query: Omit<ExportQuery, 'limit'>): Promise<boolean> => (await exports.list(scope, { ...query, limit: 1 })).items.length > 0;
    if (await has({ states: unfinished, leaseLapsedAt: now })) return { tenantId, unfinished: true };
    if (request.follow !== true) return undefined;
    const follows = (await has({ states: ['exported'], draftOnly: true, leaseLapsedAt: now })) || (await has({ watchedAt: now }));
    return follows ? { tenantId, unfinished: false } : undefined;
  });
}

/** One page of connected tenants, each answered or left out. */
async function eachConnected<T>(
  context: ConnectorContext,
  request: Pick<NightlyRequest, 'after' | 'limit'>,
  look: (tenantId: string) => Promise<T | undefined>,
): Promise<{ readonly due: readonly T[]; readonly next?: string }> {
  const page = await context.parts.state.connections.listTenants(['connected'], { limit: request.limit ?? 1000, after: request.after });
  const due: T[] = [];
  for (const some of chunks(page.items, together)) {
    for (const answer of await Promise.all(some.map(look))) if (answer !== undefined) due.push(answer);
  }
  return { due, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** A zone that this machine does not know stops nobody: the run is made at Dutch time, and says what is wrong. */
function nightsOf(rule: NightRule, since: number, until: number): readonly Night[] {
  try {
    return nightsBetween(rule, since, until);
  } catch {
    return nightsBetween({ ...rule, timeZone: defaultSettings().import.timeZone }, since, until);
  }
}
