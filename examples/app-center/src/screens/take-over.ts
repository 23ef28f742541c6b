import { Hono } from 'hono';
import type { Context } from 'hono';
import { type ItemRef, itemKey, type NotedItem } from '@x/timechimp-visma-connector';
import { errorPage } from '../html/error-page.ts';
import { checkbox, form, input } from '../html/form.ts';
import { count, day, itemName } from '../html/format.ts';
import { attribute, type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { describeUnbilled, type ItemText } from '../run/describe-items.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import { itemsUntil, type TakenKind } from '../run/items-until.ts';
import type { Plans } from '../run/plans.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

const kinds: readonly { readonly kind: TakenKind; readonly label: string }[] = [
  { kind: 'time', label: 'Hours' },
  { kind: 'expense', label: 'Expenses' },
  { kind: 'mileage', label: 'Trips' },
  { kind: 'term', label: 'Fixed prices and subscriptions that fell due' },
  { kind: 'invoice', label: 'Sent invoices of TimeChimp that are in the books already' },
];

const outcomes: Readonly<Record<NotedItem['outcome'], readonly [text: string, look: string]>> = {
  done: ['To be marked', 'plain'],
  unchanged: ['Invoiced already', 'good'],
  refused: ['Left alone', 'look'],
  missing: ['Not there any more', 'bad'],
  'in-doubt': ['Not known', 'look'],
  'not-tried': ['Not tried', 'look'],
};

/** What was invoiced or booked before this connection: chosen by day, shown in full, then marked in bulk. */
export function takeOverScreen(parts: AppParts, plans: Plans, jobs: Jobs): Hono<Env> {
  const { connector, tenantId, operator: by } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const { settings } = await connector.readSettings({ tenantId });
    return page(
      c,
      'Take over',
      html`<p class="lead">What was invoiced or booked before you connected must not be invoiced again. Mark it here, once. Nothing is written in Visma.</p>
<section class="panel"><h2>Everything until a day</h2>
${form(
  c.get('session'),
  '/take-over',
  html`${input({ name: 'until', label: 'Until', hint: settings.cutOffDate === null ? 'The last day that was invoiced.' : `The last day that was invoiced. The settings say: work from ${day(settings.cutOffDate)} on is invoiced here.` }, '', { type: 'date', required: true })}
<fieldset><legend>What</legend>${kinds.map(({ kind, label }) => checkbox('kind', kind, label, true))}</fieldset>
<button class="primary">Show what that is</button>`,
)}</section>
<p class="hint">Only some of it? Choose on the pages <a href="/report">Report</a>, <a href="/unbilled">Unbilled</a> or <a href="/invoices">Invoices</a>, and mark it there.</p>`,
    );
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const until = sent.one('until');
    const wanted = kinds.map(({ kind }) => kind).filter((kind) => sent.all('kind').includes(kind));
    const refs = /^\d{4}-\d{2}-\d{2}$/.test(until) ? await itemsUntil(parts, until, wanted) : [];
    if (refs.length === 0) {
      c.get('session').flash = { kind: 'bad', message: 'Nothing of that kind is open until that day. Choose another day, or more kinds.' };
      return c.redirect('/take-over', 303);
    }
    return c.redirect(`/take-over/${plans.takeOver(refs, '/take-over').id}`, 303);
  });

  app.get('/:id', async (c) => {
    const plan = plans.find(c.req.param('id'));
    if (plan?.kind !== 'take-over') return gone(c);
    if (jobs.find(plan.id)) return c.redirect(`/jobs/${plan.id}`, 303);
    const [items, texts] = await Promise.all([connector.takeOver({ tenantId, refs: plan.refs, by, note: 'preview', preview: true }), describeUnbilled(parts, plan.refs)]);
    const ready = items.filter(({ outcome }) => outcome === 'done').length;
    return page(
      c,
      'Mark as invoiced before',
      html`<p class="lead">Nothing is marked yet. Hours, expenses and trips become Invoiced in TimeChimp; the rest is noted here. Visma is not touched.</p>
${itemTable(items, texts, 'To be marked')}
${form(
  c.get('session'),
  `/take-over/${plan.id}`,
  html`${input({ name: 'note', label: 'Why', hint: 'Kept with each item, so that the next person knows.' }, 'Invoiced before the connection', { required: true })}
<p class="actions"><button class="primary" ${attribute('disabled', ready === 0)}>Mark ${count(ready, 'item')}</button> <a class="button" href="${plan.back}">Back, mark nothing</a></p>`,
)}`,
    );
  });

  app.post('/:id', async (c) => {
    const plan = plans.find(c.req.param('id'));
    if (plan?.kind !== 'take-over') return gone(c);
    const note = (await fieldsOf(c)).one('note');
    const job = jobs.start(plan.id, 'Take over', async () => {
      const texts = await describeUnbilled(parts, plan.refs);
      return result(await connector.takeOver({ tenantId, refs: plan.refs, by, note }), texts, plan.back);
    });
    for (const ref of plan.refs) c.get('session').selection.delete(itemKey(ref));
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  return app;
}

function itemTable(items: readonly NotedItem[], texts: ReadonlyMap<string, ItemText>, done: string): Html {
  return table({
    caption: 'Chosen',
    columns: [{ title: 'What' }, { title: 'Customer' }, { title: 'Day' }, { title: 'How much', figures: true }, { title: 'Outcome' }],
    rows: items.map(({ ref, outcome, message }) => {
      const { what, customer, date, amount } = texts.get(itemKey(ref)) ?? unknown(ref);
      const [text, look] = outcomes[outcome];
      return [what, customer, date, amount, html`<span class="badge ${outcome === 'done' && done !== text ? 'good' : look}">${outcome === 'done' ? done : text}</span>${message === undefined ? nothing : html`<p class="reason">${message}</p>`}`];
    }),
  });
}

function unknown(ref: ItemRef): ItemText {
  return { what: itemName(ref), customer: '', date: '', amount: '' };
}

function result(items: readonly NotedItem[], texts: ReadonlyMap<string, ItemText>, back: string): Html {
  const rest = items.filter(({ outcome }) => outcome === 'refused' || outcome === 'missing').length;
  const marked = items.filter(({ outcome }) => outcome === 'done').length;
  return html`<p class="note ${rest === 0 ? 'good' : 'look'}" role="status"><strong>${marked} of ${items.length} marked as invoiced before.</strong> They are not offered again.${rest === 0 ? nothing : html` ${rest} left alone, see below.`}</p>
${itemTable(items, texts, 'Marked')}
<p><a class="button" href="${back}">Back</a></p>`;
}

function gone(c: Context<Env>): Response | Promise<Response> {
  return errorPage(c, 404, { title: 'This page is gone', message: 'The choice behind this page is not kept any more.', remedy: 'Choose again. What was marked stays marked.' });
}
