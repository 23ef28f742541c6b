import { add, exact, type Exact, subtract, ZERO } from '../decimal/exact.ts';
import { formatCents, formatExact } from '../decimal/format.ts';
import { SetHash, shortHash } from '../identity/set-hash.ts';
import type { InvoiceLine, InvoiceProposal } from '../model/proposal.ts';
import type { ProposalGroup } from './bucket.ts';
import { hashItem } from './kind-order.ts';
import type { TaxedCents } from './vat-totals.ts';
import { vatTotals } from './vat-totals.ts';

/** A line with the figures that its texts stand for. */
export interface FinishedLine extends TaxedCents {
  readonly line: InvoiceLine;
  readonly exactAmount: Exact;
}

/** The hash of the ids on an invoice: added up while its entries came in, anew where a line is kept off. */
function hashOfIds({ lines, ids }: ProposalGroup, finished: readonly FinishedLine[]): SetHash {
  if (finished.length === lines.length) return ids;
  const anew = new SetHash();
  const hash = { first: 0, second: 0 };
  for (const source of finished.flatMap(({ line }) => line.sources)) {
    hashItem(hash, source);
    anew.add(hash);
  }
  return anew;
}

/** Adds up the lines of one invoice. */
export function proposalOf(group: ProposalGroup, finished: readonly FinishedLine[]): InvoiceProposal {
  const { customerId, currencyCode, projectId, reference, month, complete } = group;
  const lines = finished.map(({ line }) => line);
  const vat = vatTotals(finished);
  const supplyPeriod = { from: lines[0]?.period.from ?? '', to: '' };
  let [net, exactNet] = [0n, ZERO];
  for (const { line: { period: { from, to } }, cents, exactAmount } of finished) {
    if (from < supplyPeriod.from) supplyPeriod.from = from;
    if (to > supplyPeriod.to) supplyPeriod.to = to;
    net += cents;
    exactNet = add(exactNet, exactAmount);
  }
  // From customer, split and sources alone: the same selection has the same key, whatever it costs today.
  const identity = JSON.stringify([customerId, currencyCode, projectId, reference, month, hashOfIds(group, finished).digest()]);
  return {
    key: `invoice:${shortHash(identity)}`,
    customerId,
    currencyCode,
    projectId: projectId || undefined,
    reference: reference || undefined,
    month: month || undefined,
    supplyPeriod,
    lines,
    netAmount: formatCents(net),
    vat: vat.totals,
    vatAmount: formatCents(vat.cents),
    totalAmount: formatCents(net + vat.cents),
    exactNetAmount: formatExact(exactNet),
    roundingDifference: formatExact(subtract(exact(net, 100n), exactNet)),
    isCredit: net + vat.cents < 0n,
    complete,
    sources: lines.flatMap(({ sources }) => sources),
  };
}
