import { unbilledTerms, type Project, type Term } from '@x/billing-core';
import type { ItemRef } from '../ports/item-ref.ts';
import type { ConnectorContext } from './context.ts';
import { chunks } from './chunks.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';
import { everyTerm } from './term-claims.ts';

/** All projects of the account, page by page. */
export function allProjects(context: ConnectorContext, session: Session): Promise<Project[]> {
  return allPages((page) => context.parts.source.work.projects(session.scope.sourceAccountId, page));
}

/**
 * Terms by their ids: those that the store of work holds, where it can, and those that follow from fixed prices,
 * milestones and subscriptions of the projects. Missing ones are absent.
 */
export async function readTerms(
  context: ConnectorContext,
  session: Session,
  refs: readonly ItemRef[],
  projects: readonly Project[],
  signal: AbortSignal | undefined,
): Promise<Term[]> {
  const { work } = context.parts.source;
  const derived = termsById(projects, session);
  const found = refs.flatMap((ref) => derived.get(ref.id) ?? []);
  const others = refs.filter((ref) => !derived.has(ref.id));
  if (!work.abilities.terms || others.length === 0) {
    return found;
  }
  const stored: Term[] = [];
  for (const some of chunks(others, 1000)) {
    const items = await work.read(session.scope.sourceAccountId, some, signal);
    stored.push(...items.flatMap(({ content }) => (content.kind === 'term' ? [content] : [])));
  }
  return [...found, ...stored];
}

/** Every term of the projects up to the horizon, billed or not, by id. */
export function termsById(projects: readonly Project[], session: Session): Map<string, Term> {
  const { terms } = unbilledTerms(projects, everyTerm(session, []));
  return new Map(terms.map((term) => [term.id, term]));
}

/** Milestones that are not reached, by the id of the term that each becomes. */
export function unreachedTerms(projects: readonly Project[], session: Session): Map<string, Term> {
  const { skipped } = unbilledTerms(projects, everyTerm(session, []));
  return new Map(skipped.flatMap(({ term, reason }) => (reason === 'not-reached' ? [[term.id, term]] : [])));
}
