import type { ExportRecord } from '../ports/export-record.ts';

/** Another worker has taken the export up: this one must not touch it any more. Never leaves the engine. */
export class StaleWorker extends Error {
  readonly key: string;
  readonly current: ExportRecord | null;

  constructor(key: string, current: ExportRecord | null) {
    super('Another worker has taken this export up.');
    this.key = key;
    this.current = current;
  }
}

/** A failure that the next export would meet too: the run stops. Never leaves the engine. */
export class StopRun extends Error {
  readonly reason: NonNullable<ExportRecord['reason']>;
  /** The record as it was left. */
  readonly record: ExportRecord;

  constructor(record: ExportRecord, reason: NonNullable<ExportRecord['reason']>) {
    super(reason.message);
    this.record = record;
    this.reason = reason;
  }
}
