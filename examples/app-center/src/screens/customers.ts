import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { ImportedCustomer, ImportReport } from '@x/timechimp-visma-connector';
import { attribute, type Html, html, nothing } from '../html/markup.ts';
import { form, hidden, input, select } from '../html/form.ts';
import { count } from '../html/format.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { withValue } from '../settings/values.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';

const pageSize = 50;

/** Customers, their import from Visma, now or every night. */
export function customersScreen(parts: AppParts, jobs: Jobs): Hono<Env> {
  const { connector, source, tenantId, accountId } = parts;
  const app = new Hono<Env>();
  // One import at a time: a second click, or a second tab, sees the one that runs.
  let running: string | undefined;

  app.get('/', async (c) => {
    const session = c.get('session');
    const after = c.req.query('after');
    const [{ settings, version }, customers] = await Promise.all([
      connector.readSettings({ tenantId }),
      source.customers.page(accountId, { limit: pageSize, ...(after === undefined ? {} : { after }) }),
    ]);
    const { nightly, hour, timeZone } = settings.import;
    return page(
      c,
      'Customers',
      html`<div class="columns">
<section class="panel"><h2>Import from Visma</h2>
${form(
  session,
  '/customers/import',
  html`${hidden({ job: randomUUID() })}
${select({ name: 'mode', label: 'Read' }, 'changed', [{ value: 'changed', label: 'what changed since the last time' }, { value: 'full', label: 'everything' }])}
<button class="primary">Import now</button>`,
)}
<p><a href="/customers/links">Customers whose numbers differ, or are missing</a></p></section>
<section class="panel"><h2>Every night</h2>
${form(
  session,
  '/customers/nightly',
  html`${hidden({ version: String(version) })}
<span class="check"><input type="checkbox" role="switch" id="nightly" name="nightly" value="yes" ${attribute('checked', nightly)}> <label for="nightly">Import every night</label></span>
${input({ name: 'hour', label: 'Hour', hint: `0 to 23, in the time of ${timeZone}` }, String(hour), { type: 'number', min: 0, max: 23, required: true })}
<button>Save</button>`,
)}</section>
</div>
${table({
  caption: `Customers in TimeChimp${after === undefined ? '' : ', continued'}`,
  columns: [{ title: 'Name' }, { title: 'Number' }, { title: 'City' }, { title: 'Active' }],
  rows: customers.items.map(({ name, number, address, active }) => [
    name,
    (number ?? '').trim() === '' ? html`<span class="badge look">No number</span>` : html`${number}`,
    address?.city ?? '',
    active ? 'yes' : 'no',
  ]),
})}
${customers.next === undefined ? nothing : html`<p><a class="button" href="/customers?after=${encodeURIComponent(customers.next)}">Next page</a></p>`}`,
    );
  });

  app.post('/import', async (c) => {
    const sent = await fieldsOf(c);
    const mode = sent.one('mode') === 'full' ? 'full' : 'changed';
    const current = jobs.find(running ?? '');
    const job = current?.state === 'running' ? current : jobs.start(`import-${sent.one('job')}`, 'Import of customers', async () => result(await connector.importCustomers({ tenantId, mode })));
    running = job.id;
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  app.post('/nightly', async (c) => {
    const sent = await fieldsOf(c);
    const nightly = sent.one('nightly') === 'yes';
    const hour = sent.one('hour');
    const { settings } = await connector.readSettings({ tenantId });
    const next = withValue(withValue(settings, 'import.nightly', nightly), 'import.hour', /^\d+$/.test(hour) ? Number(hour) : hour);
    await connector.saveSettings({ tenantId, settings: next, expectedVersion: Number(sent.one('version')) });
    c.get('session').flash = { kind: 'good', message: nightly ? `Customers are imported every night at ${hour}:00.` : 'Customers are imported only by hand.' };
    return c.redirect('/customers', 303);
  });

  return app;
}

const outcomes: Readonly<Record<ImportedCustomer['outcome'], string>> = {
  created: 'new in TimeChimp',
  updated: 'changed',
  unchanged: 'unchanged',
  conflict: 'in conflict',
  'no-number': 'without a number in Visma',
  skipped: 'left out',
  refused: 'refused by TimeChimp',
};

/** What an import did: figures first, then whatever deserves a look. */
function result({ customers, mode, fullBecause, withoutNumber, vanished }: ImportReport): Html {
  const number = (outcome: ImportedCustomer['outcome']): number => customers.filter((each) => each.outcome === outcome).length;
  const look = customers.filter(({ outcome }) => !['unchanged', 'created'].includes(outcome));
  return html`<p class="note good" role="status">${count(customers.length, 'customer')} read (${mode === 'full' ? 'everything' : 'what changed'}${fullBecause === undefined ? '' : `: ${fullBecause}`}).</p>
<ul>${(Object.keys(outcomes) as ImportedCustomer['outcome'][]).filter((outcome) => number(outcome) > 0).map((outcome) => html`<li>${number(outcome)} ${outcomes[outcome]}</li>`)}</ul>
${look.length === 0 ? nothing : table({ caption: 'Worth a look', columns: [{ title: 'Customer' }, { title: 'Number' }, { title: 'What' }], rows: look.map(({ name, number: no, outcome, message }) => [name, no, `${outcomes[outcome]}${message === undefined ? '' : `: ${message}`}`]) })}
${withoutNumber.length === 0 ? nothing : table({ caption: 'In TimeChimp without a number', columns: [{ title: 'Customer' }, { title: 'In Visma by the same name' }], rows: withoutNumber.map(({ name, suggestion }) => [name, suggestion ?? 'none']) })}
${vanished.length === 0 ? nothing : html`<p class="note look">${count(vanished.length, 'linked customer')} no longer in Visma.</p>`}
<p><a class="button" href="/customers">Back to the customers</a></p>`;
}
