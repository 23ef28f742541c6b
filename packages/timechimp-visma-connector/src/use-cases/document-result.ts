import type { ExportOutcome, ExportReport } from '../export/report.ts';
import type { Difference, ExportDocuments, ExportKind, ExportReason } from '../ports/export-record.ts';
import { likelyCause } from '../visma/likely-cause.ts';
import type { CreatedCustomer } from './new-customers.ts';

/** What reports say of one document, whatever its kind. */
export interface DocumentResult {
  /** Of an exported one: whether its document was written now, or found in Visma and adopted. */
  readonly how?: 'written' | 'adopted';
  readonly documents: ExportDocuments;
  readonly reason: ExportReason | null;
  /** Both figures side by side, for a held document; for a stale one what was expected and what it would be now. */
  readonly differences: readonly Difference[];
  /** What the differences most likely come from. */
  readonly likelyCause?: string;
}

/** The result of a document that was tried. */
export function documentResult({ how, record, reason }: ExportOutcome, kind: ExportKind): DocumentResult {
  const differences = record?.differences ?? [];
  const cause = likelyCause(differences, kind);
  return {
    ...(how === undefined ? {} : { how }),
    documents: record?.documents ?? {},
    reason,
    differences,
    ...(cause === undefined ? {} : { likelyCause: cause }),
  };
}

/** Why a document that was ready was not tried: its customer could not be created, or the run ended before it. */
export function whyNotTried(customerId: string, created: readonly CreatedCustomer[], report: ExportReport): ExportReason | null {
  const failed = created.find((each) => each.sourceId === customerId && each.vismaId === undefined);
  return failed
    ? { code: 'customer-not-created', message: failed.message ?? `Customer ${failed.name} was not created (${failed.outcome}).` }
    : report.stopped;
}
