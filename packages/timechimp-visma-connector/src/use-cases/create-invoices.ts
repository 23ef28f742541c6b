import type { InvoiceProposal, LocalDate } from '@x/billing-core';
import type { ExportOutcome, ExportReport } from '../export/report.ts';
import type { Difference, ExportDocuments, ExportReason } from '../ports/export-record.ts';
import { createInvoiceDriver } from '../visma/invoice-driver.ts';
import { likelyCause } from '../visma/likely-cause.ts';
import { attachFiles, type AttachedFile } from './attach-files.ts';
import type { ExcludedItem, WorkSelection } from './collect-work.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { createNewCustomers, type CreatedCustomer } from './new-customers.ts';
import { planDocuments, type PlannedDocument } from './plan-documents.ts';
import { priceWork } from './plan-invoices.ts';
import { warning, type Problem } from './problem.ts';
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
  /** Prices, checks and predicts everything and writes nothing, neither in Visma nor here. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** One invoice of the report. Amounts are in `currencyCode`. */
export interface InvoiceItem {
  readonly key: string;
  readonly customer: {
    readonly sourceId: string;
    readonly name: string;
    readonly number: string;
    /** Absent while the customer does not exist in Visma. */
    readonly vismaId?: string;
    /** Whether it is, or in a preview would be, created on the way. */
    readonly isNew: boolean;
  };
  readonly finish: 'draft' | 'final';
  /** `planned` in a preview; `refused` when one of its problems is an error: nothing was sent for it. */
  readonly outcome: 'planned' | 'refused' | ExportOutcome['outcome'];
  /** Of an exported one: whether its document was written now, or found in Visma and adopted. */
  readonly how?: 'written' | 'adopted';
  readonly currencyCode: string;
  readonly netAmount: string;
  readonly vatAmount: string;
  readonly totalAmount: string;
  readonly invoiceDate: LocalDate;
  readonly proposal: InvoiceProposal;
  readonly documents: ExportDocuments;
  readonly reason: ExportReason | null;
  /** Both figures side by side, for a held invoice. */
  readonly differences: readonly Difference[];
  /** What the differences most likely come from. */
  readonly likelyCause?: string;
  readonly problems: readonly Problem[];
  /** Files of its items in Visma, where `invoices.attachFiles` is on. */
  readonly files: readonly AttachedFile[];
}

