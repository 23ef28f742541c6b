import { exact, type Exact, multiply, ZERO } from '../decimal/exact.ts';
import { formatExact } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { Explanation } from '../model/explanation.ts';
import type { InvoiceLine, InvoiceProposal, LineSource, RateExplanation } from '../model/proposal.ts';
import { expensePrice } from '../pricing/expense-price.ts';
import { minutesText } from '../text/words.ts';

/** The exact price of a line's rate, as it was worked out. */
function priceOf({ rate, vatIncluded = '0', markup = '0' }: RateExplanation): Exact {
  const [price = ZERO, vat = ZERO, plus = ZERO] = [rate, vatIncluded, markup].map(parseDecimal);
  return expensePrice(price, vat, plus);
}

function rateText(rates: readonly RateExplanation[]): string {
  return rates
    .map(({ origin, originId, rate, validFrom, validUntil, vatIncluded, markup }) =>
      [
        `${rate} from ${origin}${originId === undefined ? '' : ` ${originId}`}`,
        validFrom === undefined ? '' : `since ${validFrom}`,
        validUntil === undefined ? '' : `until ${validUntil}`,
        vatIncluded === undefined ? '' : `less the ${vatIncluded} % VAT in it`,
        markup === undefined ? '' : `plus ${markup} %`,
      ].filter((part) => part !== '').join(' '),
    )
    .join('; ');
}

function explainSource(source: LineSource, line: InvoiceLine): Explanation {
  const { kind, id, date, quantity } = source;
  const [rate] = line.rates;
  const hours = kind === 'time';
  const count = hours ? exact(BigInt(quantity), 60n) : (parseDecimal(quantity) ?? exact(0n));
  const counted = hours ? `${minutesText(Number(quantity))} hours` : `${quantity}${kind === 'mileage' ? ' km' : ''}`;
  // A term is alone on its line, and may be a part of a period.
  const amount = kind === 'term' || rate === undefined ? line.exactAmount : formatExact(multiply(count, priceOf(rate)));
  return { label: `${kind} ${id}`, amount, reason: `${counted} on ${date}, exactly`, sources: [{ kind, id }], parts: [] };
}

function explainLine(line: InvoiceLine): Explanation {
  const { quantity, unit, unitPrice, exactAmount, rates, lumpSum } = line;
  const how = lumpSum ? '1 x the amount' : `${quantity} ${unit} x ${unitPrice}`;
  return {
    label: line.text,
    amount: line.amount,
    reason: `${how}, exact ${exactAmount}; rate ${rateText(rates)}`,
    sources: [],
    parts: line.sources.map((source) => explainSource(source, line)),
  };
}

/** Every amount of a proposal back to its entries: total, net and VAT, lines, and each entry's exact share. */
export function explainInvoice(proposal: InvoiceProposal): Explanation {
  const { netAmount, exactNetAmount, roundingDifference, lines, vat } = proposal;
  return {
    label: `Invoice ${proposal.key} for customer ${proposal.customerId}`,
    amount: proposal.totalAmount,
    reason: `net and VAT, ${proposal.currencyCode}`,
    sources: [],
    parts: [
      {
        label: 'Net',
        amount: netAmount,
        reason: `sum of the lines, exact ${exactNetAmount}, rounding ${roundingDifference}`,
        sources: [],
        parts: lines.map(explainLine),
      },
      ...vat.map(({ vatKind, rate, base, amount }) => ({
        label: `VAT ${vatKind}`,
        amount,
        reason: `${rate} % of ${base}, rounded once`,
        sources: [],
        parts: [],
      })),
    ],
  };
}
