import { payloadHash } from '@x/billing-core';
import { deliveryOf, stopsRun } from '../export/delivery.ts';
import type { SourceFile } from '../ports/attachment-source.ts';
import type { ExportRecord } from '../ports/export-record.ts';
import { cutText } from '../text/cut-text.ts';
import { attachFile, attachmentTarget, filesInVisma, type AttachmentTarget, type FilesInVisma } from '../visma/attachments.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** What became of one file. */
export interface AttachedFile {
  /** As it is called in Visma; empty when the files themselves could not be read. */
  readonly name: string;
  /**
   * `planned`: a preview's word for what would be sent. `in-doubt`: it may have arrived; a later `attachFiles` looks again and sends it once that can be told. `failed`: it
   * is not there, and can be sent again.
   */
  readonly outcome: 'planned' | 'attached' | 'already-attached' | 'in-doubt' | 'failed';
  readonly message?: string;
}

/** How long one file may take, its repetitions included. */
const sendMs = 60_000;
/** What the vendor's own tools take at most for one file. */
const mostBytes = 20 * 1024 * 1024;

/**
 * Attaches the files of an export's items to its document in Visma. Never throws and never touches the export: the invoice
 * stands, whatever becomes of its files.
 *
 * Not twice: a file has a name of its own, made of the export and the file's id. Before anything is sent, the names on the
 * document are read, so that a lost store attaches nothing anew; then the file is noted as being sent by compare-and-set,
 * so that of two workers one sends it; the note is of this document, since a draft may be taken back or replaced. After
 * an answer that was lost the note stays, and the file is sent again only when the document does not show it although
 * nothing that was sent can still take effect. A file that was sent and hangs on no document is then taken instead.
 */
export async function attachFiles(
  context: ConnectorContext,
  session: Session,
  record: ExportRecord,
  signal: AbortSignal | undefined,
  preview = false,
): Promise<readonly AttachedFile[]> {
  try {
    const files = await readFiles(context, session, record, signal);
    const target = attachmentTarget(record);
    if (files.length === 0 || target === null) {
      return [];
    }
    const present = await filesInVisma(session.client, target, signal);
    if (present === null) {
      const message = `The ${target.kind} is not there any more; reconcile finds out what became of it.`;
      return files.map((file) => ({ name: nameInVisma(record, file), outcome: 'failed', message }));
    }
    const results: AttachedFile[] = [];
    for (const file of files) {
      const { stop, ...result } = await attachOne(context, session, record, target, file, present, signal, preview);
      results.push(result);
      if (stop === true) {
        break;
      }
    }
    return results;
  } catch (failure) {
    return [{ name: '', outcome: 'failed', message: messageOf(failure) }];
  }
}

async function readFiles(
  context: ConnectorContext,
  session: Session,
  record: ExportRecord,
  signal: AbortSignal | undefined,
): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>();
  for (const refs of chunks(record.sources.map(({ ref }) => ref), 100)) {
    const some = (await context.parts.source.attachments?.filesOf(session.scope.sourceAccountId, refs, signal)) ?? [];
    some.forEach((file) => files.set(file.id, file));
  }
  return [...files.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function attachOne(
  context: ConnectorContext,
  session: Session,
  record: ExportRecord,
  target: AttachmentTarget,
  file: SourceFile,
  { names, loose }: FilesInVisma,
  signal: AbortSignal | undefined,
  preview: boolean,
): Promise<AttachedFile & { readonly stop?: boolean }> {
  const { clock, state } = context.parts;
  const name = nameInVisma(record, file);
  const note = `attachment/${fingerprint(record, file)}/${record.documents.draftId ?? target.id}`;
  const noted = await state.cursors.get(session.scope, note);
  if (names.has(name)) {
    if (!preview) {
      await state.cursors.set(session.scope, note, 'attached', noted);
    }
    return { name, outcome: 'already-attached' };
  }
  if (noted === 'attached') {
    return { name, outcome: 'already-attached', message: 'It was attached, and a person took it off in Visma.' };
  }
  const now = clock.now();
  if (noted !== null && now < Number(noted)) {
    return { name, outcome: 'in-doubt', message: 'It may have been sent and may still arrive.' };
  }
  if (file.data.length > mostBytes) {
    return { name, outcome: 'failed', message: `It has ${file.data.length} bytes; the most is ${mostBytes}.` };
  }
  if (preview) {
    return { name, outcome: 'planned' };
  }
  // Until then what is sent now may take effect.
  const quietFrom = String(now + sendMs + (session.protocol.maxServerDelay ?? context.exportOptions.maxServerDelay));
  if (!(await state.cursors.set(session.scope, note, quietFrom, noted))) {
    return { name, outcome: 'in-doubt', message: 'Another worker is sending it.' };
  }
  try {
    await attachFile(session.client, target, { fileName: name, contentType: file.contentType, data: file.data }, loose, { signal, startBefore: now + sendMs });
    await state.cursors.set(session.scope, note, 'attached', quietFrom);
    return { name, outcome: 'attached' };
  } catch (failure) {
    const isUnknown = deliveryOf(failure) === 'unknown';
    if (!isUnknown) {
      await state.cursors.set(session.scope, note, null, quietFrom);
    }
    return { name, outcome: isUnknown ? 'in-doubt' : 'failed', message: messageOf(failure), stop: stopsRun(failure) };
  }
}

/** The file's name with a fingerprint of export and file before its ending, which makes it findable on the document. */
function nameInVisma(record: ExportRecord, file: SourceFile): string {
  const dot = file.name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
  const plain = stem.normalize('NFC').replaceAll(/[^\p{L}\p{N} _()-]/gu, '_').trim();
  return `${cutText(plain, 80)} ${fingerprint(record, file).slice(0, 8)}${cutText(ending, 10)}`.trim();
}

function fingerprint(record: ExportRecord, file: SourceFile): string {
  return payloadHash({ key: record.key, file: file.id }).slice(0, 24);
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : 'unknown';
}
