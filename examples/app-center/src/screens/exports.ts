import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { ConnectorError, type ExportDocuments, type ExportOutcome, type ExportRecord, type ExportReport, type ExportState } from '@x/timechimp-visma-connector';
import { differenceTable, exportPath, outcomeBadge, reasonText, stateBadge, vismaLinks } from '../html/exports.ts';
import { errorPage } from '../html/error-page.ts';
import { form, hidden, input, select } from '../html/form.ts';
import { count, moment } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { replacePath } from './replace.ts';
import { customersOf } from '../run/customers-of.ts';
import { itemWords } from '../run/describe-items.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import { wordsFor } from '../run/words.ts';

const views: Readonly<Record<string, { readonly title: string; readonly states: readonly ExportState[] | undefined }>> = {
  all: { title: 'All', states: undefined },
  attention: { title: 'Needs a person', states: ['in-doubt', 'held', 'draft-missing'] },
  open: { title: 'Under way', states: ['claimed', 'writing', 'stored', 'converting', 'written', 'undoing', 'replacing'] },
  done: { title: 'Exported', states: ['exported'] },
  free: { title: 'Taken back or refused', states: ['undone', 'rejected', 'stale', 'not-written', 'released'] },
};

const kindNames: Readonly<Record<ExportRecord['kind'], string>> = { invoice: 'Invoice', 'sales-entry': 'Sales entry', customer: 'Customer' };
const settleable: readonly ExportState[] = ['in-doubt', 'stored', 'held', 'draft-missing'];
const undoable: readonly ExportState[] = ['stored', 'written', 'exported', 'held'];
const pageSize = 50;

/** Every export, why it is where it is, and what an operator can do about it. */
export function exportsScreen(parts: AppParts, jobs: Jobs): Hono<Env> {
  const { connector, tenantId, operator: by } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const name = c.req.query('show') ?? 'all';
    const view = views[name];
    const after = c.req.query('after');
    const log = await connector.exportLog({
      tenantId,
      limit: pageSize,
      ...(view?.states === undefined ? {} : { states: view.states }),
      ...(after === undefined ? {} : { after }),
    });
    const customers = await customersOf(parts, log.exports);
    return page(
      c,
      'Export log',
      html`<nav class="tabs" aria-label="Which exports"><ul>
${Object.entries(views).map(([key, { title }]) => html`<li><a href="/exports?show=${key}" ${key === name ? html`aria-current="page"` : nothing}>${title}</a></li>`)}
</ul></nav>
${form(c.get('session'), '/exports/reconcile', html`${hidden({ job: randomUUID() })}<p class="actions"><button>Reconcile with Visma</button> <span class="hint">Finishes, or explains, whatever a lost answer or a crash left open.</span></p>`)}
${
  log.exports.length === 0
    ? html`<p class="note good">There are no such exports.</p>`
    : table({
        caption: `Exports: ${view?.title ?? 'all'}`,
        columns: [{ title: 'Export' }, { title: 'Of' }, { title: 'State' }, { title: 'Changed' }],
        rows: log.exports.map((record) => [
          html`<a href="${exportPath(record.key)}">${kindNames[record.kind]} ${record.mark}</a>`,
          html`${customers.get(record.key) ?? nothing} <span class="hint">${count(record.sources.length, 'item')}</span>`,
          html`${stateBadge(record.state)}${record.state === 'exported' ? nothing : reasonText(record.reason, record.state)}`,
          moment(record.updatedAt),
        ]),
      })
}
${log.next === undefined ? nothing : html`<p><a class="button" href="/exports?${new URLSearchParams({ show: name, after: log.next }).toString()}">Next page</a></p>`}`,
    );
  });

  app.get('/one', async (c) => {
    const key = c.req.query('key') ?? '';
    const outcome = await find(key);
    const record = outcome?.record;
    if (!record) return errorPage(c, 404, { title: 'No such export', message: 'The log has no export of this key.', remedy: 'Choose one from the log.' });
    const [customers, { items, names }] = await Promise.all([customersOf(parts, [record]), wordsFor(parts, record.sources.map(({ ref }) => ref), [record])]);
    const customer = customers.get(key);
    return page(
      c,
      `${kindNames[record.kind]} ${record.mark}`,
      html`<p>${stateBadge(record.state)} ${customer === undefined ? nothing : html`for <strong>${customer}</strong>`}</p>
${record.reason === null ? nothing : html`<div class="note look">${reasonText(record.reason, record.state, names)}</div>`}
${differenceTable(record.differences, names)}
<h2>Documents</h2>${vismaLinks(parts, record.documents)}
${table({ caption: 'Items', columns: [{ title: 'Item' }, { title: 'Status before' }, { title: 'Marked in TimeChimp' }], rows: record.sources.map(({ ref, previousStatus, mark, note }) => [itemWords(ref, items), previousStatus, `${markNames[mark]}${note === undefined ? '' : ` (${note})`}`]) })}
${table({ caption: 'History', columns: [{ title: 'When' }, { title: 'State' }, { title: 'Note' }], rows: record.history.map(({ at, to, note }) => [moment(at), stateBadge(to), noteWords(note ?? '')]) })}
${replaceOffer(record)}
${undoForm(c, record, outcome.reason?.message ?? '')}
${settleForm(c, record)}
<p><a href="/exports">The whole log</a></p>`,
    );
  });

  app.post('/undo', async (c) => {
    const sent = await fieldsOf(c);
    const key = sent.one('key');
    const { outcomes, stopped } = await connector.undo({ tenantId, keys: [key], by, note: sent.one('why') });
    return tell(c, key, outcomes[0], stopped?.message);
  });

  app.post('/settle', async (c) => {
    const sent = await fieldsOf(c);
    const key = sent.one('key');
    const as = decisions.find(({ value }) => value === sent.one('as'))?.value ?? 'recheck';
    const id = sent.one('document');
    const kind = (await find(key))?.record?.kind;
    const documents: ExportDocuments = kind === 'sales-entry' ? { ledgerItemId: id } : kind === 'customer' ? { customerId: id } : sent.one('final') === 'yes' ? { invoiceId: id } : { draftId: id };
    const outcome = await connector.settle({ tenantId, key, as, by, note: sent.one('note'), ...(id === '' || as !== 'exported' ? {} : { documents }) });
    return tell(c, key, outcome, undefined);
  });

  app.post('/reconcile', async (c) => {
    const id = `reconcile-${(await fieldsOf(c)).one('job')}`;
    const job = jobs.start(id, 'Reconcile with Visma', async () => reconciled(await connector.reconcile({ tenantId })));
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  return app;

  /** The export of a key. The log is asked by items, states or pages; the preview of an undo is asked by key. */
  async function find(key: string): Promise<ExportOutcome | undefined> {
    try {
      const { outcomes } = await connector.undo({ tenantId, keys: [key], by, note: 'preview', preview: true });
      return outcomes[0];
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'items-unknown') return undefined;
      throw error;
    }
  }
}

