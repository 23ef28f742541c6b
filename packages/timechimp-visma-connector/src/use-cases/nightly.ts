import { settingsSchema } from '../settings/settings.ts';
import type { ConnectorContext } from './context.ts';
import { hourIn } from './days.ts';

/** Asks which tenants the nightly run is for. */
export interface NightlyRequest {
  /** The `next` of the answer before. */
  readonly after?: string;
  /** Connected tenants looked at in one call, 1 to 1000. Default 1000. */
  readonly limit?: number;
}

/**
 * Tenants that are connected, have the nightly import switched on and whose hour it is now, in their own time zone: one
 * job each. Call it once an hour from any scheduler, following `next`.
 */
export async function tenantsDue(
  context: ConnectorContext,
  request: NightlyRequest,
): Promise<{ readonly tenantIds: readonly string[]; readonly next?: string }> {
  const { connections } = context.parts.state;
  const now = context.parts.clock.now();
  const page = await connections.listTenants(['connected'], { limit: request.limit ?? 1000, after: request.after });
  const tenantIds: string[] = [];
  for (const tenantId of page.items) {
    const stored = await connections.loadSettings(tenantId);
    const parsed = settingsSchema.safeParse(stored?.value ?? {});
    if (parsed.success && parsed.data.import.nightly && hourIn(parsed.data.import.timeZone, now) === parsed.data.import.hour) {
      tenantIds.push(tenantId);
    }
  }
  return { tenantIds, ...(page.next === undefined ? {} : { next: page.next }) };
}
