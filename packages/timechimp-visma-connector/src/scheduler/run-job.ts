import type { Connector } from '../connector.ts';
import type { ExportReason } from '../ports/export-record.ts';
import { ConnectorError } from '../use-cases/connector-error.ts';
import type { Problem } from '../use-cases/problem.ts';
import { countOutcomes } from '../use-cases/report-events.ts';
import { failureOfError, failureOfStop, type JobFailure } from './job-failure.ts';
import type { TenantJob } from './tenant-job.ts';

/** What a job did, kept with it. Amounts and names are in the connector's events and its export log, not here. */
export interface JobReport {
  /** How often each outcome occurred. */
  readonly counts: Readonly<Record<string, number>>;
  /** The first problems of a run that has any. */
  readonly problems: readonly Pick<Problem, 'code' | 'severity' | 'message' | 'remedy'>[];
  /** Why there was nothing to do. */
  readonly skipped?: string;
}

/** What came of running a job. */
export type JobOutcome =
  | { readonly status: 'completed'; readonly report: JobReport }
  | { readonly status: 'failed'; readonly failure: JobFailure };

const keptProblems = 20;

/** Runs one job. Never throws. */
export async function runJob(connector: Connector, job: TenantJob, signal: AbortSignal): Promise<JobOutcome> {
  try {
    const { stopped, ...report } = await perform(connector, job, signal);
    return stopped ? { status: 'failed', failure: failureOfStop(stopped) } : { status: 'completed', report };
  } catch (error) {
    if (error instanceof ConnectorError && error.code === 'not-connected' && (job.kind === 'import' || job.kind === 'reconcile')) {
      return { status: 'completed', report: { counts: {}, problems: [], skipped: error.message } };
    }
    return { status: 'failed', failure: failureOfError(error) };
  }
}

type Performed = JobReport & { readonly stopped: ExportReason | null };

async function perform(connector: Connector, job: TenantJob, signal: AbortSignal): Promise<Performed> {
  const { tenantId } = job;
  switch (job.kind) {
    case 'import': {
      const report = await connector.importCustomers({ tenantId, signal });
      return { counts: countOutcomes(report.customers), problems: [], stopped: null };
    }
    case 'reconcile': {
      const report = await connector.reconcile({ tenantId, signal });
      const problems = report.alarms.map(({ code, message }) => ({ code, severity: 'warning' as const, message, remedy: '' }));
      return { counts: countOutcomes(report.outcomes), problems: problems.slice(0, keptProblems), stopped: report.stopped };
    }
    case 'createInvoices': {
      const report = await connector.createInvoices({ ...job.request, tenantId, signal });
      return { counts: countOutcomes(report.invoices), problems: brief(report.problems), stopped: report.stopped };
    }
    case 'createSalesEntries': {
      const report = await connector.createSalesEntries({ ...job.request, tenantId, signal });
      return { counts: countOutcomes(report.entries), problems: brief(report.problems), stopped: report.stopped };
    }
  }
}

function brief(problems: readonly Problem[]): JobReport['problems'] {
  return problems.slice(0, keptProblems).map(({ code, severity, message, remedy }) => ({ code, severity, message, remedy }));
}
