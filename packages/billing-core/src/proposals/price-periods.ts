import { parseDecimal } from '../decimal/parse.ts';
import type { BillableItem, Expense, Term } from '../model/items.ts';
import { error, type Report } from '../problems/issue.ts';
import { expensePrice } from '../pricing/expense-price.ts';
import { firstRate, type FoundRate } from '../pricing/found-rate.ts';
import { hourlyRate } from '../pricing/hourly-rate.ts';
import { readRate } from '../pricing/rate-periods.ts';
import { percentageOfRate } from '../vat/vat-map.ts';
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
  const periods = found && readRate(found.rate);
  if (found && periods) {
    const { origin, originId } = found;
    return periods.map(({ text, value, from, until }) => pricedPeriod(value, { origin, originId, rate: text, validFrom: from, validUntil: until }));
  }
  const { name, details } = describe(facts);
  report(
    found
      ? error('malformed', `The rate for ${name} (from the ${found.origin}) is malformed.`, details)
      : error('rate-missing', `No rate for ${name}.`, details),
  );
  return [];
}

function ofExpense(item: Expense, { policy }: Settings, report: Report): readonly PricedPeriod[] {
  const { rate: rateText, vatRate } = item;
  const markupText = item.markup ?? policy.markup ?? '0';
  const vatText = item.rateIncludesVat === true ? ((vatRate && percentageOfRate(vatRate, policy.vat)) ?? '') : '0';
  const [rate, markup, vat] = [rateText, markupText, vatText].map(parseDecimal);
  if (rate === undefined) report(error('malformed', `"${rateText}" is not a rate.`, { rate: rateText }));
  if (markup === undefined) report(error('malformed', `"${markupText}" is not a markup.`, { markup: markupText }));
  if (vat === undefined || vat.units < 0n) report(error('vat-rate-missing', 'An expense includes VAT, but its VAT rate is missing or malformed.'));
  if (!rate || !markup || !vat || vat.units < 0n) return [];
  const explanation = {
    origin: 'expense' as const,
    rate: rateText,
    vatIncluded: vat.units === 0n ? undefined : vatText,
    markup: markup.units === 0n ? undefined : markupText,
  };
  return [pricedPeriod(expensePrice(rate, vat, markup), explanation)];
}

function ofTerm({ price: rate, projectId }: Term, report: Report): readonly PricedPeriod[] {
  const price = parseDecimal(rate);
  if (price === undefined) report(error('malformed', `"${rate}" is not a price.`, { price: rate }));
  return price ? [pricedPeriod(price, { origin: 'term', originId: projectId, rate })] : [];
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
