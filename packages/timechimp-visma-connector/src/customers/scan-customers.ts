import type { Customer } from '@x/visma-eaccounting';
import { isRefusedFilter } from '../visma/search.ts';
import { readWhole } from '../visma/whole-list.ts';
import type { ConnectorContext } from '../use-cases/context.ts';
import type { Session } from '../use-cases/session.ts';

const watermarkName = 'import/customers/watermark';
const lastFullName = 'import/customers/last-full';
const property = 'customers.ChangedUtc';
const overlapMs = 5 * 60_000;
const weekMs = 7 * 24 * 60 * 60_000;

/** How a scan is done and who gets its pages. */
export interface ScanRequest {
  readonly full: boolean;
  readonly signal: AbortSignal | undefined;
  /** Called before a scan is repeated because the list changed under it. */
  readonly restart: () => void;
  /** Gets each page, in order; `total` is Visma's count of the list. */
  readonly page: (customers: readonly Customer[], total: number) => Promise<void>;
}

/** What a scan read. */
export interface CustomerScan {
  readonly mode: 'changed' | 'full';
  readonly fullBecause?: string;
  /** Stores the watermark for the next run; to be called when everything was kept. */
  remember(): Promise<void>;
}

/**
 * Reads Visma's customers: those changed since the last run where Visma can tell, otherwise all, page by page. The
 * watermark is Visma's own time on the first page, or ours of before it where Visma tells none, less five minutes. A filter that is refused or ignored is remembered
 * and not tried again; a list whose total changes between two pages is read again, and one that does so every time ends
 * the import with an error: nobody who was missed may be behind the watermark.
 */
export async function scanCustomers(
  context: ConnectorContext,
  session: Session,
  request: ScanRequest,
): Promise<CustomerScan> {
  const { cursors } = context.parts.state;
  const { scope } = session;
  const now = context.parts.clock.now();
  const watermark = await cursors.get(scope, watermarkName);
  const lastFull = await cursors.get(scope, lastFullName);
  let because = reasonForFull(watermark, lastFull, now);
  if (!request.full && because === undefined && (await session.memory.isRefused(property))) {
    because = 'Visma cannot filter customers by their time of change';
  }
  const remember = (mode: CustomerScan['mode'], first: string) => async (): Promise<void> => {
    await cursors.set(scope, watermarkName, new Date(Date.parse(first) - overlapMs).toISOString(), watermark);
    if (mode === 'full') {
      await cursors.set(scope, lastFullName, String(now), lastFull);
    }
  };
  if (!request.full && because === undefined && watermark !== null) {
    try {
      const first = await readAll(context, session, request, `ChangedUtc ge ${watermark}`, watermark);
      if (first !== 'ignored') {
        return { mode: 'changed', remember: remember('changed', first) };
      }
      because = 'Visma ignores the filter on the time of change';
    } catch (failure) {
      if (!isRefusedFilter(failure)) {
        throw failure;
      }
      because = 'Visma refuses the filter on the time of change';
    }
    await session.memory.rememberRefused(property);
    request.restart();
  }
  const first = await readAll(context, session, request, undefined, undefined);
  return {
    mode: 'full',
    ...(request.full || because === undefined ? {} : { fullBecause: because }),
    remember: remember('full', first === 'ignored' ? new Date(now).toISOString() : first),
  };
}

function reasonForFull(watermark: string | null, lastFull: string | null, now: number): string | undefined {
  if (watermark === null) {
    return 'nothing was imported before';
  }
  return lastFull === null || now - Number(lastFull) >= weekMs ? 'the last full import is a week ago' : undefined;
}

/** Hands over all pages and answers Visma's time on the first one; `ignored` when the filter let older ones through. */
async function readAll(
  context: ConnectorContext,
  session: Session,
  request: ScanRequest,
  filter: string | undefined,
  since: string | undefined,
): Promise<string> {
  const now = (): string => new Date(context.parts.clock.now()).toISOString();
  let begunAt = now();
  let firstAt: string | undefined;
  const params = { pageSize: context.pageSize, ...(filter === undefined ? {} : { filter }) };
  await readWhole(() => session.client.customers.list(params, { signal: request.signal }), {
    page: async ({ items, meta }) => {
      firstAt ??= timeOf(meta, begunAt);
      if (since !== undefined && items.some((each) => Date.parse(each.ChangedUtc ?? '') < Date.parse(since))) {
        firstAt = 'ignored';
        return 'enough';
      }
      await request.page(items, meta.TotalNumberOfResults);
      return undefined;
    },
    restart: () => {
      begunAt = now();
      firstAt = undefined;
      request.restart();
    },
  });
  return firstAt ?? begunAt;
}

/** Visma's time of a page; where it tells none, ours of before the first call: pages may take long to work off. */
function timeOf(meta: { readonly ServerTimeUtc?: string }, begunAt: string): string {
  return meta.ServerTimeUtc ?? begunAt;
}
