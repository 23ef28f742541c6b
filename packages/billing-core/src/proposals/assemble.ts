import { compareIds, compareText } from '../identity/compare-ids.ts';
import { groupBy } from '../lists/group-by.ts';
import type { InvoiceProposal, LineSource } from '../model/proposal.ts';
import type { Issue } from '../problems/issue.ts';
import type { ProblemLog } from '../problems/problem-log.ts';
import type { PrintedLine } from '../rounding/printed-line.ts';
import { type Bucket, compareByDate, type ProposalGroup } from './bucket.ts';
import { type Draft, draftOf } from './draft.ts';
import { printExactly } from './exact-lines.ts';
import { KIND_ORDER } from './kind-order.ts';
import { admit, lineOf } from './line.ts';
import { type FinishedLine, proposalOf } from './proposal.ts';
import type { Settings } from './settings.ts';

interface Admitted {
  readonly draft: Draft;
  readonly firstSource: LineSource;
  readonly articleId: string;
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
function compareLines({ firstSource: a }: Admitted, { firstSource: b }: Admitted): number {
  return (a.kind === b.kind ? 0 : KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)) || compareByDate(a, b);
}

/** The printed figures of an invoice's lines: each its own, or (`exact`) shared out per VAT kind and rate. */
function printAll(lines: readonly Admitted[]): ReadonlyMap<Draft, PrintedLine> {
  const printed = new Map<Draft, PrintedLine>();
  const open = lines.map(({ draft }) => draft).filter((draft) => draft.printed === undefined);
  for (const { draft } of lines) if (draft.printed) printed.set(draft, draft.printed);
  for (const drafts of groupBy(open, ({ bucket }) => bucket.first.vat.key).values()) {
    printExactly(drafts).forEach((line, index) => {
      const draft = drafts[index];
      if (draft) printed.set(draft, line);
    });
  }
  return printed;
}

/**
 * From lines to be to proposals, in a stable order. `blocked` holds the keys of invoices that an error kept entries off,
 * and gets those of lines that are refused here.
 */
export function assemble(
  buckets: readonly Bucket[],
  settings: Settings,
  log: ProblemLog,
  blocked: Set<string>,
): readonly InvoiceProposal[] {
  const reportFor = (bucket: Bucket) => (issue: Issue): void => {
    log.add(issue, bucket.sources);
    if (issue.severity === 'error') blocked.add(bucket.group.key);
  };
  const admitted: Admitted[] = [];
  for (const bucket of buckets) {
    const draft = draftOf(bucket, settings);
    const articleId = admit(draft, settings, reportFor(bucket));
    if (articleId !== undefined) admitted.push({ draft, articleId, firstSource: bucket.sources[0] });
  }
  const groups = groupBy(admitted, ({ draft }) => draft.bucket.group);
  return [...groups].sort(([a], [b]) => compareGroups(a, b)).map(([group, lines]) => {
    const printed = printAll(lines.sort(compareLines));
    const finished = lines.flatMap(({ draft, articleId }): FinishedLine[] => {
      const figures = printed.get(draft);
      if (figures === undefined) return [];
      const line = lineOf(draft, articleId, figures, settings, reportFor(draft.bucket));
      return [{ line, cents: figures.cents, vat: draft.bucket.first.vat, exactAmount: draft.exactAmount, hash: draft.bucket.hash }];
    });
    return proposalOf(group, finished, !blocked.has(group.key));
  });
}
