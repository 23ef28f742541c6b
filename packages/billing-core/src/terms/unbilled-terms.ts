import { parseDate } from '../calendar/local-date.ts';
import { compareIds, compareText } from '../identity/compare-ids.ts';
import type { Term } from '../model/items.ts';
import type { Activity, Project } from '../model/master-data.ts';
import type { SkippedTerm, TermOptions, UnbilledTerms } from '../model/terms.ts';
import { coveredBy } from '../pricing/hourly-rate.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';
import { BilledKeys } from './billed-before.ts';
import { fixedPriceTerms, type PossibleTerm } from './fixed-price-terms.ts';
import { subscriptionTerms } from './subscription-terms.ts';

function compareTerms(a: Term, b: Term): number {
  return (
    compareIds(a.customerId, b.customerId) ||
    compareIds(a.projectId, b.projectId) ||
    compareText(a.date, b.date) ||
    compareText(a.id, b.id)
  );
}

function possibleTerms(project: Project, names: ReadonlyMap<string, string>, options: TermOptions, report: Report): readonly PossibleTerm[] {
  return project.invoicing.method === 'Subscription'
    ? subscriptionTerms(project, options, report)
    : fixedPriceTerms(project, (id) => names.get(id), report);
}

/**
 * The terms of fixed prices, milestones and subscriptions that are due up to `options.until` and not billed yet. A term
 * that falls due before the project's bill-from day, or that is billed, is in `skipped`; one that would bill again what
 * was billed under another key is a problem. `activities` gives their names to terms per activity.
 */
export function unbilledTerms(
  projects: readonly Project[],
  options: TermOptions,
  activities: readonly Activity[] = [],
): UnbilledTerms {
  const log = new ProblemLog();
  const terms: Term[] = [];
  const skipped: SkippedTerm[] = [];
  const covered: string[] = [];
  const billed = new BilledKeys(options.billedTermKeys);
  const names = new Map(activities.map(({ id, name }) => [id, name]));
  for (const day of [options.until, options.billFrom, ...Object.values(options.billFromPerProject ?? {})]) {
    if (parseDate(day) === undefined) log.add(error('malformed', `"${day}" is not a date.`), []);
  }
  for (const project of log.failed ? [] : projects) {
    if (coveredBy(project) === undefined) continue;
    covered.push(project.id);
    const report = (issue: Issue): void => { log.add(issue, []); };
    const billFrom = options.billFromPerProject?.[project.id] ?? options.billFrom;
    for (const { term, reached } of possibleTerms(project, names, options, report)) {
      if (parseDate(term.date) === undefined) log.add(error('malformed', `"${term.date}" is not a date.`), [term]);
      else if (term.date > options.until) continue;
      else if (billed.has(term)) skipped.push({ term, reason: 'already-billed' });
      else if (!reached) skipped.push({ term, reason: 'not-reached' });
      else if (term.date < billFrom) skipped.push({ term, reason: 'before-bill-from' });
      else {
        const other = billed.overlapping(term);
        if (other === undefined) terms.push(term);
        else log.add(error('term-overlap', `${term.id} would bill again what was billed as ${other}.`, { projectId: project.id, billed: other }), [term]);
      }
    }
  }
  return {
    terms: terms.sort(compareTerms),
    skipped: skipped.sort((a, b) => compareTerms(a.term, b.term)),
    problems: log.list(),
    covered: covered.sort(compareIds),
  };
}
