import { invoiceNumberText, type Invoice, type SalesEntry } from '@x/billing-core';
import type { ExportOutcome, ExportReport } from '../export/report.ts';
import type { Difference, ExportDocuments, ExportReason } from '../ports/export-record.ts';
import { likelyCause } from '../visma/likely-cause.ts';
import { createSalesEntryDriver } from '../visma/sales-entry-driver.ts';
import { isCanaryDone, rememberCanary } from './canary.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { unexpectedDocuments, type DocumentExpectation, type Unexpected } from './expectation.ts';
import { createNewCustomers, type CreatedCustomer } from './new-customers.ts';
import { planEntries, type PlannedEntry } from './plan-entries.ts';
import { error, type Problem } from './problem.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { openSession } from './session.ts';
import { watchSource } from './source-problems.ts';
import { chunks } from './chunks.ts';
import { exportSource } from './source-side.ts';

/** Books sent invoices of the time-tracking side in Visma. */
export interface CreateSalesEntriesRequest {
  readonly tenantId: string;
  readonly invoiceIds: readonly string[];
  /**
   * The `expect` of a preview: an entry that would by now differ from what was shown there, or was not shown, is `stale`
   * and not booked. Default: whatever is planned now is booked.
   */
  readonly expect?: readonly DocumentExpectation[];
  /** Checks everything and books nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** One invoice of the report. */
export interface SalesEntryItem {
  /** Names its export, as the export log, `undo` and `settle` know it. */
  readonly key: string;
  readonly invoiceId: string;
  /** The invoice's full number, as printed. */
  readonly number: string;
  readonly customer: { readonly sourceId: string; readonly name: string; readonly vismaId?: string; readonly isNew: boolean };
  /** `planned` in a preview; `refused` when one of its problems is an error: nothing was sent for it. */
  readonly outcome: 'planned' | 'refused' | ExportOutcome['outcome'];
  /** Of an exported one: whether it was booked now, or found in Visma and adopted. */
  readonly how?: 'written' | 'adopted';
  /** The booking as proposed; null when it could not be made. */
  readonly entry: SalesEntry | null;
  readonly documents: ExportDocuments;
  readonly reason: ExportReason | null;
  readonly differences: readonly Difference[];
  readonly likelyCause?: string;
  readonly problems: readonly Problem[];
}

/** What a run of `createSalesEntries` did, or would do. */
export interface CreateSalesEntriesReport {
  readonly preview: boolean;
  readonly entries: readonly SalesEntryItem[];
  /** What each entry that is ready would be: the `expect` of the run that books just this. */
  readonly expect: readonly DocumentExpectation[];
  readonly newCustomers: readonly CreatedCustomer[];
  readonly problems: readonly Problem[];
  readonly alarms: ExportReport['alarms'];
  readonly stopped: ExportReason | null;
}

/**
 * Books sent invoices as customer ledger items with their vouchers. What was booked cannot be changed or deleted, so
 * each is looked for first, and the first one under new settings goes alone and is read back before the rest follows.
 * Unsent invoices are refused, each by name; customers that Visma lacks are created on the way.
 */
export async function createSalesEntries(
  context: ConnectorContext,
  request: CreateSalesEntriesRequest,
): Promise<CreateSalesEntriesReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'createSalesEntries', tenantId, preview },
    async (reporter) => {
      if (request.invoiceIds.length === 0) {
        throw new ConnectorError('input', 'No invoice was chosen.', 'Choose invoices that were sent.');
      }
      const session = await openSession(context, tenantId, { preview });
      const sourceProblems = watchSource(context, session);
      const invoices = await readInvoices(context, session.scope.sourceAccountId, request.invoiceIds, signal);
      const planned = await planEntries(context, session, invoices, preview, signal);
      const expected = planned.entries.flatMap(({ expectation }) => expectation ?? []);
      const { unexpected, missing } = unexpectedDocuments(expected, request.expect);
      const asExpected = planned.entries.filter(({ key }) => !unexpected.has(key));
      const wanted = new Set(asExpected.flatMap(({ isReady, invoice }) => (isReady ? [invoice.customerId] : [])));
      const newCustomers = planned.newCustomers.filter(({ source }) => wanted.has(source.id));
      const problems = [...sourceProblems(), ...missing, ...planned.problems];
      problems.forEach((problem) => {
        reporter.warning(problem.code, problem.message);
      });
      const base = { preview, problems, expect: expected };
      if (preview) {
        return {
          ...base,
          entries: planned.entries.map((entry) => plannedItem(entry, unexpected.get(entry.key))),
          newCustomers: newCustomers.flatMap(({ draft }) =>
            draft ? [{ sourceId: draft.sourceId, name: draft.name, number: draft.number, outcome: 'planned' as const }] : [],
          ),
          alarms: [],
          stopped: null,
        };
      }
      const { created, stopped } = await createNewCustomers(context, session, newCustomers, signal);
      const ids = new Map(created.flatMap((each) => (each.vismaId === undefined ? [] : [[each.sourceId, each.vismaId]])));
      const plans = asExpected.flatMap((entry) => {
        const customerId = entry.vismaId ?? ids.get(entry.invoice.customerId);
        return entry.isReady && customerId !== undefined ? [entry.plan(customerId)] : [];
      });
      const canary = !(await isCanaryDone(context, session));
      let done = 0;
      const report: ExportReport = stopped
        ? { outcomes: [], alarms: [], stopped }
        : await context.engine(session.protocol).run({
            scope: session.scope,
            source: exportSource(context, session),
            guard: (stop) => session.guard(stop),
            signal,
            driver: createSalesEntryDriver(session.client, session.memory),
            plans,
            canary,
            onOutcome: () => {
              done += 1;
              reporter.progress('sales entries', done, plans.length);
            },
          });
      if ((report.canary ?? null) !== null) {
        await rememberCanary(context, session);
      }
      const entries = planned.entries.map((entry) => settle(entry, report, ids, created, unexpected.get(entry.key)));
      entries.forEach((each) => {
        reporter.item(`invoice ${each.number}`, each.outcome, each.reason?.message ?? each.problems[0]?.message, each.how);
      });
      report.alarms.forEach((alarm) => {
        reporter.warning(alarm.code, alarm.message);
      });
      return { ...base, entries, newCustomers: created, alarms: report.alarms, stopped: report.stopped };
    },
    (report) => countOutcomes(report.entries),
  );
}

