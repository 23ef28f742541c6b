import type { ImportedCustomer, ImportReport, SourceCustomer } from '@x/timechimp-visma-connector';

/** A customer of TimeChimp and what is known of its counterpart in Visma. */
export interface CustomerMatch {
  readonly ours: SourceCustomer;
  /** `number`: equal numbers. `linked`: a person said so. `vanished`: linked to one that is gone. `conflict`: the number is not unique. */
  readonly state: 'number' | 'linked' | 'vanished' | 'conflict' | 'none';
  readonly visma?: ImportedCustomer;
  /** One of the same name that belongs to nobody yet. It decides nothing. */
  readonly suggestion?: ImportedCustomer;
  readonly message?: string;
}

/** Reads from the report of a full import (or its preview) who belongs to whom. Customers that are never invoiced are left out. */
export function matchCustomers(ours: readonly SourceCustomer[], report: Pick<ImportReport, 'customers' | 'vanished'>): readonly CustomerMatch[] {
  const byOurs = new Map(report.customers.flatMap((each) => (each.sourceId === undefined ? [] : [[each.sourceId, each] as const])));
  const vanished = new Set(report.vanished.map(({ sourceId }) => sourceId));
  const free = new Map(report.customers.filter(({ sourceId, outcome }) => sourceId === undefined && outcome !== 'conflict').map((each) => [plain(each.name), each]));
  return ours.filter(({ internal, unspecified }) => internal !== true && unspecified !== true).map((each): CustomerMatch => {
    const visma = byOurs.get(each.id);
    if (visma) return { ours: each, visma, state: visma.number === (each.number ?? '').trim() ? 'number' : 'linked' };
    if (vanished.has(each.id)) return { ours: each, state: 'vanished' };
    const conflict = report.customers.find(({ outcome, number }) => outcome === 'conflict' && number !== '' && number === (each.number ?? '').trim());
    if (conflict) return { ours: each, state: 'conflict', ...(conflict.message === undefined ? {} : { message: conflict.message }) };
    const suggestion = free.get(plain(each.name));
    return { ours: each, state: 'none', ...(suggestion === undefined ? {} : { suggestion }) };
  });
}

function plain(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
