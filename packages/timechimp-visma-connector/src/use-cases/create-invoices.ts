import type { LocalDate } from '@x/billing-core';
import type { ExportReport } from '../export/report.ts';
import { createInvoiceDriver } from '../visma/invoice-driver.ts';
import { attachAll, checkFiles, noFiles } from './attach-all.ts';
import type { WorkSelection } from './collect-work.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { unexpectedDocuments, type DocumentExpectation } from './expectation.ts';
import { plannedItem, settleInvoice, type CreateInvoicesReport } from './invoice-report.ts';
import { createNewCustomers } from './new-customers.ts';
import { planDocuments, type PlannedDocument } from './plan-documents.ts';
import { priceWork } from './plan-invoices.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';
import { exportSource } from './source-side.ts';

/** Makes invoices in Visma. */
export interface CreateInvoicesRequest {
  readonly tenantId: string;
  /** Chosen items, of any number of customers, or everything unbilled that fits. */
  readonly select: WorkSelection;
  /** Overrides the settings: leave drafts, or make them final after they compared equal. */
  readonly finish?: 'draft' | 'final';
  /** Overrides the settings' choice of date. */
  readonly invoiceDate?: LocalDate;
  /** Makes invoices also where some of the customer's items have errors and stay out. Default: none for such a customer. */
  readonly allowIncomplete?: boolean;
  /** Makes credit drafts of proposals below zero. Default: they are shown and not made. */
  readonly confirmCredit?: boolean;
  /**
   * The `expect` of a preview: an invoice that would by now differ from what was shown there, or was not shown, is `stale`
   * and not written. Default: whatever is planned now is written.
   */
  readonly expect?: readonly DocumentExpectation[];
  /** Prices, checks and predicts everything and writes nothing, neither in Visma nor here. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Makes invoices in Visma from hours, expenses, trips and terms: prices them, predicts Visma's VAT, creates missing
 * customers, then writes each invoice exactly once through the export protocol: draft, compare, hold or convert, mark
 * the source. What goes wrong with one invoice is its outcome and does not touch the others.
 */
export async function createInvoices(context: ConnectorContext, request: CreateInvoicesRequest): Promise<CreateInvoicesReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'createInvoices', tenantId, preview },
    async (reporter) => {
      if ('refs' in request.select && request.select.refs.length === 0) {
        throw new ConnectorError('input', 'Nothing was chosen.', 'Choose hours, expenses, trips or terms.');
      }
      const session = await openSession(context, tenantId, { preview });
      const priced = await priceWork(context, session, request.select, signal);
      reporter.progress('proposals', priced.proposals.length, priced.proposals.length);
      const planned = await planDocuments(context, session, priced, request);
      const expected = planned.documents.flatMap(({ expectation }) => expectation ?? []);
      const { unexpected, missing } = unexpectedDocuments(expected, request.expect);
      const documents = planned.documents.filter(({ proposal }) => !unexpected.has(proposal.key));
      const wanted = new Set(documents.flatMap(({ isReady, proposal }) => (isReady ? [proposal.customerId] : [])));
      const newCustomers = planned.newCustomers.filter(({ source }) => wanted.has(source.id));
      const problems = [...checkFiles(context, session, 'invoices'), ...missing, ...priced.problems, ...planned.customerProblems];
      problems.forEach((problem) => {
        reporter.warning(problem.code, problem.message);
      });
      const base = { preview, excluded: priced.excluded, problems, expect: expected };
      if (preview) {
        return {
          ...base,
          invoices: planned.documents.map((document) => plannedItem(document, unexpected.get(document.proposal.key))),
          newCustomers: newCustomers.flatMap(({ draft }) =>
            draft ? [{ sourceId: draft.sourceId, name: draft.name, number: draft.number, outcome: 'planned' as const }] : [],
          ),
          alarms: [],
          stopped: null,
        };
      }
      const { created, stopped } = await createNewCustomers(context, session, newCustomers, signal);
      const ids = new Map(created.flatMap((each) => (each.vismaId === undefined ? [] : [[each.sourceId, each.vismaId]])));
      created.forEach((each) => {
        reporter.item(`customer ${each.number} ${each.name}`, each.outcome, each.message);
      });
      const report = stopped
        ? { outcomes: [], alarms: [], stopped }
        : await write(context, session, documents, ids, signal, (done, total) => {
            reporter.progress('invoices', done, total);
          });
      const files = session.settings.invoices.attachFiles ? await attachAll(context, session, report, signal) : noFiles;
      const invoices = planned.documents.map((document) => ({
        ...settleInvoice(document, report, ids, created, unexpected.get(document.proposal.key)),
        files: files.get(document.proposal.key) ?? [],
      }));
      invoices.forEach((each) => {
        reporter.item(`${each.customer.name} ${each.totalAmount} ${each.currencyCode}`, each.outcome, each.reason?.message, each.how);
        each.files.forEach((file) => {
          reporter.item(file.name, file.outcome, file.message);
        });
      });
      report.alarms.forEach((alarm) => {
        reporter.warning(alarm.code, alarm.message);
      });
      return { ...base, invoices, newCustomers: created, alarms: report.alarms, stopped: report.stopped };
    },
    (report) => countOutcomes(report.invoices),
  );
}

async function write(
  context: ConnectorContext,
  session: Session,
  documents: readonly PlannedDocument[],
  newIds: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
  progress: (done: number, total: number) => void,
): Promise<ExportReport> {
  const plans = documents.flatMap((document) => {
    const customerId = document.customer.id ?? newIds.get(document.proposal.customerId);
    return document.isReady && customerId !== undefined ? [document.plan(customerId)] : [];
  });
  let done = 0;
  return context.engine(session.protocol).run({
    scope: session.scope,
    source: exportSource(context, session),
    guard: (stop) => session.guard(stop),
    signal,
    driver: createInvoiceDriver(session.client, session.memory),
    plans,
    onOutcome: () => {
      done += 1;
      progress(done, plans.length);
    },
  });
}
