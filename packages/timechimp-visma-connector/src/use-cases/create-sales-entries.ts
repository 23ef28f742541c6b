import type { Invoice } from '@x/billing-core';
import type { ExportReport } from '../export/report.ts';
import { createSalesEntryDriver } from '../visma/sales-entry-driver.ts';
import { attachAll, checkFiles, noFiles } from './attach-all.ts';
import { isCanaryDone, rememberCanary } from './canary.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { unexpectedDocuments, type DocumentExpectation } from './expectation.ts';
import { createNewCustomers } from './new-customers.ts';
import { planEntries } from './plan-entries.ts';
import { error } from './problem.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { plannedEntry, settleEntry, type CreateSalesEntriesReport } from './sales-entry-report.ts';
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
      const problems = [...checkFiles(context, session, 'salesEntries'), ...sourceProblems(), ...missing, ...planned.problems];
      problems.forEach((problem) => {
        reporter.warning(problem.code, problem.message);
      });
      const base = { preview, problems, expect: expected };
      if (preview) {
        return {
          ...base,
          entries: planned.entries.map((entry) => plannedEntry(entry, unexpected.get(entry.key))),
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
      const files = session.settings.salesEntries.attachFiles ? await attachAll(context, session, report, signal) : noFiles;
      const entries = planned.entries.map((entry) => ({
        ...settleEntry(entry, report, ids, created, unexpected.get(entry.key)),
        files: files.get(entry.key) ?? [],
      }));
      entries.forEach((each) => {
        reporter.item(`invoice ${each.number}`, each.outcome, each.reason?.message ?? each.problems[0]?.message, each.how);
        each.files.forEach((file) => {
          reporter.item(file.name, file.outcome, file.message);
        });
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
