import type { Project } from '@x/billing-core';
import { period } from './format.ts';

const sorts: Readonly<Record<string, string>> = { fixed: 'fixed price', instalment: 'instalment', task: 'fixed price of an activity', milestone: 'milestone', subscription: 'subscription' };

/** The project of a term, which the term's id begins with. */
export function projectOfTerm(id: string): string {
  return decodeURIComponent(id.split('/')[0] ?? '');
}

/** A fixed price, or a period of a subscription, by its id: "Hosting (subscription), 1 Oct 2026 to 31 Oct 2026". */
export function termWords(id: string, projects: ReadonlyMap<string, Pick<Project, 'name'>>): string {
  const [, sort = '', part = ''] = id.split('/');
  const [from, to] = part.split('..');
  const project = projects.get(projectOfTerm(id))?.name ?? `Project ${projectOfTerm(id)}`;
  return `${project} (${sorts[sort] ?? sort})${from === undefined || to === undefined ? '' : `, ${period(from, to)}`}`;
}
