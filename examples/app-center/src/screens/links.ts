import { Hono } from 'hono';
import { ConnectorError, type ImportedCustomer, type LinkedCustomer, type SourceCustomer } from '@x/timechimp-visma-connector';
import { errorPage } from '../html/error-page.ts';
import { form, input } from '../html/form.ts';
import { count } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { type CustomerMatch, matchCustomers } from '../run/match-customers.ts';
import { readAll } from '../run/read-all.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

/** Which customer of Visma each of TimeChimp's is. Equal numbers match by themselves; a name only suggests, and a person links. */
export function linksScreen(parts: AppParts): Hono<Env> {
  const { connector, source, tenantId, accountId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const { matches } = await read();
    const open = matches.filter(({ state }) => state !== 'number' && state !== 'linked');
    const all = c.req.query('show') === 'all';
    const shown = all ? matches : open;
    return page(
      c,
      'Customers in Visma',
      html`<p class="lead">Customers with the same number in TimeChimp and in Visma belong together by themselves. Link the others here, before you import or invoice: otherwise they become new customers.</p>
<nav class="tabs" aria-label="Which customers"><ul>
<li><a href="/customers/links" ${all ? nothing : html`aria-current="page"`}>To look at (${open.length})</a></li>
<li><a href="/customers/links?show=all" ${all ? html`aria-current="page"` : nothing}>All (${matches.length})</a></li>
</ul></nav>
${
  shown.length === 0
    ? html`<p class="note good">Every customer has its counterpart in Visma.</p>`
    : table({
        caption: all ? 'All customers of TimeChimp' : 'Customers without a counterpart in Visma',
        columns: [{ title: 'In TimeChimp' }, { title: 'In Visma' }, { title: 'Link' }],
        rows: shown.map((match) => [
          html`${match.ours.name} <span class="hint">${match.ours.number ?? 'no number'}</span>`,
          stateText(match),
          html`<a href="${pathOf(match.ours)}${match.suggestion === undefined ? '' : `?check=${match.suggestion.vismaId}`}">${match.suggestion === undefined ? (match.state === 'linked' ? 'Change' : 'Choose') : 'Look at it'}<span class="hidden"> for ${match.ours.name}</span></a>`,
        ]),
      })
}
<p><a class="button" href="/customers">Back to the customers</a></p>`,
    );
  });

  app.get('/:id', async (c) => {
    const session = c.get('session');
    const { matches, customers } = await read();
    const match = matches.find(({ ours }) => ours.id === c.req.param('id'));
    if (!match) return errorPage(c, 404, { title: 'No such customer', message: 'TimeChimp has no such customer (any more).', remedy: 'Choose one from the list.' });
    const { ours } = match;
    const search = (c.req.query('q') ?? '').trim();
    const entered = (c.req.query('check') ?? '').trim();
    const checked = entered === '' ? undefined : await check(ours.id, entered);
    const found = search === '' ? [] : fitting(customers, search);
    const here = pathOf(ours);
    return page(
      c,
      `Counterpart of ${ours.name}`,
      html`<dl class="facts"><div><dt>Number in TimeChimp</dt><dd>${ours.number ?? 'none'}</dd></div><div><dt>Place</dt><dd>${ours.address?.city ?? 'unknown'}</dd></div><div><dt>In Visma</dt><dd>${stateText(match)}</dd></div></dl>
<section class="panel"><h2>Customer in Visma</h2>
<form method="get" action="${here}">
${input({ name: 'check', label: 'Customer', hint: 'A customer number, or the id in Visma.', ...(checked?.error === undefined ? {} : { errors: [checked.error] }) }, checked?.visma?.number ?? entered, { required: true })}
<button>Check</button>
</form>
${checked?.visma ? html`<div class="note good" role="status"><p>This is <strong>${checked.visma.number} ${checked.visma.name}</strong>. From then on they are one, whatever their numbers and names are.</p>
${form(session, here, html`<input type="hidden" name="visma" value="${checked.visma.id}"><button class="primary">Link ${ours.name} to it</button>`)}</div>` : nothing}
</section>
<section class="panel"><h2>Search customers in Visma</h2>
<form method="get" action="${here}" role="search">
${input({ name: 'q', label: 'Words of the name, or a part of the number' }, search, { type: 'search' })}
<button>Search</button>
</form>
${
  search === ''
    ? nothing
    : found.length === 0
      ? html`<p class="note look" role="status">No customer fits these words.</p>`
      : html`<p role="status">${count(found.length, 'customer')}</p>${table({
          caption: 'Customers found in Visma',
          columns: [{ title: 'Customer' }, { title: 'Choose' }],
          rows: found.slice(0, 50).map(({ vismaId, number, name }) => [`${number} ${name}`, html`<a href="${here}?check=${vismaId}">Check<span class="hidden"> ${number} ${name}</span></a>`]),
        })}`
}
</section>
${match.state === 'linked' || match.state === 'vanished' ? form(session, here, html`<button class="danger">Take the link away</button>`) : nothing}
<p><a href="/customers/links">All customers to look at</a></p>`,
    );
  });

  app.post('/:id', async (c) => {
    const visma = (await fieldsOf(c)).one('visma');
    const { visma: now } = await connector.linkCustomer({ tenantId, customerId: c.req.param('id'), vismaCustomer: visma === '' ? null : visma });
    c.get('session').flash = { kind: 'good', message: now === null ? 'The link is gone; numbers count again.' : `Linked with ${now.number} ${now.name}.` };
    return c.redirect('/customers/links', 303);
  });

  return app;

  /** What an import would do, which is what tells who belongs to whom. It reads every customer of Visma and writes nothing. */
  async function read(): Promise<{ readonly matches: readonly CustomerMatch[]; readonly customers: readonly ImportedCustomer[] }> {
    const [report, ours] = await Promise.all([
      connector.importCustomers({ tenantId, mode: 'full', preview: true }),
      readAll((next) => source.customers.page(accountId, next)),
    ]);
    return { matches: matchCustomers(ours, report), customers: report.customers };
  }

  async function check(customerId: string, vismaCustomer: string): Promise<{ readonly visma?: LinkedCustomer['visma']; readonly error?: string }> {
    try {
      return { visma: (await connector.linkCustomer({ tenantId, customerId, vismaCustomer, preview: true })).visma };
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'items-unknown') return { error: `${error.message} ${error.remedy}` };
      throw error;
    }
  }
}

function fitting(customers: readonly ImportedCustomer[], words: string): readonly ImportedCustomer[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return customers.filter(({ number, name }) => wanted.every((word) => `${number} ${name}`.toLowerCase().includes(word)));
}

function pathOf({ id }: SourceCustomer): string {
  return `/customers/links/${encodeURIComponent(id)}`;
}

function stateText({ state, visma, suggestion, message }: CustomerMatch): Html {
  const name = visma === undefined ? '' : `${visma.number} ${visma.name}`;
  switch (state) {
    case 'number':
      return html`${name} <span class="hint">same number</span>`;
    case 'linked':
      return html`${name} <span class="badge good">Linked</span>`;
    case 'vanished':
      return html`<span class="badge bad">Linked customer is gone</span>`;
    case 'conflict':
      return html`<span class="badge bad">Number not unique</span> <span class="hint">${message ?? ''}</span>`;
    case 'none':
      return suggestion === undefined
        ? html`<span class="badge plain">None</span> <span class="hint">created with its first invoice</span>`
        : html`<span class="badge look">Same name</span> ${suggestion.number} ${suggestion.name}`;
  }
}
