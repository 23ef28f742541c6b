import type { ExportRecord } from '../ports/export-record.ts';
import { attachFiles, type AttachedFile } from './attach-files.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { countOutcomes, reporting } from './report-events.ts';
import { openSession } from './session.ts';

/** Attaches the files of exports that were made before. */
export interface AttachFilesRequest {
  readonly tenantId: string;
  /** Keys of exports of invoices and sales entries, as reports and the export log show them. */
  readonly keys: readonly string[];
  /** Says what would become of each file; reads the documents in Visma and changes nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** What became of the files of one export. */
export interface AttachedExport {
  readonly key: string;
  readonly files: readonly AttachedFile[];
}

/**
 * Attaches the files of the items of exported invoices, and those of booked invoices, to their documents in Visma: for files
 * that failed or were in doubt, and for exports that reconcile finished. Repeatable: a file is attached once. Works whatever
 * the settings `attachFiles` say.
 */
export async function attachToExports(context: ConnectorContext, request: AttachFilesRequest): Promise<readonly AttachedExport[]> {
  const { tenantId, keys, preview = false, signal } = request;
  return reporting(
    context,
    { useCase: 'attachFiles', tenantId, preview },
    async (reporter) => {
      if (!context.parts.source.attachments) {
        throw new ConnectorError('input', 'The time-tracking side has no files to attach.', 'Pass source.attachments to the connector.');
      }
      const session = await openSession(context, tenantId, { preview });
      const records = await context.parts.state.exports.get(session.scope, keys);
      const unknown = keys.filter((key) => !records.some((record) => record.key === key && isDone(record)));
      if (unknown.length > 0) {
        throw new ConnectorError('items-unknown', `These are no exported invoices or sales entries: ${unknown.join(', ')}.`, 'Take the keys from a report or the export log.');
      }
      const exports: AttachedExport[] = [];
      for (const record of records) {
        signal?.throwIfAborted();
        const files = await attachFiles(context, session, record, signal, preview);
        files.forEach((each) => {
          reporter.item(each.name, each.outcome, each.message);
        });
        exports.push({ key: record.key, files });
        reporter.progress('exports', exports.length, records.length);
      }
      return exports;
    },
    (exports) => countOutcomes(exports.flatMap((each) => each.files)),
  );
}

function isDone({ kind, state }: ExportRecord): boolean {
  return kind !== 'customer' && state === 'exported';
}