/** What a run of `createInvoices` did, or would do. */
export interface CreateInvoicesReport {
  readonly preview: boolean;
  readonly invoices: readonly InvoiceItem[];
  readonly newCustomers: readonly CreatedCustomer[];
  /** Items left out on purpose: invoiced already, not approved, not billable, on the ignore list, ... */
  readonly excluded: readonly ExcludedItem[];
  /** Everything that keeps items out or deserves a look, all at once. */
  readonly problems: readonly Problem[];
  readonly alarms: ExportReport['alarms'];
  /** Why the run ended early, if it did; the rest was not tried. */
  readonly stopped: ExportReason | null;
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
      const problems = [...checkFiles(context, session), ...priced.problems, ...planned.customerProblems];
      problems.forEach((problem) => {
        reporter.warning(problem.code, problem.message);
      });
      const base = { preview, excluded: priced.excluded, problems };
      if (preview) {
        return {
          ...base,
          invoices: planned.documents.map((document) => item(document, 'planned')),
          newCustomers: planned.newCustomers.flatMap(({ draft }) =>
            draft ? [{ sourceId: draft.sourceId, name: draft.name, number: draft.number, outcome: 'planned' as const }] : [],
          ),
          alarms: [],
          stopped: null,
        };
      }
      const { created, stopped } = await createNewCustomers(context, session, planned.newCustomers, signal);
      const ids = new Map(created.flatMap((each) => (each.vismaId === undefined ? [] : [[each.sourceId, each.vismaId]])));
      created.forEach((each) => {
        reporter.item(`customer ${each.number} ${each.name}`, each.outcome, each.message);
      });
      const report = stopped
        ? { outcomes: [], alarms: [], stopped }
        : await write(context, session, planned.documents, ids, signal, (done, total) => {
            reporter.progress('invoices', done, total);
          });
      const files = await attachAll(context, session, report, signal);
      const invoices = planned.documents.map((document) => ({
        ...settle(document, report, ids, created),
        files: files.get(document.proposal.key) ?? [],
      }));
      invoices.forEach((each) => {
        reporter.item(`${each.customer.name} ${each.totalAmount} ${each.currencyCode}`, each.outcome, each.reason?.message, each.how);
        each.files.forEach((file) => {
          reporter.item(file.name, file.outcome, file.message);
        });
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

/** The files of what was exported in this run, by key. The invoices are done by then and nothing here changes them. */
async function attachAll(
  context: ConnectorContext,
  session: Session,
  report: ExportReport,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly AttachedFile[]>> {
  const files = new Map<string, readonly AttachedFile[]>();
  if (!session.settings.invoices.attachFiles) {
    return files;
  }
  for (const { key, outcome, record } of report.outcomes) {
    if (record && (outcome === 'exported' || outcome === 'already-exported') && signal?.aborted !== true) {
      files.set(key, await attachFiles(context, session, record, signal));
    }
  }
  return files;
}

/** Files are wanted, and the time-tracking side has none to give. */
function checkFiles(context: ConnectorContext, session: Session): Problem[] {
  return session.settings.invoices.attachFiles && !context.parts.source.attachments
    ? [warning('attachments-unavailable', 'invoices.attachFiles', 'Files are to be attached, but the time-tracking side gives none.', 'Pass source.attachments to the connector, or switch the setting off.')]
    : [];
}

function item(document: PlannedDocument, outcome: InvoiceItem['outcome']): InvoiceItem {
  const { proposal, customer } = document;
  return {
    key: proposal.key,
    customer: {
      sourceId: proposal.customerId,
      name: customer.name,
      number: customer.number,
      ...(customer.id === undefined ? {} : { vismaId: customer.id }),
      isNew: customer.id === undefined,
    },
    finish: document.finish,
    outcome: document.isReady ? outcome : 'refused',
    currencyCode: proposal.currencyCode,
    netAmount: proposal.netAmount,
    vatAmount: proposal.vatAmount,
    totalAmount: proposal.totalAmount,
    invoiceDate: document.invoiceDate,
    proposal,
    documents: {},
    reason: null,
    differences: [],
    problems: document.problems,
    files: [],
  };
}

/** The outcome of one invoice; where its customer could not be created, that is the reason. */
function settle(
  document: PlannedDocument,
  report: ExportReport,
  newIds: ReadonlyMap<string, string>,
  created: readonly CreatedCustomer[],
): InvoiceItem {
  const { customerId } = document.proposal;
  const outcome = report.outcomes.find((each) => each.key === document.proposal.key);
  const plain = item(document, outcome?.outcome ?? 'skipped');
  const vismaId = document.customer.id ?? newIds.get(customerId);
  const withId = vismaId === undefined ? plain : { ...plain, customer: { ...plain.customer, vismaId } };
  if (!document.isReady) {
    return withId;
  }
  if (!outcome) {
    const failed = created.find((each) => each.sourceId === customerId && each.vismaId === undefined);
    const reason = failed
      ? { code: 'customer-not-created', message: failed.message ?? `Customer ${failed.name} was not created (${failed.outcome}).` }
      : report.stopped;
    return { ...withId, reason };
  }
  const differences = outcome.record?.differences ?? [];
  const cause = likelyCause(differences, 'invoice');
  return {
    ...withId,
    ...(outcome.how === undefined ? {} : { how: outcome.how }),
    documents: outcome.record?.documents ?? {},
    reason: outcome.reason,
    differences,
    ...(cause === undefined ? {} : { likelyCause: cause }),
  };
}
