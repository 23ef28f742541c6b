import type { ItemRef } from '../ports/item-ref.ts';
import type { ConnectorContext } from './context.ts';
import { warning, type Problem } from './problem.ts';
import type { Session } from './session.ts';

const itemKinds: ReadonlySet<string> = new Set(['time', 'expense', 'mileage', 'term', 'invoice'] satisfies ItemRef['kind'][]);

/** What to do about what an adapter for TimeChimp notices; other adapters' codes have the general advice. */
const remedies: Readonly<Record<string, string>> = {
  'hours-rounded': 'Write whole minutes in TimeChimp.',
  'hours-do-not-fit': 'Write whole minutes in TimeChimp.',
  'no-customer': 'Give the entry or its project a customer in TimeChimp.',
  'instalments-unreadable': 'Invoice the instalments by hand; no API of TimeChimp shows them.',
  'instalments-unknown': 'Add a key of API v1, or set fixedPricesWithoutV1 in the options of the source.',
  'fixed-price-invoiced': 'Nothing, where it was invoiced; else invoice it by hand.',
  'subscription-unreadable': 'Add a key of API v1, or invoice the subscription by hand.',
};

/**
 * Begins to watch the time-tracking side's adapter; the answer tells, as warnings, which records it could not pass on as
 * they are since then. Nothing is billed of what is left out, so a person has to see it.
 */
export function watchSource(context: ConnectorContext, session: Session): () => readonly Problem[] {
  const since = context.parts.source.watchProblems?.(session.scope.sourceAccountId);
  return () =>
    (since?.() ?? []).map(({ code, record, message }) => {
      const source = refOf(record);
      const problem = warning(`source-${code}`, record, `${record}: ${message}`, remedies[code] ?? 'Look at the record in TimeChimp.');
      return source ? { ...problem, sources: [source] } : problem;
    });
}

function refOf(record: string): ItemRef | undefined {
  const [kind = '', ...id] = record.split(':');
  return itemKinds.has(kind) ? { kind: kind as ItemRef['kind'], id: id.join(':') } : undefined;
}
