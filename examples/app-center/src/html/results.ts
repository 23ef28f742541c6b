import { type CreatedCustomer, type CreateInvoicesReport, type CreateSalesEntriesReport, type ExcludedItem, type ExportReason, type ExportRecord, itemKey, type Problem } from '@x/timechimp-visma-connector';
import type { AppParts } from '../parts.ts';
import type { ItemTexts } from '../run/describe-items.ts';
import type { Words } from '../run/words.ts';
import { itemList } from './covered-hours.ts';
import { exportPath, outcomeBadge, stateBadge } from './exports.ts';
import { count } from './format.ts';
import { entryCard, invoiceCard } from './invoice.ts';
import { type Html, html, nothing } from './markup.ts';
import { problemList } from './problems.ts';

/** Where to go from a result. */
interface ResultLinks {
  readonly back: string;
  /** Where something was no longer as the preview showed it: a new preview, and what was exported meanwhile. */
  readonly outdated?: { readonly again: string; readonly earlier: EarlierExports };
}

/** What was exported before, and whom it was for, by export key. */
export interface EarlierExports {
  readonly exports: readonly ExportRecord[];
  readonly customers: ReadonlyMap<string, string>;
}

/** What became of invoices. */
export function invoiceResult(parts: Pick<AppParts, 'documentUrl'>, report: CreateInvoicesReport, words: Words, links: ResultLinks): Html {
  const { invoices, newCustomers, problems } = report;
  return html`${headline(invoices, problems)}
${earlierNote(links.outdated?.earlier)}
${stopped(report)}
${createdCustomers(newCustomers)}
${problemList(problems, 'Errors and warnings')}
${invoices.map((item) => invoiceCard(item, parts, words))}
${excludedNote(report.excluded, words.items)}
${ways(links)}`;
}

/** What became of sales entries. */
export function entryResult(parts: Pick<AppParts, 'documentUrl'>, report: CreateSalesEntriesReport, words: Words, links: ResultLinks): Html {
  const { entries, problems } = report;
  return html`${headline(entries, problems)}
${earlierNote(links.outdated?.earlier)}
${stopped(report)}
${problemList(problems, 'Errors and warnings')}
${entries.map((item) => entryCard(item, parts, words))}
${ways(links)}`;
}

function ways({ back, outdated }: ResultLinks): Html {
  return html`<p class="actions">${outdated === undefined ? nothing : html`<a class="button" href="${outdated.again}">Preview again what changed</a>`}
<a class="button" href="${back}">Back to the list</a></p>`;
}

function createdCustomers(customers: readonly CreatedCustomer[]): Html {
  if (customers.length === 0) return nothing;
  return html`<section class="note"><h2>New customers</h2><ul>${customers.map(({ name, number, outcome }) => html`<li>${number} ${name} ${outcomeBadge(outcome)}</li>`)}</ul></section>`;
}

/** Items that were exported before: kindly, and with the way to what they became. */
export function earlierNote({ exports, customers }: EarlierExports = { exports: [], customers: new Map() }): Html {
  const live = exports.filter(isLive);
  if (live.length === 0) return nothing;
  return html`<section class="note look"><h2>Already exported</h2><p>Some of this is in Visma, or on its way there. It is not written a second time.</p>
<ul>${live.map(({ key, mark, state, sources }) => html`<li>${customers.get(key) ?? mark}, ${count(sources.length, 'item')}: ${stateBadge(state)} <a href="${exportPath(key)}">see the export<span class="hidden"> ${mark}</span></a></li>`)}</ul></section>`;
}

function isLive({ state }: ExportRecord): boolean {
  return !['released', 'rejected', 'stale', 'not-written', 'undone'].includes(state);
}

/** Items that stay out on purpose, with the reason of each; those that the note of earlier exports stands for are not listed again. */
export function excludedNote(items: readonly ExcludedItem[], texts: ItemTexts, { exports }: Pick<EarlierExports, 'exports'> = { exports: [] }): Html {
  const held = new Set(exports.filter(isLive).flatMap(({ sources }) => sources.map(({ ref }) => itemKey(ref))));
  const rest = items.filter(({ ref }) => !held.has(itemKey(ref)));
  return rest.length === 0 ? nothing : html`<section class="note"><h2>Left out</h2>${itemList(rest, texts)}</section>`;
}

type Outcomes = readonly { readonly outcome: string; readonly reason: ExportReason | null }[];

/** What the preview showed and nothing is planned for any more. */
function goneDocuments(problems: readonly Problem[]): number {
  return problems.filter(({ code }) => code === 'preview-outdated').length;
}

/** Whether something was not written because it is no longer what the preview showed. */
export function isOutdated(items: Outcomes, problems: readonly Problem[]): boolean {
  return goneDocuments(problems) > 0 || items.some(({ outcome }) => outcome === 'stale');
}

function headline(items: Outcomes, problems: readonly Problem[]): Html {
  const number = (...outcomes: readonly string[]): number => items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [written, before, stale] = [number('exported'), number('already-exported'), number('stale')];
  // What is gone may have become one that was not shown: it is not counted twice.
  const gone = Math.max(0, goneDocuments(problems) - items.filter(({ reason }) => reason?.code === 'not-previewed').length);
  const all = items.length + gone;
  const rest = all - written - before;
  return html`<p class="note ${rest === 0 ? 'good' : 'look'}" role="status"><strong>${written} of ${all} written in Visma.</strong>
${before === 0 ? nothing : html` ${before} ${before === 1 ? 'was' : 'were'} exported before and ${before === 1 ? 'was' : 'were'} not written again.`}
${isOutdated(items, problems) ? html` Something changed since the preview: ${stale + gone} ${stale + gone === 1 ? 'was' : 'were'} not written.` : nothing}
${rest === 0 ? nothing : html` ${rest} ${rest === 1 ? 'needs' : 'need'} a look, see below.`}</p>`;
}

function stopped({ stopped: reason, alarms }: Pick<CreateInvoicesReport, 'stopped' | 'alarms'>): Html {
  return html`${reason === null ? nothing : html`<p class="note bad" role="alert">The run stopped early: ${reason.message}</p>`}
${alarms.map(({ message }) => html`<p class="note bad" role="alert">${message}</p>`)}`;
}