const decisions = [
  { value: 'recheck', label: 'Compare with Visma again' },
  { value: 'exported', label: 'Visma has it' },
  { value: 'not-exported', label: 'Visma does not have it (any more)' },
] as const;

/** The note of a settling begins with who and what: the latter as the form calls it. */
function noteWords(note: string): string {
  return decisions.reduce((text, { value, label }) => text.replace(`: ${value}, `, `: ${label}, `), note);
}

const markNames: Readonly<Record<ExportRecord['sources'][number]['mark'], string>> = {
  no: 'no',
  sent: 'perhaps',
  yes: 'yes',
  other: 'left alone',
  restoring: 'being restored',
  restored: 'restored',
  'not-restored': 'not restored',
};

/** An open draft can be written anew; whether nobody has worked on it, the preview finds out. */
function replaceOffer({ key, kind, state, documents }: ExportRecord): Html {
  if (kind !== 'invoice' || state !== 'exported' || documents.draftId === undefined || documents.invoiceId !== undefined) return nothing;
  return html`<section class="panel"><h2>Write anew</h2><p>For a draft whose hours, prices or texts have changed since. Its items stay invoiced.</p>
<p><a class="button" href="${replacePath(key)}">Replace with today's prices and texts</a></p></section>`;
}

function undoForm(c: Context<Env>, record: ExportRecord, message: string): Html {
  // What is held without the id of its document can only be settled.
  if (!undoable.includes(record.state) || Object.keys(record.documents).length === 0) return nothing;
  return html`<section class="panel"><h2>Take back</h2><p>${message}</p>
${record.kind !== 'invoice' ? nothing : form(c.get('session'), '/exports/undo', html`${hidden({ key: record.key })}${input({ name: 'why', label: 'Why', hint: 'Kept in the history.' }, '', { required: true })}<button class="danger">Take it back</button>`)}</section>`;
}

function settleForm(c: Context<Env>, record: ExportRecord): Html {
  if (!settleable.includes(record.state)) return nothing;
  return html`<section class="panel"><h2>Settle by hand</h2><p>Look in Visma first. What you decide here is believed.</p>
${form(
  c.get('session'),
  '/exports/settle',
  html`${hidden({ key: record.key })}
${select({ name: 'as', label: 'Decision' }, 'recheck', decisions)}
${input({ name: 'document', label: 'Id of the document in Visma', hint: 'Only for "Visma has it", where the log does not know it.' }, '')}
${record.kind === 'invoice' ? html`<span class="check"><input type="checkbox" id="final" name="final" value="yes"> <label for="final">It is a final invoice, no draft</label></span>` : nothing}
${input({ name: 'note', label: 'Note', hint: 'Kept in the history.' }, '', { required: true })}
<button class="primary">Settle</button>`,
)}</section>`;
}

function tell(c: Context<Env>, key: string, outcome: ExportOutcome | undefined, stopped: string | undefined): Response {
  const good = outcome !== undefined && ['exported', 'already-exported', 'undone'].includes(outcome.outcome);
  const names: Readonly<Record<string, string>> = { exported: 'Exported.', 'already-exported': 'Exported.', undone: 'Taken back. Its items are free again.' };
  const message = stopped ?? outcome?.reason?.message ?? names[outcome?.outcome ?? ''] ?? 'Done; see the state below.';
  c.get('session').flash = { kind: good ? 'good' : 'bad', message };
  return c.redirect(exportPath(key), 303);
}

function reconciled({ outcomes, alarms, stopped }: ExportReport): Html {
  return html`<p class="note good" role="status">${outcomes.length === 0 ? 'Nothing was open.' : `${count(outcomes.length, 'export')} looked at.`}</p>
${stopped === null ? nothing : html`<p class="note bad" role="alert">${stopped.message}</p>`}
${alarms.map(({ message }) => html`<p class="note bad" role="alert">${message}</p>`)}
${outcomes.length === 0 ? nothing : table({ caption: 'Looked at', columns: [{ title: 'Export' }, { title: 'Outcome' }, { title: 'Why' }], rows: outcomes.map(({ key, outcome, reason, record }) => [html`<a href="${exportPath(key)}">${record === null ? key : `${kindNames[record.kind]} ${record.mark}`}</a>`, outcomeBadge(outcome), reason?.message ?? '']) })}
<p><a class="button" href="/exports">The export log</a></p>`;
}
