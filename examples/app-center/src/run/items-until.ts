import type { ItemRef } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';
import { readAll } from './read-all.ts';

/** What can be marked as invoiced or booked before. */
export type TakenKind = 'time' | 'expense' | 'mileage' | 'term' | 'invoice';

const workKinds = ['time', 'expense', 'mileage'] as const;

/** Everything of these kinds until a day (`YYYY-MM-DD`, inclusive) that is not marked Invoiced, and sent invoices. */
export async function itemsUntil({ source, accountId, connector, tenantId }: Pick<AppParts, 'source' | 'accountId' | 'connector' | 'tenantId'>, until: string, kinds: readonly TakenKind[]): Promise<readonly ItemRef[]> {
  const wanted = workKinds.filter((kind) => kinds.includes(kind));
  const [work, terms, invoices] = await Promise.all([
    wanted.length === 0 ? [] : readAll((page) => source.work.page(accountId, { kinds: wanted, to: until, statuses: ['Open', 'PendingApproval', 'Approved', 'Rejected'], ...page })),
    kinds.includes('term') ? connector.unbilledItems({ tenantId, select: { kinds: ['term'], until } }) : undefined,
    kinds.includes('invoice') ? readAll((page) => source.invoices.page(accountId, { to: until, statuses: ['Open', 'Paid'], ...page })) : [],
  ]);
  const open = await Promise.all(invoices.map(async ({ id }) => ({ id, history: await connector.itemHistory({ tenantId, item: { kind: 'invoice', id } }) })));
  return [
    ...work.map(({ ref }) => ref),
    ...(terms?.customers ?? []).flatMap(({ proposal }) => proposal.sources),
    ...open.filter(({ history }) => history.note === null && !history.exports.some(({ holds }) => holds)).map(({ id }) => ({ kind: 'invoice' as const, id })),
  ];
}
