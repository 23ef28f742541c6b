import type { CustomerInvoiceDraft, CustomerInvoiceDraftInput } from '@x/visma-eaccounting';
import type { Difference } from '../ports/export-record.ts';
import { decimalOf } from './amounts.ts';
import { draftContent } from './draft-content.ts';

/**
 * What a person has changed on a draft of ours, texts, references and dates included: every value that was sent and is
 * not what the draft shows now, rows that were added or taken away, and anything else that was filled in since `written`,
 * the fingerprint of the answer to our write. Absent where there is none: then it cannot be told.
 */
export function draftEdits(body: CustomerInvoiceDraftInput, draft: CustomerInvoiceDraft, written: string | undefined): readonly Difference[] | undefined {
  if (written === undefined) {
    return undefined;
  }
  const named = namedEdits(body, draft);
  const now = draftContent(draft);
  return named.length > 0 || now === written ? named : [{ field: 'content', expected: written, actual: now }];
}

function namedEdits(body: CustomerInvoiceDraftInput, draft: CustomerInvoiceDraft): readonly Difference[] {
  const sent = body.Rows ?? [];
  const found = (draft.Rows ?? []).toSorted((a, b) => (a.LineNumber ?? 0) - (b.LineNumber ?? 0));
  const rows = sent.toSorted((a, b) => (a.LineNumber ?? 0) - (b.LineNumber ?? 0));
  return [
    ...changes('', { ...body, Rows: undefined }, { ...draft }),
    ...(rows.length === found.length ? [] : [difference('Rows.length', rows.length, found.length)]),
    ...rows.flatMap((row, index) => changes(`Rows[${row.LineNumber ?? index}].`, { ...row, LineNumber: undefined }, { ...found[index] })),
  ];
}

function changes(at: string, sent: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): Difference[] {
  return Object.entries(sent).flatMap(([field, value]) => {
    const now = found[field];
    return now === undefined || plain(value) === null || plain(value) === plain(now) ? [] : [difference(`${at}${field}`, value, now)];
  });
}

function difference(field: string, expected: unknown, actual: unknown): Difference {
  return { field, expected: plain(expected) ?? '(none)', actual: plain(actual) ?? '(none)' };
}

/** As compared: days without a time, texts without spaces around them; null for what holds nothing to compare. */
function plain(value: unknown): string | null {
  if (typeof value === 'number') return decimalOf(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 10) : value.replaceAll('\r\n', '\n').trim();
}
