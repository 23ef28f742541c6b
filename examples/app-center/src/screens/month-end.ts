import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { DriftItem, ExportRecord, TieOutCustomer, TieOutDocument, TieOutReport } from '@x/timechimp-visma-connector';
import { differenceTable, exportPath, stateBadge } from '../html/exports.ts';
import { form, hidden, input } from '../html/form.ts';
import { count, day, decimal, period } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { customersOf } from '../run/customers-of.ts';
import { itemWords } from '../run/describe-items.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import { monthBefore } from '../run/month-before.ts';
import { readAll } from '../run/read-all.ts';
import { type Words, wordsFor } from '../run/words.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

/** The end of a month: what was exported against what Visma booked, and what was changed afterwards on either side. */
export function monthEndScreen(parts: AppParts, jobs: Jobs): Hono<Env> {
  const { connector, tenantId, clock } = parts;
  const app = new Hono<Env>();

  app.get('/', (c) => {
    const { from, to } = monthBefore(clock.now());
    return page(
      c,
      'Month end',
      html`<p class="lead">Both only read. Reconcile in the <a href="/exports">export log</a> first, so that drafts which people made final count as invoices.</p>
<div class="columns">
<section class="panel"><h2>Tie out</h2><p>Per customer: what was exported, and what the books of Visma show.</p>
${form(c.get('session'), '/month-end/tie-out', html`${hidden({ job: randomUUID() })}
${input({ name: 'from', label: 'From', hint: 'By invoice date, both days included.' }, from, { type: 'date', required: true })}
${input({ name: 'to', label: 'Until' }, to, { type: 'date', required: true })}
<button class="primary">Compare</button>`)}</section>
<section class="panel"><h2>Changed afterwards</h2><p>Documents that somebody changed or deleted in Visma, and work that was edited in TimeChimp after it was exported.</p>
${form(c.get('session'), '/month-end/changes', html`${hidden({ job: randomUUID() })}<button class="primary">Look for changes</button>`)}</section>
</div>`,
    );
  });

  app.post('/tie-out', async (c) => {
    const sent = await fieldsOf(c);
    const [from, to] = [sent.one('from'), sent.one('to')];
    if (![from, to].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)) || to < from) {
      c.get('session').flash = { kind: 'bad', message: 'Choose two days, the first one first.' };
      return c.redirect('/month-end', 303);
    }
    const job = jobs.start(`tie-out-${sent.one('job')}`, `Tie-out of ${period(from, to)}`, async () => {
      const report = await connector.tieOut({ tenantId, from, to });
      const records = await exportsByKey();
      return tiedOut(report, records, await customersOf(parts, report.unfinished.flatMap(({ key }) => records.get(key) ?? [])));
    });
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  app.post('/changes', async (c) => {
    const job = jobs.start(`changes-${(await fieldsOf(c)).one('job')}`, 'Changed after the export', async () => {
      const items = await connector.drift({ tenantId });
      const records = await exportsByKey();
      const [customers, words] = await Promise.all([
        customersOf(parts, items.flatMap(({ key }) => records.get(key) ?? [])),
        wordsFor(parts, items.flatMap(({ sources }) => sources), items),
      ]);
      return changes(items, records, customers, words);
    });
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  return app;

  /** The whole export log: reports name exports by key. */
  async function exportsByKey(): Promise<ReadonlyMap<string, ExportRecord>> {
    const records = await readAll(async ({ limit, after }) => {
      const { exports, next } = await connector.exportLog({ tenantId, limit, ...(after === undefined ? {} : { after }) });
      return { items: exports, ...(next === undefined ? {} : { next }) };
    });
    return new Map(records.map((each) => [each.key, each]));
  }
}

const back = html`<p><a class="button" href="/month-end">Back to the month end</a></p>`;

function tiedOut({ customers, notBooked, unfinished }: TieOutReport, records: ReadonlyMap<string, ExportRecord>, names: ReadonlyMap<string, string>): Html {
  const different = customers.filter(({ difference, onlyInVisma, missingInVisma }) => difference !== '0.00' || onlyInVisma.length + missingInVisma.length > 0);
  const good = different.length + notBooked.length + unfinished.length === 0;
  return html`<p class="note ${good ? 'good' : 'look'}" role="status"><strong>${good ? 'Everything ties.' : `${count(different.length, 'customer')} with differences, ${count(notBooked.length, 'invoice')} not booked, ${count(unfinished.length, 'export')} not finished.`}</strong> Amounts include VAT.</p>
${customers.length === 0 ? nothing : table({ caption: 'Per customer', columns: [{ title: 'Customer' }, { title: 'Exported', figures: true }, { title: 'In the books', figures: true }, { title: 'Difference', figures: true }, { title: 'Why' }], rows: customers.map((each) => [each.name === '' ? each.vismaCustomerId : each.name, decimal(each.exported), decimal(each.booked), decimal(each.difference), why(each)]) })}
${notBooked.length === 0 ? nothing : table({ caption: 'Sent by TimeChimp, and not booked', columns: [{ title: 'Invoice' }, { title: 'Date' }, { title: 'Amount', figures: true }], rows: notBooked.map(({ label, date, amount }) => [label, day(date), decimal(amount)]) })}
${unfinished.length === 0 ? nothing : table({ caption: 'Not finished: in neither sum', columns: [{ title: 'Export' }, { title: 'State' }, { title: 'Amount', figures: true }], rows: unfinished.map(({ key, state, amount }) => [html`<a href="${exportPath(key)}">${records.get(key)?.mark ?? key}</a> ${names.get(key) ?? ''}`, state === 'exported' ? html`<span class="badge plain">Draft in Visma</span>` : stateBadge(state), decimal(amount)]) })}
${back}`;
}

function why({ onlyInVisma, missingInVisma }: TieOutCustomer): Html {
  const list = (title: string, documents: readonly TieOutDocument[]): Html => (documents.length === 0 ? nothing : html`<p class="reason">${title}: ${documents.map(({ label, date, amount }) => `${label} of ${day(date)}, ${decimal(amount)}`).join('; ')}</p>`);
  return html`${list('Only in Visma', onlyInVisma)}${list('Exported, and not in the books', missingInVisma)}`;
}

const changeNames: Readonly<Record<DriftItem['outcome'], string>> = {
  'document-changed': 'Changed in Visma',
  'document-gone': 'Not in Visma any more, as we wrote it',
  'document-reversed': 'Voided or credited in Visma',
  'source-changed': 'Edited in TimeChimp',
  'source-gone': 'Deleted in TimeChimp',
  'source-not-marked': 'Not marked as exported in TimeChimp',
};

function changes(items: readonly DriftItem[], records: ReadonlyMap<string, ExportRecord>, customers: ReadonlyMap<string, string>, words: Words): Html {
  if (items.length === 0) return html`<p class="note good" role="status">Nothing was changed after it was exported.</p>${back}`;
  return html`<p class="note look" role="status"><strong>${count(items.length, 'change')} after the export.</strong> Nothing was done about ${items.length === 1 ? 'it' : 'them'}: what was invoiced stays as it is until a person decides.</p>
${items.map(({ key, outcome, sources, differences, likelyCause }) => html`<article class="card"><h2>${changeNames[outcome]} <span class="hint">${customers.get(key) ?? ''}</span></h2>
${sources.length === 0 ? nothing : html`<p>${sources.map((ref) => itemWords(ref, words.items)).join('; ')}</p>`}
${likelyCause === undefined ? nothing : html`<p>${likelyCause}</p>`}
${differenceTable(differences, words.names)}
<p><a href="${exportPath(key)}">See the export ${records.get(key)?.mark ?? ''}</a></p></article>`)}
${back}`;
}
