import { unbilledTerms, type Project, type Term } from '@x/billing-core';
import { termOptions } from '../settings/billing-policy.ts';
import type { ConnectorContext } from './context.ts';
import { addDays } from './days.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/** How far ahead the terms of a subscription are reckoned: enough for any that may be billed in advance. */
const horizonDays = 400;

/** All projects of the account, page by page. */
export function allProjects(context: ConnectorContext, session: Session): Promise<Project[]> {
  return allPages((page) => context.parts.source.work.projects(session.scope.sourceAccountId, page));
}

/** Every term of the projects up to the horizon, billed or not, by id. */
export function termsById(projects: readonly Project[], session: Session): Map<string, Term> {
  const options = termOptions(session.settings, '0001-01-01', addDays(session.today, horizonDays), []);
  const { terms } = unbilledTerms(projects, { ...options, billFrom: '0001-01-01', billFromPerProject: {} });
  return new Map(terms.map((term) => [term.id, term]));
}
