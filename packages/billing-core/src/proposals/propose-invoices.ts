import { type Day, dayOf } from '../calendar/day.ts';
import { sourceKey } from '../identity/source-key.ts';
import type { BillableItem } from '../model/items.ts';
import type { BillingPolicy } from '../model/policy.ts';
import type { Excluded, ExclusionReason } from '../model/problem.ts';
import type { BillingInput, InvoiceProposal, Proposed } from '../model/proposal.ts';
import { exclusionMessage, exclusionOf } from '../pricing/exclusion.ts';
import { periodOn } from '../pricing/rate-periods.ts';
import { error, type Issue } from '../problems/issue.ts';
import { compareSources, ProblemLog } from '../problems/problem-log.ts';
import { assemble } from './assemble.ts';
import { type Entry, placedEntries } from './bucket.ts';
import type { Context, ReadyContext } from './context.ts';
import { contextFinder } from './contexts.ts';
import { hashItem } from './kind-order.ts';
import { lineFinder } from './line-finder.ts';
import { checkQuantity } from './quantity.ts';
import { SeenIds } from './seen-ids.ts';
import { readPolicy, type Settings } from './settings.ts';

/** What is wrong with an item itself, whatever it belongs to; `empty` when it counts nothing. */
function faultOf(item: BillableItem, day: Day | undefined): Issue | 'empty' | undefined {
  if (day === undefined) return error('malformed', `"${item.date}" is not a date.`, { date: item.date });
  if (item.kind === 'term' && !((dayOf(item.period.from) ?? Infinity) <= (dayOf(item.period.to) ?? -Infinity))) {
    return error('malformed', 'The period of a term is malformed.');
  }
  const quantity = checkQuantity(item);
  if (quantity === 'some') return undefined;
  return quantity === 'none' ? 'empty' : error('malformed', `The quantity of a ${item.kind} item is malformed.`, { kind: item.kind });
}

/** No rate on the day, or several: with the day, since that is what has to be mended. */
function rateError(code: 'rate-missing' | 'rate-ambiguous', { date }: BillableItem, { project, activity, customer }: ReadyContext): Issue {
  const name = [project?.name ?? customer.name, activity?.name].filter((part) => part !== undefined).join(', ');
  const what = code === 'rate-missing' ? 'No rate' : 'More than one rate';
  return error(code, `${what} for ${name} on ${date}.`, { customerId: customer.id, projectId: project?.id ?? '', date });
}

/** Proposes with some sources (by key) known to be given twice; again, when there turn out to be others. */
function propose(input: BillingInput, settings: Settings, twice: ReadonlySet<string>): Proposed<InvoiceProposal> {
  const { items } = input;
  const log = new ProblemLog();
  const excluded: Excluded[] = [];
  const repeated = new Set<string>();
  const contextOf = contextFinder(input, settings);
  const { groups, place, groupOf } = lineFinder(settings, placedEntries(items));
  const seen = new SeenIds(items);
  const days = new Map<string, Day | undefined>();

  let lastDate: string | undefined;
  let lastDay: Day | undefined;
  const dayOfDate = (date: string): Day | undefined => {
    if (date !== lastDate) {
      lastDate = date;
      lastDay = days.get(date) ?? dayOf(date);
      days.set(date, lastDay);
    }
    return lastDay;
  };
  const exclude = ({ kind, id }: BillableItem, reason: ExclusionReason): void => {
    excluded.push({ source: { kind, id }, reason, message: exclusionMessage(reason) });
  };
  const refuse = (item: BillableItem, context: Context, issues: readonly Issue[]): void => {
    for (const issue of issues) log.add(issue, [item]);
    groupOf(item, context).complete = false;
  };
  const sort = (entry: Entry): void => {
    const { item } = entry;
    if (twice.size > 0 && twice.has(sourceKey(item))) {
      refuse(item, contextOf(item), [error('duplicate', `Item ${item.kind} ${item.id} is given more than once.`)]);
      return;
    }
    const reason = exclusionOf(item, settings.approval);
    if (reason !== undefined) { exclude(item, reason); return; }
    const context = contextOf(item);
    if (context.excluded !== undefined) { exclude(item, context.excluded); return; }
    const day = dayOfDate(item.date);
    const fault = faultOf(item, day);
    const { ready, issues } = context;
    if (fault === 'empty') { exclude(item, fault); return; }
    if (fault !== undefined || ready === undefined || day === undefined) {
      refuse(item, context, fault ? [fault, ...issues] : issues);
      return;
    }
    const period = ready.always ?? periodOn(ready.periods, item.date, ({ priceKey }) => priceKey);
    if (typeof period === 'string') { refuse(item, context, [rateError(period, item, ready)]); return; }
    entry.day = day;
    place(entry, context, ready, period);
    for (const issue of issues) log.add(issue, [item]);
  };

  let entry: Entry | undefined;
  for (const item of items) {
    entry ??= { item, position: -1, day: 0, rising: true, first: 0, second: 0 };
    entry.item = item;
    entry.position++;
    hashItem(entry, item);
    if (seen.isRepeated(item, entry.position, entry.first)) repeated.add(sourceKey(item));
    entry.rising = seen.rising;
    sort(entry);
  }
  if (repeated.size > twice.size) return propose(input, settings, repeated);
  return {
    proposals: assemble([...groups.values()], settings, log),
    excluded: excluded.sort((a, b) => compareSources(a.source, b.source)),
    problems: log.list(),
  };
}

/**
 * From entries and terms to invoice proposals. Every item given ends in exactly one place: on a line, in `excluded`
 * with the reason, or in the sources of an error. Nothing is thrown for bad data.
 */
export function proposeInvoices(input: BillingInput, policy: BillingPolicy): Proposed<InvoiceProposal> {
  const log = new ProblemLog();
  const settings = readPolicy(policy, (issue) => { log.add(issue, input.items); });
  return log.failed ? { proposals: [], excluded: [], problems: log.list() } : propose(input, settings, new Set());
}
