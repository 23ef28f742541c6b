import type { ExportRecord } from '../ports/export-record.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** The exports of these keys. Throws a `ConnectorError` that names the unknown ones; those of another tenant are. */
export async function knownExports(context: ConnectorContext, session: Session, keys: readonly string[]): Promise<readonly ExportRecord[]> {
  const records = await context.parts.state.exports.get(session.scope, keys);
  const known = new Set(records.map((record) => record.key));
  const unknown = keys.filter((key) => !known.has(key));
  if (unknown.length > 0) {
    throw new ConnectorError('items-unknown', `These exports do not exist: ${unknown.join(', ')}.`, 'Take the keys from a report or the export log.');
  }
  return records;
}
