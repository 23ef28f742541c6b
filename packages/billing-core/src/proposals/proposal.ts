import { add, exact, type Exact, subtract, ZERO } from '../decimal/exact.ts';
import { formatCents, formatExact } from '../decimal/format.ts';
import { SetHash, shortHash } from '../identity/set-hash.ts';
import type { InvoiceLine, InvoiceProposal } from '../model/proposal.ts';
import type { ProposalGroup } from './bucket.ts';
import type { TaxedCents } from './vat-totals.ts';
import { vatTotals } from './vat-totals.ts';

/** A line with the figures that its texts stand for. */
export interface FinishedLine extends TaxedCents {
  readonly line: InvoiceLine;
  readonly exactAmount: Exact;
  readonly hash: SetHash;
}

/** From customer, split and sources alone: the same selection has the same key, whatever it costs today. */
function keyOf(group: ProposalGroup, finished: readonly FinishedLine[]): string {
  const sources = new SetHash();
  for (const { hash } of finished) sources.merge(hash);
  const { customerId, currencyCode, projectId, reference, month } = group;
  const identity = JSON.stringify([customerId, currencyCode, projectId, reference, month, sources.digest()]);
  return `invoice:${shortHash(identity)}`;
}

/** Adds up the lines of one invoice. */
export function proposalOf(group: ProposalGroup, finished: readonly FinishedLine[], complete: boolean): InvoiceProposal {
  const lines = finished.map(({ line }) => line);
  const net = finished.reduce((all, { cents }) => all + cents, 0n);
  const exactNet = finished.map(({ exactAmount }) => exactAmount).reduce(add, ZERO);
  const vat = vatTotals(finished);
  const supplyPeriod = { from: lines[0]?.period.from ?? '', to: '' };
  for (const { period: { from, to } } of lines) {
    if (from < supplyPeriod.from) supplyPeriod.from = from;
    if (to > supplyPeriod.to) supplyPeriod.to = to;
  }
  return {
    key: keyOf(group, finished),
    customerId: group.customerId,
    currencyCode: group.currencyCode,
    projectId: group.projectId || undefined,
    reference: group.reference || undefined,
    month: group.month || undefined,
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
