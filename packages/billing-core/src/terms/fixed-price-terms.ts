import type { Term } from '../model/items.ts';
import type { Instalment, Project } from '../model/master-data.ts';
import type { DecimalText, LocalDate } from '../model/primitives.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import { priceKey, type PriceSort } from './term-key.ts';

/** A term that could be billed, and whether its milestone is reached. */
export interface PossibleTerm {
  readonly term: Term;
  readonly reached: boolean;
  /** Why it cannot be billed as it is: no price (the term's is 0) or no date (an empty one). Of no matter once it is billed. */
  readonly fault?: Issue;
}

interface Part {
  readonly sort: PriceSort;
  readonly id: string;
  readonly amount: DecimalText;
  readonly date: LocalDate | undefined;
  readonly description: string;
  readonly activityId?: string | undefined;
  readonly whole: boolean;
}

function termOf(project: Project, part: Part): PossibleTerm {
  const { date = '' } = part;
  const { startDate = date, endDate = date } = part.whole ? project : {};
  const period = startDate <= endDate ? { from: startDate, to: endDate } : { from: date, to: date };
  const term: Term = {
    kind: 'term',
    id: priceKey(project.id, part.sort, part.id),
    customerId: project.customerId,
    projectId: project.id,
    date,
    period,
    quantity: '1',
    price: part.amount,
    description: part.description,
    activityId: part.activityId,
  };
  const message = `${project.name}: ${part.description} has no date to invoice it on.`;
  return { term, reached: true, ...(date === '' ? { fault: error('malformed', message, { projectId: project.id }) } : {}) };
}

function instalments(project: Project, sort: PriceSort, list: readonly Instalment[], report: Report): PossibleTerm[] {
  const seen = new Set<string>();
  return list.flatMap((one) => {
    if (seen.has(one.id)) {
      report(error('duplicate', `${project.name}: instalment ${one.id} is given more than once.`, { projectId: project.id }));
      return [];
    }
    seen.add(one.id);
    const description = one.description ?? project.name;
    const part = { sort, id: one.id, amount: one.amount, date: one.date, description, whole: false };
    return [{ ...termOf(project, part), reached: one.reached !== false }];
  });
}

function tasks(project: Project, activityName: (id: string) => string | undefined): PossibleTerm[] {
  return (project.tasks ?? []).flatMap((task) => {
    if (task.fixedRate === undefined || task.billable === false) return [];
    const { id, activityId, fixedRate: amount } = task;
    const date = task.invoiceDate ?? project.invoicing.date ?? project.endDate;
    const description = [project.name, activityName(activityId)].filter((name) => name !== undefined).join(', ');
    return [termOf(project, { sort: 'task', id, amount, date, description, activityId, whole: true })];
  });
}

/** All terms of a fixed price: in one, in instalments, per activity, or as milestones. Reports what is missing. */
export function fixedPriceTerms(
  project: Project,
  activityName: (id: string) => string | undefined,
  report: Report,
): readonly PossibleTerm[] {
  const { method, fixedRate, date, instalments: parts = [] } = project.invoicing;
  if (method === 'TaskRate') return tasks(project, activityName);
  if (method === 'MilestoneRate') return instalments(project, 'milestone', parts, report);
  if (parts.length > 0) return instalments(project, 'instalment', parts, report);
  if (fixedRate === undefined) {
    report(error('rate-missing', `${project.name} has no fixed price.`, { projectId: project.id }));
    return [];
  }
  const part = { sort: 'fixed' as const, id: '', amount: fixedRate, date: date ?? project.endDate, description: project.name, whole: true };
  return [termOf(project, part)];
}
