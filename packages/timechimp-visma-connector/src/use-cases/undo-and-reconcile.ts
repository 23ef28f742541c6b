import type { DocumentDriver } from '../export/driver.ts';
import { outcomeOf } from '../export/outcome.ts';
import type { ExportOutcome, ExportReport } from '../export/report.ts';
import { liveStates, type ExportDocuments, type ExportState } from '../ports/export-record.ts';
import { createCustomerDriver } from '../visma/customer-driver.ts';
import { createInvoiceDriver } from '../visma/invoice-driver.ts';
import { createSalesEntryDriver } from '../visma/sales-entry-driver.ts';
import type { ConnectorContext } from './context.ts';
import { knownExports } from './known-exports.ts';
import { previewSettle } from './preview-settle.ts';
import { allPages } from './pages.ts';
import { linkFinished, writeNumbersBack } from './link-created.ts';
import { countOutcomes, reporting, type Reporter } from './report-events.ts';
import { openSession, type Session } from './session.ts';
import { exportSource } from './source-side.ts';

/** Takes exports back. */
export interface UndoRequest {
  readonly tenantId: string;
  /** Keys of exports, as reports and the export log show them. */
  readonly keys: readonly string[];
  /** Who asks for it and why: kept in the history. */
  readonly by: string;
  readonly note: string;
  /** Says what would be taken back and does nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** An operator's decision about an export that is held, in doubt or whose draft is missing. */
export interface SettleRequest {
  readonly tenantId: string;
  readonly key: string;
  /** `recheck`: compare again. `exported`: Visma has it. `not-exported`: Visma does not have it (any more). */
  readonly as: 'recheck' | 'exported' | 'not-exported';
  readonly documents?: ExportDocuments;
  readonly by: string;
  readonly note: string;
  /** Says what the decision would do, by our own ledger: Visma is not asked and nothing is changed. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Takes exports back: a draft is deleted, a final invoice voided where Visma allows it, and the recorded statuses are
 * restored. A sales entry cannot be taken back; its outcome names the booking and what to do instead.
 */
export async function undo(context: ConnectorContext, request: UndoRequest): Promise<ExportReport> {
  const { tenantId, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'undo', tenantId, preview },
    async (reporter) => {
      const session = await openSession(context, tenantId, { preview });
      const records = await knownExports(context, session, request.keys);
      const report: { outcomes: ExportOutcome[]; alarms: ExportReport['alarms'][number][]; stopped: ExportReport['stopped'] } = { outcomes: [], alarms: [], stopped: null };
      for (const driver of drivers(session)) {
        const keys = records.filter((record) => record.kind === driver.kind).map((record) => record.key);
        if (keys.length > 0 && !report.stopped) {
          const part = await context.engine(session.protocol).undo({
            ...engineContext(context, session, signal),
            driver,
            keys,
            by: request.by,
            note: request.note,
            preview,
          });
          report.outcomes.push(...part.outcomes);
          report.alarms.push(...part.alarms);
          report.stopped = part.stopped;
        }
      }
      report.outcomes.forEach((each) => {
        reporter.item(each.key, each.outcome, each.reason?.message);
      });
      report.alarms.forEach((alarm) => {
        reporter.warning(alarm.code, alarm.message);
      });
      return report;
    },
    (report) => countOutcomes(report.outcomes),
  );
}

/** States in which an export holds items and is not done. */
const notExported: readonly ExportState[] = liveStates.filter((state) => state !== 'exported');

/** Looks after everything that is not finished. */
export interface ReconcileRequest {
  readonly tenantId: string;
  /** Reports what is not finished, as it stands in our own ledger: Visma is not asked and nothing is changed. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** Finishes or reports what crashes, lost answers and people left behind. Repeatable at any time. */
export async function reconcile(context: ConnectorContext, request: ReconcileRequest): Promise<ExportReport> {
  const { tenantId, preview = false } = request;
  return reporting(
    context,
    { useCase: 'reconcile', tenantId, preview },
    async (reporter) => {
      const session = await openSession(context, tenantId, { preview });
      if (preview) {
        const unfinished = await allPages((page) => context.parts.state.exports.list(session.scope, { states: notExported, ...page }));
        return { outcomes: unfinished.map((record) => outcomeOf(record)), alarms: [], stopped: null };
      }
      const report = await context.engine(session.protocol).reconcile({
        ...engineContext(context, session, request.signal),
        drivers: drivers(session),
      });
      await linkFinished(context, session, report.outcomes);
      report.outcomes.forEach((each) => {
        reporter.item(each.key, each.outcome, each.reason?.message, each.how);
      });
      report.alarms.forEach((alarm) => {
        reporter.warning(alarm.code, alarm.message);
      });
      const isStopped = report.stopped !== null || request.signal?.aborted === true;
      for (const { name, number } of isStopped ? [] : await writeNumbersBack(context, session, request.signal)) {
        reporter.warning('number-not-written', `The number ${number} of ${name} is in Visma, and could not be written back; the next reconcile tries again.`);
      }
      return report;
    },
    (report) => countOutcomes(report.outcomes),
  );
}

/** Settles one export by an operator's hand, with a note that stays in its history. */
export function settle(context: ConnectorContext, request: SettleRequest): Promise<ExportOutcome> {
  return reporting(
    context,
    { useCase: 'settle', tenantId: request.tenantId, preview: request.preview },
    (reporter) => settleOne(context, request, reporter),
    ({ outcome }) => ({ [outcome]: 1 }),
  );
}

async function settleOne(context: ConnectorContext, request: SettleRequest, reporter: Reporter): Promise<ExportOutcome> {
  const session = await openSession(context, request.tenantId, { preview: request.preview });
  const records = await knownExports(context, session, [request.key]);
  if (request.preview === true && records[0]) {
    return previewSettle(records[0], request, context.parts.clock.now());
  }
  const driver = drivers(session).find((each) => each.kind === records[0]?.kind);
  if (!driver) {
    throw new TypeError('Every kind of export has a driver.');
  }
  const outcome = await context.engine(session.protocol).settle({
    ...engineContext(context, session, request.signal),
    driver,
    key: request.key,
    as: request.as,
    ...(request.documents ? { documents: request.documents } : {}),
    by: request.by,
    note: request.note,
    onAlarm: ({ code, message }) => {
      reporter.warning(code, message);
    },
  });
  await linkFinished(context, session, [outcome]);
  return outcome;
}

/** One driver per kind of document. */
export function drivers(session: Session): readonly DocumentDriver[] {
  const { client, memory } = session;
  return [
    createCustomerDriver(client, memory),
    createInvoiceDriver(client, memory),
    createSalesEntryDriver(client, memory),
  ];
}

function engineContext(context: ConnectorContext, session: Session, signal: AbortSignal | undefined) {
  return { scope: session.scope, source: exportSource(context, session), guard: (stop?: AbortSignal) => session.guard(stop), signal };
}
