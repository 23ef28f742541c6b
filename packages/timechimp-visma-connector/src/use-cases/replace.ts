import type { InvoiceProposal, LocalDate } from '@x/billing-core';
import { skipped } from '../export/outcome.ts';
import type { ExportPlan } from '../export/plan.ts';
import type { ExportAlarm, ExportOutcome } from '../export/report.ts';
import { whyNot } from '../export/work.ts';
import type { Difference, ExportReason } from '../ports/export-record.ts';
import { createInvoiceDriver } from '../visma/invoice-driver.ts';
import type { DocumentTotals } from '../visma/document-totals.ts';
import { openPayload } from '../visma/payloads.ts';
import { attachFiles, type AttachedFile } from './attach-files.ts';
import type { ConnectorContext } from './context.ts';
import { documentResult, type DocumentResult } from './document-result.ts';
import { invoiceChanges, unexpectedDocuments, type DocumentExpectation, type Unexpected } from './expectation.ts';
import { knownExports } from './known-exports.ts';
import { planReplacements, type PlannedReplacement } from './plan-replacement.ts';
import type { Problem } from './problem.ts';
import { countOutcomes, reporting, type Reporter } from './report-events.ts';
import { openSession, type Session } from './session.ts';
import { exportSource } from './source-side.ts';

/** Replaces open drafts by new ones. */
export interface ReplaceRequest {
  readonly tenantId: string;
  /** Keys of exports, as reports and the export log show them. */
  readonly keys: readonly string[];
  /** Who asks for it and why: kept in the history. */
  readonly by: string;
  readonly note: string;
  /** Overrides the settings' choice of date. */
  readonly invoiceDate?: LocalDate;
  /** Replaces also where the new proposal is below zero. */
  readonly confirmCredit?: boolean;
  /** The `expect` of a preview: a draft that would by now become another one than was shown there is left as it is. */
  readonly expect?: readonly DocumentExpectation[];
  /** Says what would be replaced by what and changes nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** What became of one draft. */
export interface ReplacedDraft extends DocumentResult {
  readonly key: string;
  /**
   * `planned` in a preview. `exported`: the new draft stands. `already-exported`: the new one would be the same.
   * `refused`, `skipped`, `stale`: the old draft stands, see the reason and the problems. `in-doubt`: reconcile goes on.
   */
  readonly outcome: 'planned' | 'refused' | ExportOutcome['outcome'];
  /** The new proposal; null where there is none for the same items. */
  readonly proposal: InvoiceProposal | null;
  /** The sums of the new draft as Visma prints them; null where there is no proposal. */
  readonly totals: DocumentTotals | null;
  /** What the new draft changes: dates, texts, rows, totals. */
  readonly changes: readonly Difference[];
  readonly problems: readonly Problem[];
  readonly files: readonly AttachedFile[];
}

/** What a run of `replace` did, or would do. */
export interface ReplaceReport {
  readonly preview: boolean;
  readonly drafts: readonly ReplacedDraft[];
  /** What each draft would be replaced by: the `expect` of the run that does just this. */
  readonly expect: readonly DocumentExpectation[];
  readonly problems: readonly Problem[];
  /** Why the run ended early, if it did; the rest was not tried. */
  readonly stopped: ExportReason | null;
}

/**
 * Replaces open drafts that nobody has worked on by new ones for the same items, priced and worded anew with today's
 * settings; the items stay held and marked all the time. The old draft is deleted and shown to be gone before the new one
 * is written; any doubt leaves the old one. Final invoices and sales entries are refused, and so are drafts whose items
 * would make another invoice by now: those are taken back with `undo` and exported anew.
 */
export async function replace(context: ConnectorContext, request: ReplaceRequest): Promise<ReplaceReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'replace', tenantId, preview },
    async (reporter) => {
      const session = await openSession(context, tenantId, { preview });
      const records = await knownExports(context, session, request.keys);
      const planned = await planReplacements(context, session, records, request, (done, total) => {
        reporter.progress('proposals', done, total);
      });
      const expected = planned.flatMap(({ document }) => document?.expectation ?? []);
      const { unexpected, missing } = unexpectedDocuments(expected, request.expect);
      const problems = [...missing, ...planned.flatMap((each) => each.problems)];
      problems.forEach((problem) => {
        reporter.warning(problem.code, problem.message);
      });
      const drafts: ReplacedDraft[] = [];
      const outcomeOf = preview ? await previewed(context, session, planned, signal) : replacing(context, session, request, reporter);
      let stopped: ExportReason | null = null;
      for (const each of planned) {
        stopped ??= await whyNot({ guard: (stop) => session.guard(stop), signal });
        const draft = await replaceOne(context, session, request, each, unexpected.get(each.record.key), stopped, outcomeOf);
        drafts.push(draft);
        reporter.item(draft.key, draft.outcome, draft.reason?.message ?? draft.problems[0]?.message, draft.how);
        reporter.progress('drafts', drafts.length, planned.length);
      }
      return { preview, drafts, expect: expected, problems, stopped };
    },
    (report) => countOutcomes(report.drafts),
  );
}

