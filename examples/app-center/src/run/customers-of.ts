import type { ExportRecord, ItemRef } from '@x/timechimp-visma-connector';
import { projectOfTerm } from '../html/term-words.ts';
import type { AppParts } from '../parts.ts';
import { readAll } from './read-all.ts';

/**
 * Names of the customers behind exports, by export key. A record names its items only, so the first item of each is read
 * again; where that is gone the name is absent. A term is its project's.
 */
export async function customersOf({ source, accountId }: Pick<AppParts, 'source' | 'accountId'>, records: readonly ExportRecord[]): Promise<ReadonlyMap<string, string>> {
  const firsts = records.flatMap(({ key, sources: [first] }) => (first ? [{ key, ref: first.ref }] : []));
  const ids = (wanted: ItemRef['kind']): readonly string[] => firsts.filter(({ ref }) => ref.kind === wanted).map(({ ref }) => ref.id);
  const work = firsts.map(({ ref }) => ref).filter(({ kind }) => kind !== 'term' && kind !== 'invoice' && kind !== 'customer');
  const [items, invoices, projects] = await Promise.all([
    work.length === 0 ? [] : source.work.read(accountId, work),
    ids('invoice').length === 0 ? [] : source.invoices.get(accountId, ids('invoice')),
    ids('term').length === 0 ? [] : readAll((page) => source.work.projects(accountId, page)),
  ]);
  const ownerOf = new Map(projects.map(({ id, customerId }) => [id, customerId]));
  const customerIds = new Map<string, string>([
    ...items.map(({ ref, content }) => [`${ref.kind}:${ref.id}`, content.customerId] as const),
    ...invoices.map(({ id, customerId }) => [`invoice:${id}`, customerId] as const),
    ...ids('customer').map((id) => [`customer:${id}`, id] as const),
    ...ids('term').flatMap((id) => {
      const owner = ownerOf.get(projectOfTerm(id));
      return owner === undefined ? [] : [[`term:${id}`, owner] as const];
    }),
  ]);
  const wanted = [...new Set(customerIds.values())];
  const customers = wanted.length === 0 ? [] : await source.customers.get(accountId, wanted);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  return new Map(
    firsts.flatMap(({ key, ref }) => {
      const name = names.get(customerIds.get(`${ref.kind}:${ref.id}`) ?? '');
      return name === undefined ? [] : [[key, name] as const];
    }),
  );
}
