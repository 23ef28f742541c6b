import { add, divide, exact, type Exact, multiply, ZERO } from '../decimal/exact.ts';
import { formatCents } from '../decimal/format.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { InclusiveLine, InclusivePrices } from '../model/inclusive.ts';
import type { Result } from '../model/primitives.ts';
import type { Problem } from '../model/problem.ts';
import type { InvoiceLine, InvoiceProposal } from '../model/proposal.ts';
import { error } from '../problems/issue.ts';
import { ProblemLog } from '../problems/problem-log.ts';
import { printedCents, toCents } from '../rounding/printed-line.ts';

function read(text: string): Exact {
  return parseDecimal(text) ?? ZERO;
}

/** 1 + rate / 100. */
function factorOf(rate: string): Exact {
  return add(exact(1n), divide(read(rate), exact(100n)));
}

/** The line with VAT, in cents; `undefined` when quantity x price with VAT is not the amount with VAT. */
function grossUp({ key, quantity, unitPrice, amount, vatRate }: InvoiceLine): { line: InclusiveLine; cents: bigint } | undefined {
  const factor = factorOf(vatRate);
  const cents = toCents(multiply(read(amount), factor));
  const price = toCents(multiply(read(unitPrice), factor));
  if (printedCents(toCents(read(quantity)), exact(price, 100n)) !== cents) return undefined;
  return { line: { key, quantity, unitPrice: formatCents(price), amount: formatCents(cents) }, cents };
}

/**
 * The prices of a proposal with VAT in them, for customers whose invoices are read so (Visma's `IncludesVat`). The
 * amount of each line with VAT must be its quantity x its price with VAT: where no price of 2 decimals gives that, the
 * line is refused with the advice to print it as 1 x amount (rounding `exact`). VAT is taken out of the sum of the lines
 * once per kind and rate, half away from zero.
 */
export function pricesIncludingVat(proposal: InvoiceProposal): Result<InclusivePrices, readonly Problem[]> {
  const log = new ProblemLog();
  const lines: InclusiveLine[] = [];
  const grossOf = new Map<string, bigint>();
  for (const line of proposal.lines) {
    const gross = grossUp(line);
    if (gross === undefined) {
      const { quantity, unitPrice, vatRate } = line;
      log.add(error('price-including-vat', `${quantity} x ${unitPrice} with ${vatRate} % VAT in it has no unit price of 2 decimals: use the rounding "exact".`, { quantity, unitPrice, vatRate }), line.sources);
      continue;
    }
    const key = `${line.vatKind} ${line.vatRate}`;
    grossOf.set(key, (grossOf.get(key) ?? 0n) + gross.cents);
    lines.push(gross.line);
  }
  if (log.failed) return { ok: false, problems: log.list() };
  let vatCents = 0n;
  let totalCents = 0n;
  const vat = proposal.vat.map(({ vatKind, rate }) => {
    const gross = grossOf.get(`${vatKind} ${rate}`) ?? 0n;
    const base = toCents(divide(exact(gross, 100n), factorOf(rate)));
    vatCents += gross - base;
    totalCents += gross;
    return { vatKind, rate, base: formatCents(base), amount: formatCents(gross - base) };
  });
  const value = {
    lines,
    vat,
    netAmount: formatCents(totalCents - vatCents),
    vatAmount: formatCents(vatCents),
    totalAmount: formatCents(totalCents),
    difference: formatCents(totalCents - toCents(read(proposal.totalAmount))),
  };
  return { ok: true, value, problems: [] };
}
