import { Hono } from 'hono';
import { type InvoiceLine, type InvoiceMethod, sourceKey } from '@x/billing-core';
import type { UnbilledCustomer } from '@x/timechimp-visma-connector';
import { checkbox, form, hidden, input, select } from '../html/form.ts';
import { decimal, itemName, money } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { type Names, readNames } from '../run/names.ts';
import type { Plans } from '../run/plans.ts';
import { refsOf } from '../run/refs.ts';

const methods: Readonly<Record<InvoiceMethod, string>> = {
  NoInvoicing: 'not invoiced',
  TaskHourlyRate: 'hourly rate per activity',
  UserHourlyRate: 'hourly rate per employee',
  CustomerHourlyRate: 'hourly rate of the customer',
  ProjectHourlyRate: 'hourly rate of the project',
  ProjectRate: 'fixed price',
  TaskRate: 'fixed price per activity',
  MilestoneRate: 'milestones',
  Subscription: 'subscription',
};

/** Everything that was not invoiced yet, priced, per customer and project. */
export function unbilledScreen(parts: AppParts, plans: Plans): Hono<Env> {
  const { connector, source, tenantId, accountId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const customer = c.req.query('customer') ?? '';
    const until = dayOf(c.req.query('until'));
    const [names, { customers, excluded, problems }] = await Promise.all([
      readNames(source, accountId),
      connector.unbilledItems({
        tenantId,
        select: { ...(customer === '' ? {} : { customerIds: [customer] }), ...(until === '' ? {} : { until }) },
      }),
    ]);
    return page(
      c,
      'Unbilled items',
      html`<form method="get" action="/unbilled"><fieldset><legend>Filters</legend><div class="columns">
${select({ name: 'customer', label: 'Customer' }, customer, [{ value: '', label: 'All customers' }, ...[...names.customers.values()].map(({ id, name }) => ({ value: id, label: name })).sort((a, b) => a.label.localeCompare(b.label, 'en'))])}
${input({ name: 'until', label: 'Until', hint: 'Empty: today. Subscriptions fall due until then.' }, until, { type: 'date' })}
</div><button>Show</button></fieldset></form>
${problemList(problems, 'What keeps items out')}
${
  customers.length === 0
    ? html`<p class="note ${problems.length === 0 ? 'good' : 'look'}">${problems.length === 0 ? 'Nothing is left to invoice.' : 'Nothing can be invoiced until the errors above are put right.'}</p>`
    : form(
        c.get('session'),
        '/unbilled',
        html`${hidden({ customer, until })}${customers.map((each) => customerCard(each, names))}
<p class="actions"><button class="primary">Preview the invoices</button> <button name="go" value="before">Mark as invoiced before</button></p>`,
      )
}
${excluded.length === 0 ? nothing : html`<details class="note plain"><summary>Left out: ${excluded.length}</summary><ul>${excluded.map(({ ref, message }) => html`<li>${itemName(ref)}: ${message}</li>`)}</ul></details>`}`,
    );
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const until = dayOf(sent.one('until'));
    const filters = new URLSearchParams(Object.entries({ customer: sent.one('customer'), until }).filter(([, value]) => value !== '')).toString();
    const back = filters === '' ? '/unbilled' : `/unbilled?${filters}`;
    const refs = refsOf(sent.all('line').flatMap((keys) => keys.split(' ').map(decodeURIComponent)));
    if (refs.length === 0) {
      c.get('session').flash = { kind: 'bad', message: 'Nothing is chosen yet. Choose lines first.' };
      return c.redirect(back, 303);
    }
    return c.redirect(sent.one('go') === 'before' ? `/take-over/${plans.takeOver(refs, back).id}` : `/plans/${plans.invoices(refs, back, until === '' ? undefined : until).id}`, 303);
  });

  return app;
}

/** What was entered, where it looks like a day; else nothing. */
function dayOf(text = ''): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}

/** One customer: a group of lines per project, each line a choice. */
function customerCard({ name, currencyCode, netAmount, proposal }: UnbilledCustomer, names: Names): Html {
  const projects = new Map<string, InvoiceLine[]>();
  for (const line of proposal.lines) projects.set(line.projectId ?? '', [...(projects.get(line.projectId ?? '') ?? []), line]);
  return html`<article class="card"><h2>${name} <span class="hint">${money(netAmount, currencyCode)} without VAT</span></h2>
${[...projects].map(([id, lines]) => {
  const project = names.projects.get(id);
  return html`<fieldset><legend>${project === undefined ? 'Without a project' : `${project.name} (${methods[project.invoicing.method]})`}</legend>
<ul class="plain">${lines.map((line) => html`<li>${checkbox('line', line.sources.map((source) => encodeURIComponent(sourceKey(source))).join(' '), html`${line.text} <strong>${decimal(line.amount)}</strong> <span class="hint">${decimal(line.quantity)} x ${decimal(line.unitPrice)}, VAT ${line.vatRate} %</span>`, true)}</li>`)}</ul></fieldset>`;
})}
</article>`;
}
