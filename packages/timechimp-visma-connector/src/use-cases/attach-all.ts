import type { ExportReport } from '../export/report.ts';
import { attachFiles, type AttachedFile } from './attach-files.ts';
import type { ConnectorContext } from './context.ts';
import { warning, type Problem } from './problem.ts';
import type { Session } from './session.ts';

/** Files by the key of their export. */
export type FilesByExport = ReadonlyMap<string, readonly AttachedFile[]>;

/** Where no files are wanted. */
export const noFiles: FilesByExport = new Map();

/** Attaches the files of what a run exported. The documents are done by then and nothing here changes them. */
export async function attachAll(
  context: ConnectorContext,
  session: Session,
  { outcomes }: ExportReport,
  signal: AbortSignal | undefined,
): Promise<FilesByExport> {
  const files = new Map<string, readonly AttachedFile[]>();
  for (const { key, outcome, record } of outcomes) {
    if (record && (outcome === 'exported' || outcome === 'already-exported') && signal?.aborted !== true) {
      files.set(key, await attachFiles(context, session, record, signal));
    }
  }
  return files;
}

/** Warns where files are wanted, and the time-tracking side has none to give. */
export function checkFiles({ parts }: ConnectorContext, { settings }: Session, part: 'invoices' | 'salesEntries'): Problem[] {
  return settings[part].attachFiles && !parts.source.attachments
    ? [warning('attachments-unavailable', `${part}.attachFiles`, 'Files are to be attached, but the time-tracking side gives none.', 'Pass source.attachments to the connector, or switch the setting off.')]
    : [];
}
