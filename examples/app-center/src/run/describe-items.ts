import { invoiceNumberText, sourceKey } from '@x/billing-core';
import { itemKey, type ItemRef } from '@x/timechimp-visma-connector';
import { day, itemName, money } from '../html/format.ts';
import { projectOfTerm, termWords } from '../html/term-words.ts';
import { description, quantity } from '../html/work-item.ts';
import type { AppParts } from '../parts.ts';
import { type Names, readNames } from './names.ts';

/** An item in words. */
export interface ItemText {
  readonly what: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  readonly projectId?: string | undefined;
}

/** Items in words, by item key. */
export type ItemTexts = ReadonlyMap<string, ItemText>;

type Parts = Pick<AppParts, 'source' | 'accountId'>;

/** Items in words; those that are gone are absent. Terms are named by project and period, without an amount. */
export async function describeItems({ source, accountId }: Parts, refs: readonly ItemRef[], known?: Names): Promise<ItemTexts> {
  if (refs.length === 0) return new Map();
  const work = refs.filter(({ kind }) => kind === 'time' || kind === 'expense' || kind === 'mileage');
  const invoices = refs.flatMap(({ kind, id }) => (kind === 'invoice' ? [id] : []));
  const [names, items, documents] = await Promise.all([
    known ?? readNames(source, accountId),
    work.length === 0 ? [] : source.work.read(accountId, work),
    invoices.length === 0 ? [] : source.invoices.get(accountId, invoices),
  ]);
  const customer = (id: string): string => names.customers.get(id)?.name ?? id;
  return new Map<string, ItemText>([
    ...items.map(({ ref, content }) => [itemKey(ref), { what: description(content, names), customer: customer(content.customerId), date: day(content.date), amount: quantity(content), projectId: content.projectId }] as const),
    ...documents.map((invoice) => [itemKey({ kind: 'invoice', id: invoice.id }), { what: `Invoice ${invoiceNumberText(invoice)}`, customer: customer(invoice.customerId), date: day(invoice.date), amount: money(invoice.total, invoice.currencyCode) }] as const),
    ...refs.flatMap((ref) => {
      const projectId = projectOfTerm(ref.id);
      const owner = names.projects.get(projectId)?.customerId;
      return ref.kind === 'term' ? [[itemKey(ref), { what: termWords(ref.id, names.projects), customer: owner === undefined ? '' : customer(owner), date: '', amount: '', projectId }] as const] : [];
    }),
  ]);
}

/** The same with the day and the amount of each term that is unbilled. */
export async function describeUnbilled(parts: Parts & Pick<AppParts, 'connector' | 'tenantId'>, refs: readonly ItemRef[]): Promise<ItemTexts> {
  const [items, unbilled] = await Promise.all([
    describeItems(parts, refs),
    refs.some(({ kind }) => kind === 'term') ? parts.connector.unbilledItems({ tenantId: parts.tenantId, select: { kinds: ['term'] } }) : undefined,
  ]);
  const terms = (unbilled?.customers ?? []).flatMap(({ name, currencyCode, proposal }) =>
    proposal.lines.flatMap(({ text, amount, sources }) => sources.map((ref) => [sourceKey(ref), { what: text, customer: name, date: day(proposal.supplyPeriod.to), amount: sources.length === 1 ? money(amount, currencyCode) : '' }] as const)),
  );
  return new Map<string, ItemText>([...items, ...terms]);
}

/** An item in one line: "5 Oct 2026, Advice: Call, 0:20"; where it is gone, its kind and number. */
export function itemWords(ref: ItemRef, texts: ItemTexts): string {
  const text = texts.get(itemKey(ref));
  return text === undefined ? itemName(ref) : [text.date, text.what, text.amount].filter((part) => part !== '').join(', ');
}
