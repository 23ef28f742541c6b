import { compareIds, compareText } from '../identity/compare-ids.ts';
import type { InvoiceProposal } from '../model/proposal.ts';
import { error } from '../problems/issue.ts';
import type { ProblemLog } from '../problems/problem-log.ts';
import { amountsFinder, fitsVisma } from './amounts.ts';
import type { ProposalGroup } from './bucket.ts';
import { type Draft, printExactly } from './exact-lines.ts';
import { KIND_ORDER } from './kind-order.ts';
import { articleFor, finishedLine, type LineReport } from './line.ts';
import { proposalOf } from './proposal.ts';
import type { Settings } from './settings.ts';

function compareGroups(a: ProposalGroup, b: ProposalGroup): number {
  return (
    compareIds(a.customerId, b.customerId) ||
    compareText(a.currencyCode, b.currencyCode) ||
    compareIds(a.projectId, b.projectId) ||
    compareText(a.reference, b.reference) ||
    compareText(a.month, b.month)
  );
}

/** Lines by kind, then by their first entry: neither prices nor texts move a line. */
function compareLines({ bucket: a }: Draft, { bucket: b }: Draft): number {
  return KIND_ORDER.indexOf(a.first.kind) - KIND_ORDER.indexOf(b.first.kind) || a.day - b.day || compareIds(a.sources[0].id, b.sources[0].id);
}

/** From invoices to be to proposals, in a stable order, one after the other. An invoice that lines are kept off here is not complete. */
export function assemble(groups: readonly ProposalGroup[], settings: Settings, log: ProblemLog): readonly InvoiceProposal[] {
  const amountsOf = amountsFinder(settings);
  return groups.toSorted(compareGroups).flatMap((group): InvoiceProposal[] => {
    const report: LineReport = (issue, bucket) => {
      log.add(issue, bucket.sources);
      if (issue.severity === 'error') group.complete = false;
    };
    const drafts: Draft[] = [];
    for (const bucket of group.lines) {
      const amounts = amountsOf(bucket);
      const articleId = articleFor(bucket, amounts, settings, report);
      if (articleId !== undefined) drafts.push({ bucket, articleId, amounts, figures: amounts.figures });
    }
    if (drafts.length === 0) return [];
    drafts.sort(compareLines);
    printExactly(drafts);
    const finished = drafts.flatMap((draft) => (draft.figures ? finishedLine(draft, draft.figures, settings, report) : []));
    const proposal = proposalOf(group, finished);
    if (fitsVisma(proposal.totalAmount) && drafts.every(({ figures }) => figures?.fits)) return [proposal];
    log.add(error('amount-too-large', `A total of ${proposal.totalAmount} is more than Visma takes.`), proposal.sources);
    return [];
  });
}
