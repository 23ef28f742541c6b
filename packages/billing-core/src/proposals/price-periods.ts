import { parseDecimal } from '../decimal/parse.ts';
import type { BillableItem, Expense, Term } from '../model/items.ts';
import { error, type Report } from '../problems/issue.ts';
import { expensePrice } from '../pricing/expense-price.ts';
import { firstRate, type FoundRate } from '../pricing/found-rate.ts';
import { hourlyRate } from '../pricing/hourly-rate.ts';
import { readRate } from '../pricing/rate-periods.ts';
import { type Facts, pricedPeriod, type PricedPeriod } from './context.ts';
import type { Settings } from './settings.ts';

/** What a missing rate is about; the user only where rates are per user. */
function describe(facts: Facts): { readonly name: string; readonly details: Readonly<Record<string, string>> } {
  const { project, activity, customer, userId = '' } = facts;
  const method = project?.invoicing.method ?? '';
  const perUser = method === 'UserHourlyRate' ? userId : '';
  const names = [project?.name ?? customer.name, activity?.name, perUser && `user ${perUser}`, method];
  return {
    name: names.filter(Boolean).join(', '),
    details: { customerId: customer.id, projectId: project?.id ?? '', activityId: activity?.id ?? '', userId: perUser, method },
  };
}

function fromRate(found: FoundRate | undefined, facts: Facts, report: Report): readonly PricedPeriod[] {
  const { name, details } = describe(facts);
  if (found === undefined) {
    report(error('rate-missing', `No rate for ${name}.`, details));
    return [];
  }
  const periods = readRate(found.rate);
  if (periods === undefined) {
    report(error('malformed', `The rate of ${found.origin} ${found.originId ?? ''} is malformed.`, details));
    return [];
  }
  const { origin, originId } = found;
  return periods.map(({ text, value, from, until }) =>
    pricedPeriod(value, { origin, originId, rate: text, validFrom: from, validUntil: until }),
  );
}

function ofExpense(item: Expense, settings: Settings, report: Report): readonly PricedPeriod[] {
  const rate = parseDecimal(item.rate);
  const markup = item.markup === undefined ? settings.markup : parseDecimal(item.markup);
  const included = item.rateIncludesVat === true ? item.vatRate?.percentage : undefined;
  const vat = included === undefined ? undefined : parseDecimal(included);
  if (item.rateIncludesVat === true && (vat === undefined || vat.units < 0n)) {
    report(error('vat-rate-missing', 'An expense includes VAT, but its VAT rate is missing or malformed.'));
    return [];
  }
  if (rate === undefined || markup === undefined) {
    report(error('malformed', `"${item.rate}" and "${item.markup ?? ''}" are not a rate and a markup.`));
    return [];
  }
  const explanation = {
    origin: 'expense' as const,
    rate: item.rate,
    vatIncluded: included,
    markup: markup.units === 0n ? undefined : (item.markup ?? settings.policy.markup),
  };
  return [pricedPeriod(expensePrice(rate, vat, markup), explanation)];
}

function ofTerm(item: Term, report: Report): readonly PricedPeriod[] {
  const price = parseDecimal(item.price);
  if (price !== undefined) return [pricedPeriod(price, { origin: 'term', originId: item.projectId, rate: item.price })];
  report(error('malformed', `"${item.price}" is not a price.`));
  return [];
}

/** The prices of an item's context, each with the days on which it holds; reports what is missing. */
export function pricePeriods(item: BillableItem, facts: Facts, settings: Settings, report: Report): readonly PricedPeriod[] {
  switch (item.kind) {
    case 'time':
      return fromRate(hourlyRate(facts), facts, report);
    case 'mileage':
      return fromRate(
        firstRate([
          ['customer', facts.customer.id, facts.customer.mileageRate],
          ['policy', undefined, settings.policy.mileageRate],
        ]),
        facts,
        report,
      );
    case 'expense':
      return ofExpense(item, settings, report);
    case 'term':
      return ofTerm(item, report);
  }
}
