import { error, type Problem } from '../use-cases/problem.ts';
import { toMillionths } from './amounts.ts';
import { includesVat, type InvoicePlan } from './invoice-plan.ts';

/**
 * Unit prices with more decimals than Visma takes: four where its record of the customer is in another country or
 * currency than the company, else two. The proposal decides by our country, and Visma by its own. Prices with VAT have two.
 */
export function checkPriceDecimals(plan: InvoicePlan): Problem[] {
  const { proposal, customer, masterData } = plan;
  const { countryCode, currencyCode } = masterData.company;
  if (includesVat(customer, masterData)) {
    return [];
  }
  const isAtHome = ['', countryCode].includes(customer.countryCode) && ['', currencyCode].includes(customer.currencyCode);
  const decimals = isAtHome ? 2 : 4;
  return proposal.lines
    .filter((line) => toMillionths(line.unitPrice) % 10n ** BigInt(6 - decimals) !== 0n)
    .map((line) => ({
      ...error(
        'price-decimals',
        `customer:${proposal.customerId}`,
        `The price ${line.unitPrice} of "${line.text}" has more than the ${decimals} decimals that Visma takes for ${customer.name} (${customer.countryCode}, ${customer.currencyCode} there).`,
        'Make country and currency of the customer the same in TimeChimp and Visma, or set a price of fewer decimals.',
      ),
      sources: line.sources,
    }));
}