async function replaceOne(
  context: ConnectorContext,
  session: Session,
  request: ReplaceRequest,
  planned: PlannedReplacement,
  unexpected: Unexpected | undefined,
  stopped: ExportReason | null,
  outcomeOf: (plan: ExportPlan) => Promise<ExportOutcome>,
): Promise<ReplacedDraft> {
  const { record, document, plan, refusal } = planned;
  const base: ReplacedDraft = {
    key: record.key,
    outcome: 'refused',
    proposal: document?.proposal ?? null,
    totals: document?.totals ?? null,
    changes: plan ? invoiceChanges(openPayload('invoice', record.payload), openPayload('invoice', plan.payload)) : [],
    documents: record.documents,
    reason: refusal,
    differences: [],
    problems: document?.problems ?? planned.problems,
    files: [],
  };
  if (!plan) {
    return base;
  }
  if (unexpected) {
    return { ...base, outcome: 'stale', ...unexpected };
  }
  const outcome = stopped ? skipped(record.key, stopped, record) : await outcomeOf(plan);
  const result = documentResult(outcome, 'invoice');
  const written = outcome.outcome === 'exported' && session.settings.invoices.attachFiles ? outcome.record : null;
  return {
    ...base,
    outcome: outcome.reason?.code === 'preview' ? 'planned' : outcome.outcome,
    ...result,
    documents: outcome.record?.documents ?? record.documents,
    reason: outcome.reason?.code === 'preview' ? null : outcome.reason,
    files: written ? await attachFiles(context, session, written, request.signal) : [],
  };
}

function replacing(context: ConnectorContext, session: Session, { by, note, signal }: ReplaceRequest, reporter: Reporter) {
  const onAlarm = ({ code, message }: ExportAlarm): void => {
    reporter.warning(code, message);
  };
  return (plan: ExportPlan): Promise<ExportOutcome> =>
    context.engine(session.protocol).replace({ ...engineContext(context, session, signal), plan, by, note, onAlarm });
}

/** What a preview says of each plan: asked once for all of them. */
async function previewed(
  context: ConnectorContext,
  session: Session,
  planned: readonly PlannedReplacement[],
  signal: AbortSignal | undefined,
) {
  const plans = planned.flatMap(({ plan }) => plan ?? []);
  const shown = await context.engine(session.protocol).previewReplace({ ...engineContext(context, session, signal), plans });
  const outcomes = new Map(shown.map((outcome) => [outcome.key, outcome]));
  return ({ key }: ExportPlan): Promise<ExportOutcome> =>
    Promise.resolve(outcomes.get(key) ?? skipped(key, { code: 'unknown', message: 'There is no such export.' }));
}

function engineContext(context: ConnectorContext, session: Session, signal: AbortSignal | undefined) {
  return {
    scope: session.scope,
    source: exportSource(context, session),
    guard: (stop?: AbortSignal) => session.guard(stop),
    signal,
    driver: createInvoiceDriver(session.client, session.memory),
  };
}
