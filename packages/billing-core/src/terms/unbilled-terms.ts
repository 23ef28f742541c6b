import { dayOf } from '../calendar/day.ts';
import { compareIds, compareText } from '../identity/compare-ids.ts';
import type { Term } from '../model/items.ts';
import type { Activity, Project } from '../model/master-data.ts';
import type { SkippedTerm, TermOptions, UnbilledTerms } from '../model/terms.ts';
import { coveredBy } from '../pricing/hourly-rate.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';
import { BilledTerms, type Conflict } from './billed-before.ts';
import { fixedPriceTerms, type PossibleTerm } from './fixed-price-terms.ts';
import { subscriptionTerms } from './subscription-terms.ts';
import { spanText } from './term-key.ts';

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

/** What a person has to settle, with the keys that were billed and the days that were not. */
function conflictIssue({ name }: Project, { id, projectId, period }: Term, { billed, open, unreadable }: Conflict): Issue {
  const details = { projectId, billed: billed.join(' '), open: open.map(spanText).join(' ') };
  if (unreadable) return error('malformed', `${name}: the billed terms ${billed.join(', ')} name no days that can be read.`, details);
  if (open.length === 0) return error('term-overlap', `${id} would bill again what was billed as ${details.billed}.`, details);
  return error('term-overlap', `${name}: ${spanText(period)} was billed in part. Not billed: ${open.map(spanText).join(', ')}.`, details);
}

/**
 * The terms of fixed prices, milestones and subscriptions that are due up to `options.until` and not billed yet. A term
 * that falls due before the project's bill-from day, or that is billed, is in `skipped`.
 *
 * A term is compared with the days that were billed, so that no day is billed twice or forgotten when a subscription's
 * start, end, frequency or periods are changed: one whose days were billed in part is a problem that names the days left
 * (the right amount is a person's decision; bill them by hand, then mark the term's id billed). So is a fixed price that
 * was billed in another sort. `activities` gives their names to terms per activity.
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
  const billed = new BilledTerms(options.billedTermKeys);
  const names = new Map(activities.map(({ id, name }) => [id, name]));
  for (const day of [options.until, options.billFrom, ...Object.values(options.billFromPerProject ?? {})]) {
    if (dayOf(day) === undefined) log.add(error('malformed', `"${day}" is not a date.`), []);
  }
  for (const project of log.failed ? [] : projects) {
    if (coveredBy(project) === undefined) continue;
    covered.push(project.id);
    const report = (issue: Issue): void => { log.add(issue, []); };
    const billFrom = options.billFromPerProject?.[project.id] ?? options.billFrom;
    for (const { term, reached, fault } of possibleTerms(project, names, options, report)) {
      if (!fault && dayOf(term.date) === undefined) log.add(error('malformed', `"${term.date}" is not a date.`), [term]);
      else if (term.date > options.until) continue;
      else {
        const before = billed.of(term);
        if (before === 'billed') skipped.push({ term, reason: 'already-billed' });
        else if (!reached) skipped.push({ term, reason: 'not-reached' });
        else if (term.date !== '' && term.date < billFrom) skipped.push({ term, reason: 'before-bill-from' });
        else if (fault) log.add(fault, []);
        else if (before === 'open') terms.push(term);
        else log.add(conflictIssue(project, term, before), [term]);
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
