import { dayOf } from '../calendar/day.ts';
import type { BillableItem } from '../model/items.ts';
import type { BillingPolicy } from '../model/policy.ts';
import type { Excluded, ExclusionReason } from '../model/problem.ts';
import type { BillingInput, InvoiceProposal, Proposed } from '../model/proposal.ts';
import { EXCLUSION_MESSAGES, exclusionOf } from '../pricing/exclusion.ts';
import { periodOn } from '../pricing/rate-periods.ts';
import { error, type Issue } from '../problems/issue.ts';
import { compareSources, ProblemLog } from '../problems/problem-log.ts';
import { assemble } from './assemble.ts';
import { Buckets } from './buckets.ts';
import type { Context, ReadyContext } from './context.ts';
import { Contexts } from './contexts.ts';
import { InputOrder } from './input-order.ts';
import { checkQuantity } from './quantity.ts';
import { indexRecords } from './records.ts';
import { readPolicy, type Settings } from './settings.ts';

/** What is wrong with an item itself, whatever it belongs to; `empty` when it counts nothing. */
function faultOf(item: BillableItem, dates: Map<string, boolean>): Issue | 'empty' | undefined {
  let valid = dates.get(item.date);
  if (valid === undefined) dates.set(item.date, (valid = dayOf(item.date) !== undefined));
  if (!valid) return error('malformed', `"${item.date}" is not a date.`, { date: item.date });
  if (item.kind === 'term' && [item.period.from, item.period.to].some((day) => dayOf(day) === undefined)) {
    return error('malformed', 'The period of a term is malformed.');
  }
  const quantity = checkQuantity(item);
  if (quantity === 'some') return undefined;
  return quantity === 'none'
    ? 'empty'
    : error('malformed', `The quantity of a ${item.kind} item is malformed.`, { kind: item.kind });
}

/** No rate on the day, or several: with the day, since that is what has to be mended. */
function rateError(code: 'rate-missing' | 'rate-ambiguous', item: BillableItem, ready: ReadyContext): Issue {
  const { project, activity, customer } = ready;
  const name = [project?.name ?? customer.name, activity?.name].filter((part) => part !== undefined).join(', ');
  const what = code === 'rate-missing' ? 'No rate' : 'More than one rate';
  return error(code, `${what} for ${name} on ${item.date}.`, { customerId: customer.id, projectId: project?.id ?? '', date: item.date });
}

/** Sorts every item to a line, the excluded or the problems. */
function sortItems(input: BillingInput, settings: Settings, log: ProblemLog, blocked: Set<string>) {
  const excluded: Excluded[] = [];
  const order = new InputOrder(input.items);
  const buckets = new Buckets(settings, order.sorted);
  const contexts = new Contexts(indexRecords(input), settings);
  const dates = new Map<string, boolean>();

  const exclude = (item: BillableItem, reason: ExclusionReason): void => {
    excluded.push({ source: { kind: item.kind, id: item.id }, reason, message: EXCLUSION_MESSAGES[reason] });
  };
  const refuse = (item: BillableItem, context: Context | undefined, issues: readonly Issue[]): void => {
    for (const issue of issues) log.add(issue, [item]);
    if (context) blocked.add(buckets.proposalKey(item, context));
  };

  for (const item of input.items) {
    if (order.isDuplicate(item)) {
      refuse(item, contexts.of(item), [error('duplicate', `Item ${item.kind} ${item.id} is given more than once.`)]);
      continue;
    }
    const reason = exclusionOf(item, settings.approval);
    if (reason !== undefined) { exclude(item, reason); continue; }
    const context = contexts.of(item);
    if (context.excluded !== undefined) { exclude(item, context.excluded); continue; }
    const fault = faultOf(item, dates);
    const { ready } = context;
    if (fault === 'empty') { exclude(item, fault); continue; }
    if (fault !== undefined || ready === undefined) {
      refuse(item, context, fault ? [fault, ...context.issues] : context.issues);
      continue;
    }
    let line = ready.line;
    if (line === undefined) {
      const period = periodOn(ready.periods, item.date, ({ priceKey }) => priceKey);
      if (typeof period === 'string') {
        refuse(item, context, [rateError(period, item, ready)]);
        continue;
      }
      line = buckets.of(item, context, ready, period);
    }
    for (const issue of context.issues) log.add(issue, [item]);
    line.add(item);
  }
  return { excluded: excluded.sort((a, b) => compareSources(a.source, b.source)), buckets: buckets.list() };
}

/**
 * From entries and terms to invoice proposals. Every item given ends in exactly one place: on a line, in `excluded`
 * with the reason, or in the sources of an error. Nothing is thrown for bad data.
 */
export function proposeInvoices(input: BillingInput, policy: BillingPolicy): Proposed<InvoiceProposal> {
  const log = new ProblemLog();
  const settings = readPolicy(policy, (issue) => { log.add(issue, input.items); });
  if (log.failed) return { proposals: [], excluded: [], problems: log.list() };
  const blocked = new Set<string>();
  const { excluded, buckets } = sortItems(input, settings, log, blocked);
  return { proposals: assemble(buckets, settings, log, blocked), excluded, problems: log.list() };
}
