import { Hono } from 'hono';
import { type InvoiceLine, type InvoiceMethod, sourceKey } from '@x/billing-core';
import { type ItemRef, itemKey, type UnbilledCustomer, type UnbilledItems } from '@x/timechimp-visma-connector';
import { coveredHours, itemList } from '../html/covered-hours.ts';
import { checkbox, form, hidden, input, select } from '../html/form.ts';
import { decimal } from '../html/format.ts';
import { totals } from '../html/invoice.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { describeItems, type ItemTexts } from '../run/describe-items.ts';
import { type Names, readNames } from '../run/names.ts';
import type { Plans } from '../run/plans.ts';
import { refsOf } from '../run/refs.ts';
import { shownItems } from '../run/words.ts';

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
    const [names, unbilled] = await Promise.all([
      readNames(source, accountId),
      connector.unbilledItems({
        tenantId,
        select: { ...(customer === '' ? {} : { customerIds: [customer] }), ...(until === '' ? {} : { until }) },
      }),
    ]);
    const { customers, excluded, problems } = unbilled;
    const marked = customers.flatMap((each) => each.coveredHours.flatMap(({ hours }) => hours));
    const texts = await describeItems(parts, [...marked, ...excluded.map(({ ref }) => ref)].slice(0, shownItems), names);
    const left = leftHours(unbilled, texts);
    const rest = excluded.filter(({ ref }) => !left.has(itemKey(ref)) && !marked.some((each) => itemKey(each) === itemKey(ref)));
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
        html`${hidden({ customer, until })}${customers.map((each) => customerCard(each, names, texts, left))}
<p class="actions"><button class="primary">Preview the invoices</button> <button name="go" value="before">Mark as invoiced before</button></p>`,
      )
}
${rest.length === 0 ? nothing : html`<details class="note"><summary>Left out: ${rest.length}</summary>${itemList(rest, texts)}</details>`}`,
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

/**
 * Hours that a fixed price or subscription covers and that stay as they are, with the project that they are shown under:
 * where the settings leave them alone, and where no term of this page takes them with it.
 */
function leftHours({ customers, excluded }: UnbilledItems, texts: ItemTexts): ReadonlyMap<string, string> {
  const marked = new Set(customers.flatMap((each) => each.coveredHours.flatMap(({ hours }) => hours.map(itemKey))));
  const shown = new Set(customers.flatMap(({ proposal }) => proposal.lines.map(({ projectId }) => projectId)));
  return new Map(
    excluded.flatMap(({ ref, reason }) => {
      const projectId = texts.get(itemKey(ref))?.projectId;
      const isCovered = reason === 'covered-by-fixed-price' || reason === 'covered-by-subscription';
      return isCovered && projectId !== undefined && shown.has(projectId) && !marked.has(itemKey(ref)) ? [[itemKey(ref), projectId] as const] : [];
    }),
  );
}

/** One customer: a group of lines per project, each line a choice, with the hours that its terms cover, and the sums of its invoice. */
function customerCard(customer: UnbilledCustomer, names: Names, texts: ItemTexts, left: ReadonlyMap<string, string>): Html {
  const { name, currencyCode, proposal, linesWithVat } = customer;
  const projects = new Map<string, InvoiceLine[]>();
  for (const line of proposal.lines) projects.set(line.projectId ?? '', [...(projects.get(line.projectId ?? '') ?? []), line]);
  return html`<article class="card"><h2>${name}</h2>
${[...projects].map(([id, lines]) => {
  const project = names.projects.get(id);
  const staying = refsOf([...left].flatMap(([key, projectId]) => (projectId === id ? [key] : [])));
  return html`<fieldset><legend>${project === undefined ? 'Without a project' : `${project.name} (${methods[project.invoicing.method]})`}</legend>
<ul class="bare">${lines.map((line) => html`<li>${choice(line, customer)}${coveredHours(takenBy(line, customer), texts, 'marked')}</li>`)}</ul>
${coveredHours(staying, texts, 'left')}</fieldset>`;
})}
${totals(customer, currencyCode)}
<p class="hint">${linesWithVat === null ? 'Prices and amounts of lines are without VAT.' : 'A private customer: prices and amounts of lines include VAT.'} The sums are those of all its lines together.</p>
</article>`;
}

/** The hours that go with a line's terms. */
function takenBy({ sources }: InvoiceLine, { coveredHours: taken }: UnbilledCustomer): readonly ItemRef[] {
  const keys = new Set(sources.map(sourceKey));
  return taken.flatMap(({ term, hours }) => (keys.has(itemKey(term)) ? hours : []));
}

/** A line to choose, with its figures as the invoice prints them. */
function choice(line: InvoiceLine, { linesWithVat }: UnbilledCustomer): Html {
  const { unitPrice, amount } = linesWithVat?.find(({ key }) => key === line.key) ?? line;
  return checkbox(
    'line',
    line.sources.map((source) => encodeURIComponent(sourceKey(source))).join(' '),
    html`${line.text} <strong>${decimal(amount)}</strong> <span class="hint">${decimal(line.quantity)} x ${decimal(unitPrice)}, VAT ${line.vatRate} %</span>`,
    true,
  );
}
