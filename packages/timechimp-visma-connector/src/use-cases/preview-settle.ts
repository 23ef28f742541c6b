import type { ExportOutcome } from '../export/report.ts';
import type { ExportRecord, ExportState } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import type { SettleRequest } from './undo-and-reconcile.ts';

const open: readonly ExportState[] = ['in-doubt', 'stored', 'held', 'draft-missing'];

/** What an operator's decision would do, by the record alone. The reason has code `preview`, or says why nothing would happen. */
export function previewSettle(record: ExportRecord, { as, documents }: Pick<SettleRequest, 'as' | 'documents'>, now: number): ExportOutcome {
  const outcome = (code: string, message: string): ExportOutcome => ({ key: record.key, outcome: 'skipped', reason: { code, message }, record });
  if (record.leaseUntil !== null && record.leaseUntil > now) {
    return outcome('busy', 'Another worker is at this export.');
  }
  if (!open.includes(record.state)) {
    return outcome('not-open', `An export that is ${record.state} needs no decision.`);
  }
  const items = record.sources.map(({ ref }) => itemKey(ref)).join(', ');
  switch (as) {
    case 'recheck':
      return outcome('preview', 'Visma would be asked again: what is found equal is adopted, what differs stays held.');
    case 'exported': {
      const named = Object.values({ ...record.documents, ...documents }).filter((id) => id !== undefined).join(', ');
      return outcome('preview', `It would count as exported${named === '' ? ', without a document' : ` as ${named}`}, and ${items} would be marked as invoiced.`);
    }
    case 'not-exported':
      return outcome('preview', `It would count as not exported: the status of ${items} would be restored, and a next run may export them again.`);
  }
}
