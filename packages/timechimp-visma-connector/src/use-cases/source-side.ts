import { createExportSource } from './tracked-source.ts';
import type { ExportSource } from '../export/export-source.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import { allProjects, readTerms } from './account-terms.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';
import { takenTerms, termClaims } from './term-claims.ts';

/** The time-tracking side of a tenant as the export protocol sees it. */
export function exportSource(context: ConnectorContext, session: Session): ExportSource {
  const { source, state, clock } = context.parts;
  return createExportSource({
    scope: session.scope,
    work: source.work,
    invoices: source.invoices,
    customers: source.customers,
    links: state.links,
    clock,
    terms: async (refs, signal) => readTerms(context, session, refs, await allProjects(context, session), signal),
    taken: async (ids) => {
      const claims = await termClaims(context, session);
      const { covered, ignored, conflicting } = takenTerms(await allProjects(context, session), session, claims, ids);
      return new Set([...covered, ...ignored, ...conflicting]);
    },
  });
}

/** Which of the items carry a note of ours of this kind, as keys. */
export async function notedItems(
  context: ConnectorContext,
  session: Session,
  refs: readonly ItemRef[],
  kind: 'billed' | 'ignored',
): Promise<ReadonlySet<string>> {
  const { links } = context.parts.state;
  const marks = await Promise.all(
    chunks(refs, 1000).map((some) =>
      allPages((page) => links.listMarks(session.scope, { kind, refs: some, ...page })),
    ),
  );
  return new Set(marks.flat().map((mark) => itemKey(mark.ref)));
}
