import { compareIds, compareText } from '../identity/compare-ids.ts';
import { groupBy } from '../lists/group-by.ts';
import type { InvoiceProposal } from '../model/proposal.ts';
import type { Issue } from '../problems/issue.ts';
import type { ProblemLog } from '../problems/problem-log.ts';
import type { PrintedLine } from '../rounding/printed-line.ts';
import type { Bucket, ProposalGroup } from './bucket.ts';
import { type Draft, draftOf } from './draft.ts';
import { printExactly } from './exact-lines.ts';
import { KIND_ORDER } from './kind-order.ts';
import { admit, lineOf } from './line.ts';
import { type FinishedLine, proposalOf } from './proposal.ts';
import type { Settings } from './settings.ts';

interface Admitted {
  readonly draft: Draft;
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
function compareDrafts({ draft: a }: Admitted, { draft: b }: Admitted): number {
  const [x] = a.bucket.sources;
  const [y] = b.bucket.sources;
  if (x === undefined || y === undefined) return 0;
  return (
    KIND_ORDER.indexOf(x.kind) - KIND_ORDER.indexOf(y.kind) ||
    compareText(x.date, y.date) ||
    compareIds(x.id, y.id)
  );
}

/** The printed figures of an invoice's lines: each its own, or (`exact`) shared out per VAT kind and rate. */
function printAll(lines: readonly Admitted[]): ReadonlyMap<Draft, PrintedLine> {
  const printed = new Map<Draft, PrintedLine>();
  const open = lines.map(({ draft }) => draft).filter((draft) => draft.printed === undefined);
  for (const { draft } of lines) if (draft.printed) printed.set(draft, draft.printed);
  for (const drafts of groupBy(open, ({ bucket: { first } }) => `${first.vat.kind} ${first.vat.rate}`).values()) {
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
    if (articleId !== undefined) admitted.push({ draft, articleId });
  }
  const groups = groupBy(admitted.sort(compareDrafts), ({ draft }) => draft.bucket.group);
  return [...groups].sort(([a], [b]) => compareGroups(a, b)).map(([group, lines]) => {
    const printed = printAll(lines);
    const finished = lines.flatMap(({ draft, articleId }): FinishedLine[] => {
      const figures = printed.get(draft);
      if (figures === undefined) return [];
      const line = lineOf(draft, articleId, figures, settings, reportFor(draft.bucket));
      return [{ line, cents: figures.cents, vat: draft.bucket.first.vat, exactAmount: draft.exactAmount, hash: draft.bucket.hash }];
    });
    return proposalOf(group, finished, !blocked.has(group.key));
  });
}
