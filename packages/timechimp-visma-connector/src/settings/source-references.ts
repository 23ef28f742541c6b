import { warning, type Problem } from '../use-cases/problem.ts';
import type { Settings } from './settings.ts';

/** One place in the settings that names a record of the time-tracking side. */
export interface SourceReference {
  readonly kind: 'customer' | 'activity' | 'project';
  readonly id: string;
  readonly at: string;
}

/** All such places. Products are left out: no store lists them. */
export function sourceReferences({ vat, customers, articles, dimensions, terms }: Settings): readonly SourceReference[] {
  const of = (kind: SourceReference['kind'], at: string, ids: readonly string[]): SourceReference[] =>
    ids.map((id) => ({ kind, id, at: `${at}.${id}` }));
  return [
    ...of('customer', 'vat.kindByCustomer', Object.keys(vat.kindByCustomer)),
    ...of('customer', 'vat.reverseChargeCustomers', vat.reverseChargeCustomers),
    ...of('customer', 'customers.privatePersons', customers.privatePersons),
    ...of('activity', 'articles.byActivity', Object.keys(articles.byActivity)),
    ...of('activity', 'dimensions.costCentersByActivity', Object.keys(dimensions.costCentersByActivity)),
    ...of('project', 'dimensions.projects', Object.keys(dimensions.projects)),
    ...of('project', 'dimensions.costCentersByProject', Object.keys(dimensions.costCentersByProject)),
    ...of('project', 'terms.billFromPerProject', Object.keys(terms.billFromPerProject)),
  ];
}

/** Names each reference to a record that the time-tracking side does not have (any more). `known` holds ids per kind. */
export function checkSourceReferences(
  references: readonly SourceReference[],
  known: Readonly<Record<SourceReference['kind'], ReadonlySet<string>>>,
): Problem[] {
  return references
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, id, at }) =>
      warning(`${kind}-vanished`, at, `The settings name the ${kind} ${id}, which TimeChimp does not have (any more).`, 'Take it out of the settings.'),
    );
}
