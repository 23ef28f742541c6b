import { invoiceNumberText, sourceKey } from '@x/billing-core';
import { itemKey, type ItemRef } from '@x/timechimp-visma-connector';
import { day, money } from '../html/format.ts';
import { description, quantity } from '../html/work-item.ts';
import type { AppParts } from '../parts.ts';
import { readNames } from './names.ts';

/** An item in words. */
export interface ItemText {
  readonly what: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
}

/** Items in words, by item key; those that are gone are absent. */
export async function describeItems({ source, accountId, connector, tenantId }: Pick<AppParts, 'source' | 'accountId' | 'connector' | 'tenantId'>, refs: readonly ItemRef[]): Promise<ReadonlyMap<string, ItemText>> {
  const of = (...kinds: readonly ItemRef['kind'][]): readonly ItemRef[] => refs.filter(({ kind }) => kinds.includes(kind));
  const [work, invoices, terms] = [of('time', 'expense', 'mileage'), of('invoice'), of('term')];
  const [names, items, documents, unbilled] = await Promise.all([
    readNames(source, accountId),
    work.length === 0 ? [] : source.work.read(accountId, work),
    invoices.length === 0 ? [] : source.invoices.get(accountId, invoices.map(({ id }) => id)),
    terms.length === 0 ? undefined : connector.unbilledItems({ tenantId, select: { kinds: ['term'] } }),
  ]);
  const customer = (id: string): string => names.customers.get(id)?.name ?? id;
  return new Map<string, ItemText>([
    ...items.map(({ ref, content }) => [itemKey(ref), { what: description(content, names), customer: customer(content.customerId), date: day(content.date), amount: quantity(content) }] as const),
    ...documents.map((invoice) => [itemKey({ kind: 'invoice', id: invoice.id }), { what: `Invoice ${invoiceNumberText(invoice)}`, customer: customer(invoice.customerId), date: day(invoice.date), amount: money(invoice.total, invoice.currencyCode) }] as const),
    ...(unbilled?.customers ?? []).flatMap(({ name, currencyCode, proposal }) =>
      proposal.lines.flatMap(({ text, amount, sources }) => sources.map((ref) => [sourceKey(ref), { what: text, customer: name, date: day(proposal.supplyPeriod.to), amount: sources.length === 1 ? money(amount, currencyCode) : '' }] as const)),
    ),
  ]);
}
