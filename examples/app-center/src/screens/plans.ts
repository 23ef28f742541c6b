import { Hono } from 'hono';
import type { Context } from 'hono';
import type { CreateInvoicesReport, CreateInvoicesRequest, CreateSalesEntriesReport, ItemRef } from '@x/timechimp-visma-connector';
import { itemKey } from '@x/timechimp-visma-connector';
import { errorPage } from '../html/error-page.ts';
import { checkbox, form, hidden, input, select } from '../html/form.ts';
import { count } from '../html/format.ts';
import { entryCard, invoiceCard } from '../html/invoice.ts';
import { attribute, type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import { type EarlierExports, earlierNote, entryResult, excludedNote, invoiceResult, isOutdated } from '../html/results.ts';
import type { AppParts } from '../parts.ts';
import { customersOf } from '../run/customers-of.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import type { Plan, Plans } from '../run/plans.ts';
import type { Shown } from '../run/shown.ts';
import { type Words, wordsFor } from '../run/words.ts';

/** What is to be written, shown in full before anything is; then written once, however often it is confirmed. */
export function plansScreen(parts: AppParts, plans: Plans, shown: Shown, jobs: Jobs): Hono<Env> {
  const { connector, tenantId } = parts;
  const app = new Hono<Env>();

  app.get('/:id', async (c) => {
    const plan = plans.find(c.req.param('id'));
    if (!plan || plan.kind === 'take-over') return gone(c);
    if (jobs.find(plan.id)) return c.redirect(`/jobs/${plan.id}`, 303);
    return plan.kind === 'invoices' ? previewInvoices(c, plan) : previewEntries(c, plan);
  });

  app.post('/:id', async (c) => {
    const plan = plans.find(c.req.param('id'));
    if (!plan || plan.kind === 'take-over') return gone(c);
    const sent = await fieldsOf(c);
    const here = `/plans/${plan.id}`;
    const query = optionQuery(sent.one);
    const expected = shown.find(sent.one('seen'));
    if (!jobs.find(plan.id) && !expected) {
      c.get('session').flash = { kind: 'bad', message: 'What this page showed is not kept any more, so nothing was written. Look at it again.' };
      return c.redirect(`${here}?${query}`, 303);
    }
    // Prices, customers or articles may have changed since the page was shown: only what was seen is written.
    const expect = expected ?? [];
    const job = plan.kind === 'invoices'
      ? jobs.start(plan.id, 'Invoices in Visma', async () => {
          const report = await connector.createInvoices({ ...invoiceRequest(plan, sent.one), expect });
          for (const key of doneWith(report, plan.refs)) c.get('session').selection.delete(key);
          const words = await wordsOfInvoices(report);
          if (!isOutdated(report.invoices, report.problems)) return invoiceResult(parts, report, words, { back: plan.back });
          const again = `/plans/${plans.invoices(plan.refs, plan.back, plan.until).id}?${query}`;
          return invoiceResult(parts, report, words, { back: plan.back, outdated: { again, earlier: await exportsBefore(plan.refs, report.invoices) } });
        })
      : jobs.start(plan.id, 'Sales entries in Visma', async () => {
          const report = await connector.createSalesEntries({ tenantId, invoiceIds: plan.invoiceIds, expect });
          const words = await wordsOfEntries(report);
          if (!isOutdated(report.entries, report.problems)) return entryResult(parts, report, words, { back: plan.back });
          const again = `/plans/${plans.salesEntries(plan.invoiceIds, plan.back).id}`;
          return entryResult(parts, report, words, { back: plan.back, outdated: { again, earlier: await exportsBefore(invoiceRefs(plan), report.entries) } });
        });
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  return app;

  function invoiceRequest(plan: Plan & { kind: 'invoices' }, option: (name: string) => string): CreateInvoicesRequest {
    const [finish, invoiceDate] = [option('finish'), option('invoiceDate')];
    return {
      tenantId,
      select: { refs: plan.refs, ...(plan.until === undefined ? {} : { until: plan.until }) },
      ...(finish === 'draft' || finish === 'final' ? { finish } : {}),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(invoiceDate) ? { invoiceDate } : {}),
      allowIncomplete: option('allowIncomplete') === 'yes',
      confirmCredit: option('confirmCredit') === 'yes',
    };
  }

  async function previewInvoices(c: Context<Env>, plan: Plan & { kind: 'invoices' }): Promise<Response> {
    const option = (name: string): string => c.req.query(name) ?? '';
    const [report, { settings }, earlier] = await Promise.all([
      connector.createInvoices({ ...invoiceRequest(plan, option), preview: true }),
      connector.readSettings({ tenantId }),
      exportsOf(plan.refs),
    ]);
    const words = await wordsOfInvoices(report);
    const ready = report.invoices.filter(({ outcome }) => outcome === 'planned').length;
    const finish = option('finish') === '' ? settings.invoices.finish : option('finish');
    return page(
      c,
      'Preview of the invoices',
      html`<p class="lead">Nothing is written yet. ${count(report.invoices.length, 'invoice')} from ${count(plan.refs.length, 'item')}.</p>
<form method="get" action="/plans/${plan.id}"><fieldset><legend>Options</legend><div class="columns">
${select({ name: 'finish', label: 'Make' }, finish, [{ value: 'draft', label: 'drafts' }, { value: 'final', label: 'final invoices' }])}
${input({ name: 'invoiceDate', label: 'Invoice date', hint: 'Empty: as the settings say.' }, option('invoiceDate'), { type: 'date' })}
<div class="field">${checkbox('allowIncomplete', 'yes', 'Leave out items with errors', option('allowIncomplete') === 'yes')}
${report.invoices.some(({ proposal }) => proposal.isCredit) ? checkbox('confirmCredit', 'yes', 'Make credit drafts of totals below zero', option('confirmCredit') === 'yes') : nothing}</div>
</div><button>Show with these</button></fieldset></form>
${earlierNote(earlier)}
${report.newCustomers.length === 0 ? nothing : html`<section class="note look"><h2>New customers in Visma</h2><ul>${report.newCustomers.map(({ name, number }) => html`<li>${number} ${name}</li>`)}</ul></section>`}
${problemList(report.problems, 'Errors and warnings')}
${report.invoices.map((item) => invoiceCard(item, parts, words))}
${excludedNote(report.excluded, words.items, earlier)}
${confirm(c, plan, { ready, noun: 'invoice', seen: shown.keep(report.expect), options: Object.fromEntries(optionNames.map((name) => [name, name === 'finish' ? finish : option(name)])) })}`,
    );
  }

  async function previewEntries(c: Context<Env>, plan: Plan & { kind: 'sales-entries' }): Promise<Response> {
    const [report, earlier] = await Promise.all([
      connector.createSalesEntries({ tenantId, invoiceIds: plan.invoiceIds, preview: true }),
      exportsOf(invoiceRefs(plan)),
    ]);
    const words = await wordsOfEntries(report);
    const ready = report.entries.filter(({ outcome }) => outcome === 'planned').length;
    return page(
      c,
      'Preview of the sales entries',
      html`<p class="lead">Nothing is booked yet. What is booked cannot be taken back: look at each row.</p>
${earlierNote(earlier)}
${problemList(report.problems, 'Errors and warnings')}
${report.entries.map((item) => entryCard(item, parts, words))}
${confirm(c, plan, { ready, noun: 'sales entry', many: 'sales entries', seen: shown.keep(report.expect), options: {} })}`,
    );
  }

  /** What became of these items before this run, in another tab or by another person. */
  async function exportsBefore(items: readonly ItemRef[], run: readonly { readonly key: string; readonly outcome: string }[]): Promise<EarlierExports> {
    const { exports, customers } = await exportsOf(items);
    const now = new Set(run.flatMap(({ key, outcome }) => (outcome === 'stale' ? [] : [key])));
    return { exports: exports.filter(({ key }) => !now.has(key)), customers };
  }

  /** Every export of these items, and whom it was for. */
  async function exportsOf(items: readonly ItemRef[]): Promise<EarlierExports> {
    const { exports } = await connector.exportLog({ tenantId, items });
    return { exports, customers: await customersOf(parts, exports) };
  }

  function wordsOfInvoices({ invoices, excluded }: CreateInvoicesReport): Promise<Words> {
    const items = [...invoices.flatMap(({ coveredHours }) => coveredHours), ...excluded.map(({ ref }) => ref)];
    return wordsFor(parts, items, invoices);
  }

  function wordsOfEntries({ entries }: CreateSalesEntriesReport): Promise<Words> {
    return wordsFor(parts, [], entries);
  }
}

function invoiceRefs({ invoiceIds }: Plan & { kind: 'sales-entries' }): readonly ItemRef[] {
  return invoiceIds.map((id) => ({ kind: 'invoice', id }));
}

const optionNames = ['finish', 'invoiceDate', 'allowIncomplete', 'confirmCredit'] as const;

function optionQuery(option: (name: string) => string): string {
  return new URLSearchParams(optionNames.flatMap((name) => (option(name) === '' ? [] : [[name, option(name)]]))).toString();
}

interface Confirmation {
  readonly ready: number;
  readonly noun: string;
  readonly many?: string;
  readonly seen: string;
  readonly options: Readonly<Record<string, string>>;
}

function confirm(c: Context<Env>, plan: Plan, { ready, noun, many = `${noun}s`, seen, options }: Confirmation): Html {
  return form(
    c.get('session'),
    `/plans/${plan.id}`,
    html`${hidden({ seen, ...options })}
<p class="actions">${ready === 0 ? html`<span>There is nothing to write.</span>` : nothing}
<button class="primary" ${attribute('disabled', ready === 0)}>Write ${count(ready, noun, many)} in Visma</button>
<a class="button" href="${plan.back}">Back, write nothing</a></p>`,
  );
}

/** The items that need not stay chosen: all of them, or only what was written, where the rest is to be previewed again. */
function doneWith({ invoices, problems }: CreateInvoicesReport, refs: readonly ItemRef[]): readonly string[] {
  if (!isOutdated(invoices, problems)) return refs.map(itemKey);
  return invoices.flatMap(({ outcome, proposal }) => (outcome === 'exported' || outcome === 'already-exported' ? proposal.sources.map(itemKey) : []));
}

function gone(c: Context<Env>): Response | Promise<Response> {
  return errorPage(c, 404, { title: 'This preview is gone', message: 'The choice behind this page is not kept any more.', remedy: 'Choose again. What was exported already is recognised and not written twice.' });
}
