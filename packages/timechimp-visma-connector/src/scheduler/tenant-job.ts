import { payloadHash, type LocalDate } from '@x/billing-core';
import * as z from 'zod';
import type { CreateInvoicesRequest } from '../use-cases/create-invoices.ts';
import type { CreateSalesEntriesRequest } from '../use-cases/create-sales-entries.ts';

/** What a request loses on its way through the queue: a job has a tenant and a signal of its own, and always writes. */
type OwnOfJob = 'tenantId' | 'preview' | 'signal';

/** A job of one tenant. Of one tenant one job runs at a time, in all processes together. */
export type TenantJob =
  | { readonly kind: 'import'; readonly tenantId: string; readonly night: LocalDate }
  | { readonly kind: 'reconcile'; readonly tenantId: string }
  | ExportJob;

/** An export in the background: what a person asked for, and need not wait for. */
export type ExportJob =
  | { readonly kind: 'createInvoices'; readonly tenantId: string; readonly request: Omit<CreateInvoicesRequest, OwnOfJob> }
  | { readonly kind: 'createSalesEntries'; readonly tenantId: string; readonly request: Omit<CreateSalesEntriesRequest, OwnOfJob> };

const tenantId = z.string();
const tenantJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), tenantId, night: z.string() }),
  z.object({ kind: z.literal('reconcile'), tenantId }),
  z.object({ kind: z.literal('createInvoices'), tenantId, request: z.looseObject({ select: z.looseObject({}) }) }),
  z.object({ kind: z.literal('createSalesEntries'), tenantId, request: z.looseObject({ invoiceIds: z.array(z.string()) }) }),
]);

/** Reads a job from the queue. Throws where it is none of ours, as after a downgrade. */
export function readJob(data: object): TenantJob {
  // What the use cases read of the request they check themselves.
  return tenantJob.parse(data);
}

/** People wait for an export; a night can wait; a sweep mends what waited before. */
export const priorities: Readonly<Record<TenantJob['kind'], number>> = {
  createInvoices: 10,
  createSalesEntries: 10,
  import: 0,
  reconcile: -10,
};

/** A UUID that is the same for the same parts: what is queued twice is one job. */
export function jobId(...parts: readonly string[]): string {
  const hash = payloadHash(parts);
  const variant = (8 + (Number.parseInt(hash.charAt(16), 16) % 4)).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
