import type { ExportDocuments, ExportRecord, ExportReason, Difference } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';
import { differenceWords, type Names, withItemNames } from './difference-words.ts';
import { type Html, html, nothing } from './markup.ts';
import { table } from './table.ts';

/** How an outcome reads, and how it looks. */
const outcomes: Readonly<Record<string, readonly [string, 'good' | 'look' | 'bad' | 'plain']>> = {
  planned: ['To be written', 'plain'],
  exported: ['Written in Visma', 'good'],
  'already-exported': ['Already exported, nothing was written again', 'good'],
  created: ['Created in Visma', 'good'],
  refused: ['Not possible yet', 'bad'],
  rejected: ['Refused by Visma', 'bad'],
  'in-doubt': ['In doubt', 'look'],
  held: ['Held', 'look'],
  stale: ['Changed meanwhile, not written', 'look'],
  skipped: ['Not tried', 'look'],
  undone: ['Taken back', 'plain'],
};

const states: Readonly<Record<string, readonly [string, 'good' | 'look' | 'bad' | 'plain']>> = {
  claimed: ['Begun', 'plain'],
  writing: ['Being written', 'plain'],
  'in-doubt': ['In doubt', 'look'],
  stored: ['To be compared', 'look'],
  converting: ['Being made final', 'plain'],
  written: ['Written, TimeChimp to be marked', 'look'],
  exported: ['Exported', 'good'],
  held: ['Held', 'bad'],
  'draft-missing': ['Draft missing', 'bad'],
  undoing: ['Being taken back', 'look'],
  replacing: ['Being written anew', 'look'],
  released: ['Given up before sending', 'plain'],
  rejected: ['Refused by Visma', 'bad'],
  stale: ['Changed at the source', 'plain'],
  'not-written': ['Proved not written', 'plain'],
  undone: ['Taken back', 'plain'],
};

/** The outcome of one document. */
export function outcomeBadge(outcome: string): Html {
  const [text, look] = outcomes[outcome] ?? [outcome, 'plain'];
  return html`<span class="badge ${look}">${text}</span>`;
}

/** The state of one export. */
export function stateBadge(state: ExportRecord['state']): Html {
  const [text, look] = states[state] ?? [state, 'plain'];
  return html`<span class="badge ${look}">${text}</span>`;
}

const documentNames: Readonly<Record<keyof ExportDocuments, string>> = {
  draftId: 'Draft',
  invoiceId: 'Invoice',
  ledgerItemId: 'Ledger item',
  voucherId: 'Voucher',
  customerId: 'Customer',
};

/** Links to what the export made: in Visma, where its address is known, and in our log. */
export function documentLinks(parts: Pick<AppParts, 'documentUrl'>, key: string, documents: ExportDocuments): Html {
  return html`<ul class="links">${inVisma(parts, documents)}<li><a href="${exportPath(key)}">Export log</a></li></ul>`;
}

/** Links to the documents in Visma alone. */
export function vismaLinks(parts: Pick<AppParts, 'documentUrl'>, documents: ExportDocuments): Html {
  return Object.keys(documents).length === 0 ? html`<p>The log has no link to a document.</p>` : html`<ul class="links">${inVisma(parts, documents)}</ul>`;
}

function inVisma(parts: Pick<AppParts, 'documentUrl'>, documents: ExportDocuments): Html {
  const ids = Object.entries(documents) as [keyof ExportDocuments, string | undefined][];
  return html`${ids.map(([name, id]) => (id === undefined ? nothing : html`<li>${parts.documentUrl ? html`<a href="${parts.documentUrl(id)}">${documentNames[name]} in Visma</a>` : html`${documentNames[name]} <code>${id}</code>`}</li>`))}`;
}

/** The page of one export. */
export function exportPath(key: string): string {
  return `/exports/one?key=${encodeURIComponent(key)}`;
}

/** Why an export is where it is. What is in doubt is said in plain words first, with the way out of it. */
export function reasonText(reason: ExportReason | null, outcome: string, names: Names = new Map()): Html {
  if (outcome === 'in-doubt') {
    return html`<p class="reason">The answer got lost: nobody knows yet whether Visma has it. "Reconcile with Visma" in the <a href="/exports?show=attention">export log</a> finds out; nothing is written twice.</p>
${reason === null ? nothing : html`<p class="hint">${reason.message}</p>`}`;
  }
  return reason === null ? nothing : html`<p class="reason">${withItemNames(reason.message, names)}</p>`;
}

/** What was meant against what Visma has; or, of what was `stale`, what the preview showed against what it would be now. */
export function differenceTable(
  differences: readonly Difference[],
  names: Names,
  [before, now]: readonly [before: string, now: string] = ['Meant', 'In Visma'],
  caption = 'What differs',
): Html {
  return differences.length === 0
    ? nothing
    : table({
        caption,
        // Not as figures, which never wrap: a whole row of a document may stand in a cell.
        columns: [{ title: 'What' }, { title: before }, { title: now }],
        rows: differences.map((difference) => {
          const words = differenceWords(difference, names);
          return [words.what, words.before, words.now];
        }),
      });
}
