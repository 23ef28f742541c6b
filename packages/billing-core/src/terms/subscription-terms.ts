import { dateOf, dayOf } from '../calendar/day.ts';
import { exactKey } from '../decimal/format.ts';
import type { Term } from '../model/items.ts';
import type { Project } from '../model/master-data.ts';
import type { TermOptions } from '../model/terms.ts';
import { error, type Report } from '../problems/issue.ts';
import { periodOn, readRate } from '../pricing/rate-periods.ts';
import type { PossibleTerm } from './fixed-price-terms.ts';
import { isFrequency, subscriptionPeriods } from './subscription-periods.ts';
import { subscriptionKey } from './term-key.ts';

/**
 * All terms of a subscription up to the day of `options.until`. A part of a period is billed by days of that period
 * (`daily`: 12 of 31 days is 12/31 of the price), at the full price, or not at all.
 */
export function subscriptionTerms(project: Project, options: TermOptions, report: Report): readonly PossibleTerm[] {
  const { subscription } = project.invoicing;
  const details = { projectId: project.id };
  if (subscription === undefined) {
    report(error('rate-missing', `${project.name} has no subscription.`, details));
    return [];
  }
  const { frequency, startDate, endDate, quantity = '1', activityId } = subscription;
  const start = dayOf(startDate);
  const end = endDate === undefined ? Infinity : dayOf(endDate);
  const limit = dayOf(options.until);
  const prices = readRate(subscription.price);
  if (start === undefined || end === undefined || limit === undefined || !prices || !isFrequency(frequency)) {
    report(error('malformed', `${project.name}: a date, price or frequency of the subscription is malformed.`, details));
    return [];
  }
  const terms: PossibleTerm[] = [];
  for (const { from, to, of } of subscriptionPeriods(start, end, limit, frequency, options.periods ?? 'calendar')) {
    const days = to - from + 1;
    const partial = days < of;
    if (partial && options.proration === 'free') continue;
    const covered = { from: dateOf(from), to: dateOf(to) };
    const price = periodOn(prices, covered.from, ({ value }) => exactKey(value));
    const term: Term = {
      kind: 'term',
      id: subscriptionKey(project.id, covered),
      customerId: project.customerId,
      projectId: project.id,
      date: options.timing === 'advance' ? covered.from : covered.to,
      period: covered,
      quantity,
      price: typeof price === 'string' ? '0' : price.text,
      proration: partial && (options.proration ?? 'daily') === 'daily' ? { days, of } : undefined,
      description: subscription.description ?? project.name,
      activityId,
    };
    const message = `${project.name}: the subscription's price on ${covered.from} is missing or not the only one.`;
    terms.push({ term, reached: true, ...(typeof price === 'string' ? { fault: error(price, message, details) } : {}) });
  }
  return terms;
}
