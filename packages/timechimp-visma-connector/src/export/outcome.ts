import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import type { ExportOutcome, OutcomeName } from './report.ts';

/** The outcome that a record's state stands for. */
export function outcomeOf(record: ExportRecord): ExportOutcome {
  const outcome = nameOf(record);
  const how = outcome === 'exported' ? record.how : undefined;
  return { key: record.key, outcome, ...(how !== undefined && { how }), reason: record.reason, record };
}

/** An outcome of something that was not tried, with why. */
export function skipped(key: string, reason: ExportReason, record: ExportRecord | null = null): ExportOutcome {
  return { key, outcome: 'skipped', reason, record };
}

function nameOf(record: ExportRecord): OutcomeName {
  switch (record.state) {
    case 'exported':
    case 'written':
      return 'exported';
    case 'rejected':
      return 'rejected';
    case 'stale':
      return 'stale';
    case 'undone':
      return 'undone';
    case 'held':
    case 'draft-missing':
      return 'held';
    case 'claimed':
    case 'released':
    case 'not-written':
      return 'skipped';
    case 'writing':
    case 'in-doubt':
    case 'stored':
    case 'converting':
    case 'undoing':
    case 'replacing':
      return 'in-doubt';
  }
}