async function readInvoices(
  context: ConnectorContext,
  accountId: string,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Invoice[]> {
  const unique = [...new Set(ids)];
  const found = new Map<string, Invoice>();
  for (const some of chunks(unique, 1000)) {
    for (const invoice of await context.parts.source.invoices.get(accountId, some, signal)) {
      found.set(invoice.id, invoice);
    }
  }
  const unknown = unique.filter((id) => !found.has(id));
  if (unknown.length > 0) {
    throw new ConnectorError(
      'items-unknown',
      `These invoices do not exist (any more): ${unknown.join(', ')}.`,
      'Read the list again and choose anew.',
      unknown.map((id) => error('item-unknown', `invoice:${id}`, `There is no invoice ${id}.`, 'Choose anew.')),
    );
  }
  return unique.flatMap((id) => found.get(id) ?? []);
}

function item(entry: PlannedEntry, outcome: SalesEntryItem['outcome']): SalesEntryItem {
  return {
    key: entry.key,
    invoiceId: entry.invoice.id,
    number: invoiceNumberText(entry.invoice),
    customer: {
      sourceId: entry.invoice.customerId,
      name: entry.customerName,
      ...(entry.vismaId === undefined ? {} : { vismaId: entry.vismaId }),
      isNew: entry.vismaId === undefined,
    },
    outcome: entry.isReady ? outcome : 'refused',
    entry: entry.entry,
    documents: {},
    reason: null,
    differences: [],
    problems: entry.problems,
  };
}

function plannedItem(entry: PlannedEntry, unexpected: Unexpected | undefined): SalesEntryItem {
  return unexpected && entry.isReady ? { ...item(entry, 'stale'), ...unexpected } : item(entry, 'planned');
}

function settle(
  entry: PlannedEntry,
  report: ExportReport,
  newIds: ReadonlyMap<string, string>,
  created: readonly CreatedCustomer[],
  unexpected: Unexpected | undefined,
): SalesEntryItem {
  if (unexpected) {
    return plannedItem(entry, unexpected);
  }
  const outcome = report.outcomes.find((each) => each.key === entry.key);
  const plain = item(entry, outcome?.outcome ?? 'skipped');
  const vismaId = entry.vismaId ?? newIds.get(entry.invoice.customerId);
  const withId = vismaId === undefined ? plain : { ...plain, customer: { ...plain.customer, vismaId } };
  if (!entry.isReady) {
    return withId;
  }
  if (!outcome) {
    const failed = created.find((each) => each.sourceId === entry.invoice.customerId && each.vismaId === undefined);
    const reason = failed
      ? { code: 'customer-not-created', message: failed.message ?? `Customer ${failed.name} was not created (${failed.outcome}).` }
      : report.stopped;
    return { ...withId, reason };
  }
  const differences = outcome.record?.differences ?? [];
  const cause = likelyCause(differences, 'sales-entry');
  return {
    ...withId,
    ...(outcome.how === undefined ? {} : { how: outcome.how }),
    documents: outcome.record?.documents ?? {},
    reason: outcome.reason,
    differences,
    ...(cause === undefined ? {} : { likelyCause: cause }),
  };
}

