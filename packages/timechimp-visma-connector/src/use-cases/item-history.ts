import { isLive, type ExportRecord, type ExportedSource } from '../ports/export-record.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import type { ItemMark } from '../ports/link-store.ts';
import { defaultSettings, settingsSchema } from '../settings/settings.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { exportedDocuments, exportSentence, type ExportedDocument } from './export-sentence.ts';

/** Asks what happened to one item: an hour, an expense, a trip, a term, an invoice, or a customer. */
export interface ItemHistoryRequest {
  readonly tenantId: string;
  readonly item: ItemRef;
}

/** One export that the item was part of. */
export interface ItemExport {
  readonly key: string;
  readonly kind: ExportRecord['kind'];
  readonly state: ExportRecord['state'];
  /** Whether the item belongs to it now: no other export can have it. */
  readonly holds: boolean;
  /** Where it stands, in words. */
  readonly sentence: string;
  /** What to search for in Visma. */
  readonly mark: string;
  readonly documents: readonly ExportedDocument[];
  /** How far the item's own marking at the source is. */
  readonly source: ExportedSource;
  /** Everything that happened to it, oldest first, each with its moment on the tenant's clock. */
  readonly steps: readonly string[];
  /** The whole record. */
  readonly record: ExportRecord;
}

/** What happened to one item. */
export interface ItemHistory {
  readonly item: ItemRef;
  /** The one that holds it first, then the newest. */
  readonly exports: readonly ItemExport[];
  /** A note that keeps it out: billed before this connection, or ignored. */
  readonly note: ItemMark | null;
  /** All of it as text. */
  readonly text: string;
}

/**
 * Answers "what happened to this hour?": every export that it was part of, where each stands, its documents in Visma and
 * its history, in words. Asks our store alone, and also answers while the tenant is disconnected. Throws a `ConnectorError`
 * for a tenant that was never connected, or has given its company up: somebody else may have it by now.
 */
export async function itemHistory(context: ConnectorContext, request: ItemHistoryRequest): Promise<ItemHistory> {
  const { tenantId, item } = request;
  const { connections, exports, links } = context.parts.state;
  const scope = (await connections.load(tenantId))?.scope;
  if (!scope) throw new ConnectorError('not-connected', 'This tenant was never connected to Visma, or has given the company up.', 'Connect to Visma first.');
  const settings = settingsSchema.safeParse((await connections.loadSettings(tenantId))?.value ?? {});
  const { timeZone } = (settings.success ? settings.data : defaultSettings()).import;
  const records = await exports.findByItems(scope, [item]);
  const marks = await links.listMarks(scope, { refs: [item], limit: 1 });
  const found = records
    .flatMap((record) => tell(record, item, timeZone))
    .sort((a, b) => Number(b.holds) - Number(a.holds) || b.record.updatedAt - a.record.updatedAt);
  const note = marks.items[0] ?? null;
  return { item, exports: found, note, text: textOf(item, found, note, timeZone) };
}

function tell(record: ExportRecord, item: ItemRef, timeZone: string): ItemExport[] {
  const source = record.sources.find(({ ref }) => itemKey(ref) === itemKey(item));
  if (!source) return [];
  const { key, kind, state, mark } = record;
  const steps = record.history.map(({ at, from, to, note }) => {
    const step = from === null || from === to ? to : `${from} -> ${to}`;
    return `${momentIn(timeZone, at)}  ${step}${note === undefined ? '' : `: ${note}`}`;
  });
  return [{ key, kind, state, holds: isLive(state), sentence: exportSentence(record), mark, documents: exportedDocuments(record), source, steps, record }];
}

function textOf(item: ItemRef, exports: readonly ItemExport[], note: ItemMark | null, timeZone: string): string {
  const lines = [itemKey(item)];
  if (note) {
    const what = note.kind === 'ignored' ? 'On the ignore list' : 'Billed before this connection';
    lines.push(`  ${what} since ${momentIn(timeZone, note.at)}, by ${note.by}: ${note.note}`);
  }
  if (exports.length === 0) lines.push(note ? '  It was never part of an export.' : '  It was never part of an export, and nothing keeps it out.');
  for (const each of exports) {
    lines.push(`  ${each.kind} ${each.key} (${each.mark}): ${each.state}`, `    ${each.sentence}`, `    ${sourceSentence(each.source)}`);
    lines.push(...each.documents.map(({ what, path }) => `    ${what}: ${path}`), ...each.steps.map((step) => `    ${step}`));
  }
  return lines.join('\n');
}

function sourceSentence({ mark, previousStatus, note }: ExportedSource): string {
  const why = note === undefined ? '' : ` (${note})`;
  switch (mark) {
    case 'no':
      return `At the source it is still ${previousStatus}, as far as we changed it.`;
    case 'sent':
      return `At the source it may be Invoiced already; before it was ${previousStatus}.`;
    case 'yes':
      return `At the source it is Invoiced; before it was ${previousStatus}.`;
    case 'other':
      return `At the source it was no longer ${previousStatus} and was left alone${why}.`;
    case 'restoring':
      return `At the source it may be ${previousStatus} again.`;
    case 'restored':
      return `At the source it is ${previousStatus} again.`;
    case 'not-restored':
      return `At the source it should be ${previousStatus} again and is not${why}.`;
  }
}

function momentIn(timeZone: string, moment: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
}
