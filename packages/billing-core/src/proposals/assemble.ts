import { compareIds, compareText } from '../identity/compare-ids.ts';
import { groupBy } from '../lists/group-by.ts';
import type { InvoiceProposal } from '../model/proposal.ts';
import { error, type Issue, type Report } from '../problems/issue.ts';
import type { ProblemLog } from '../problems/problem-log.ts';
import { type Bucket, compareByDate, type ProposalGroup } from './bucket.ts';
import { type Draft, draftOf } from './draft.ts';
import { printExactly } from './exact-lines.ts';
import { KIND_ORDER } from './kind-order.ts';
import { articleFor, lineOf } from './line.ts';
import { type FinishedLine, proposalOf } from './proposal.ts';
import type { Settings } from './settings.ts';

interface Admitted {
  readonly draft: Draft;
  readonly articleId: string;
  readonly report: Report;
}

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
function compareLines({ draft: { start: a } }: Admitted, { draft: { start: b } }: Admitted): number {
  return (a.kind === b.kind ? 0 : KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)) || compareByDate(a, b);
}

/** Visma takes amounts up to 99,999,999.99, of a line and of an invoice. */
function fitsVisma({ lines, totalAmount }: InvoiceProposal): boolean {
  return [totalAmount, ...lines.flatMap(({ amount, unitPrice }) => [amount, unitPrice])].every((text) => text.replace(/^-|\..*/g, '').length <= 8);
}

/**
 * From lines to be to proposals, in a stable order, one after the other. `blocked` holds the invoices that an
 * error kept entries off, and gets those of lines that are refused here.
 */
export function assemble(
  buckets: readonly Bucket[],
  settings: Settings,
  log: ProblemLog,
  blocked: Set<ProposalGroup>,
): readonly InvoiceProposal[] {
  const groups = groupBy(buckets, ({ group }) => group);
  return [...groups].sort(([a], [b]) => compareGroups(a, b)).flatMap(([group, lines]): InvoiceProposal[] => {
    const admitted: Admitted[] = [];
    for (const bucket of lines) {
      const report = (issue: Issue): void => {
        log.add(issue, bucket.sources);
        if (issue.severity === 'error') blocked.add(group);
      };
      const draft = draftOf(bucket, settings);
      const articleId = articleFor(draft, settings, report);
      if (articleId !== undefined) admitted.push({ draft, articleId, report });
    }
    if (admitted.length === 0) return [];
    admitted.sort(compareLines);
    printExactly(admitted.map(({ draft }) => draft));
    const finished = admitted.flatMap(({ draft, articleId, report }): FinishedLine[] => {
      const { bucket, exactAmount, printed } = draft;
      if (printed === undefined) return [];
      const line = lineOf(draft, articleId, printed, settings, report);
      return [{ line, cents: printed.cents, vat: bucket.first.vat, exactAmount, hash: bucket.hash }];
    });
    const proposal = proposalOf(group, finished, !blocked.has(group));
    if (fitsVisma(proposal)) return [proposal];
    log.add(error('amount-too-large', `A total of ${proposal.totalAmount} is more than Visma takes.`), proposal.sources);
    return [];
  });
}
