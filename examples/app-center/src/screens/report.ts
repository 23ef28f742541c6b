import { Hono } from 'hono';
import type { BillableItem, EntryStatus } from '@x/billing-core';
import { itemKey } from '@x/timechimp-visma-connector';
import { form, hidden, input, select } from '../html/form.ts';
import { count, day } from '../html/format.ts';
import { attribute, type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import { description, quantity } from '../html/work-item.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { type Names, readNames } from '../run/names.ts';
import type { Plans } from '../run/plans.ts';
import { refsOf } from '../run/refs.ts';

const kinds = [
  { kind: 'time', title: 'Hours', one: 'entry of hours', many: 'entries of hours' },
  { kind: 'expense', title: 'Expenses', one: 'expense', many: 'expenses' },
  { kind: 'mileage', title: 'Trips', one: 'trip', many: 'trips' },
] as const;

const statuses: Readonly<Record<string, { readonly label: string; readonly is: readonly EntryStatus[] | undefined }>> = {
  open: { label: 'Not invoiced', is: ['Open', 'PendingApproval', 'Approved', 'Rejected'] },
  approved: { label: 'Approved', is: ['Approved'] },
  invoiced: { label: 'Invoiced', is: ['Invoiced'] },
  all: { label: 'All', is: undefined },
};

/** The names of the filters, in the address and in the form. */
const filters = ['customer', 'project', 'from', 'to', 'status'] as const;
const pageSize = 200;

/** Hours, expenses and trips with one selection over all of them, and the way to an invoice. */
export function reportScreen(parts: AppParts, plans: Plans): Hono<Env> {
  const { source, accountId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const session = c.get('session');
    const { selection } = session;
    const query = (name: string): string => c.req.query(name) ?? '';
    const tab = kinds.find(({ kind }) => kind === query('kind')) ?? kinds[0];
    const chosenStatus = query('status') in statuses ? query('status') : 'open';
    const after = query('after');
    const [names, items] = await Promise.all([
      readNames(source, accountId),
      source.work.page(accountId, {
        kinds: [tab.kind],
        customerIds: query('customer') === '' ? undefined : [query('customer')],
        projectIds: query('project') === '' ? undefined : [query('project')],
        from: isDay(query('from')) ? query('from') : undefined,
        to: isDay(query('to')) ? query('to') : undefined,
        statuses: statuses[chosenStatus]?.is,
        limit: pageSize,
        after: after === '' ? undefined : after,
      }),
    ]);
    const chosen = kinds.map(({ kind, one, many }) => count([...selection].filter((key) => key.startsWith(`${kind}:`)).length, one, many)).join(', ');
    const options = (records: ReadonlyMap<string, { readonly id: string; readonly name: string }>, all: string) => [
      { value: '', label: all },
      ...[...records.values()].map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label, 'en')),
    ];
    return page(
      c,
      'Report',
      form(
        session,
        '/report',
        html`${hidden({ kind: tab.kind })}
<fieldset><legend>Filters</legend><div class="columns">
${select({ name: 'customer', label: 'Customer' }, query('customer'), options(names.customers, 'All customers'))}
${select({ name: 'project', label: 'Project' }, query('project'), options(names.projects, 'All projects'))}
${select({ name: 'status', label: 'Status' }, chosenStatus, Object.entries(statuses).map(([value, { label }]) => ({ value, label })))}
${input({ name: 'from', label: 'From' }, query('from'), { type: 'date' })}
${input({ name: 'to', label: 'Until' }, query('to'), { type: 'date' })}
</div><button name="go" value="filter">Show</button></fieldset>
<nav class="tabs" aria-label="Kind of work"><ul>
${kinds.map(({ kind, title }) => html`<li><button name="go" value="tab:${kind}" ${kind === tab.kind ? html`aria-current="page"` : nothing}>${title}</button></li>`)}
</ul></nav>
<div class="bar">
<p role="status">Chosen: ${chosen}</p>
<details class="menu"><summary>Actions</summary><div>
<button name="go" value="invoice">Invoice in Visma</button>
<button name="go" value="before">Mark as invoiced before</button>
<button name="go" value="clear">Choose nothing</button>
</div></details>
</div>
${
  items.items.length === 0
    ? html`<p class="note look">Nothing fits these filters.</p>`
    : html`<p class="check" data-choose-all hidden><input type="checkbox" id="all"> <label for="all">Choose everything on this page</label></p>
${list(items.items.map(({ content }) => content), names, selection, tab.title)}`
}
${items.next === undefined ? nothing : html`${hidden({ next: items.next })}<p><button name="go" value="next">Next page</button></p>`}`,
      ),
    );
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const { selection } = c.get('session');
    // What this page showed is chosen or not as it says; what other tabs and filters chose stays.
    const picked = new Set(sent.all('pick'));
    for (const key of sent.all('shown')) {
      if (picked.has(key)) selection.add(key);
      else selection.delete(key);
    }
    const go = sent.one('go');
    if (go === 'clear') selection.clear();
    const query = new URLSearchParams({ kind: go.startsWith('tab:') ? go.slice(4) : sent.one('kind') });
    for (const name of filters) if (sent.one(name) !== '') query.set(name, sent.one(name));
    if (go === 'next') query.set('after', sent.one('next'));
    const here = `/report?${query.toString()}`;
    if (go !== 'invoice' && go !== 'before') return c.redirect(here, 303);
    const refs = refsOf(selection);
    if (refs.length === 0) {
      c.get('session').flash = { kind: 'bad', message: 'Nothing is chosen yet. Choose hours, expenses or trips first.' };
      return c.redirect(here, 303);
    }
    return c.redirect(go === 'before' ? `/take-over/${plans.takeOver(refs, here).id}` : `/plans/${plans.invoices(refs, here).id}`, 303);
  });

  return app;
}

function list(items: readonly BillableItem[], names: Names, selection: ReadonlySet<string>, title: string): Html {
  return table({
    caption: title,
    columns: [{ title: 'Day' }, { title: 'Customer and project' }, { title: 'What' }, { title: 'Who' }, { title: 'Quantity', figures: true }, { title: 'Status' }],
    rows: items.flatMap((item) => {
      if (item.kind === 'term') return [];
      const key = itemKey({ kind: item.kind, id: item.id });
      const what = description(item, names);
      const customer = names.customers.get(item.customerId)?.name ?? item.customerId;
      const id = `pick-${item.kind}-${item.id}`;
      return [
        [
          html`<span class="check"><input type="checkbox" id="${id}" name="pick" value="${key}" ${attribute('checked', selection.has(key))}> <label for="${id}">${day(item.date)}<span class="hidden">, ${customer}, ${what}</span></label></span><input type="hidden" name="shown" value="${key}">`,
          html`${customer}<br><span class="hint">${names.projects.get(item.projectId ?? '')?.name ?? 'no project'}</span>`,
          what,
          names.users.get(item.userId ?? '')?.name ?? '',
          quantity(item),
          html`<span class="badge ${item.status === 'Approved' ? 'good' : 'plain'}">${item.status}</span>`,
        ],
      ];
    }),
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
