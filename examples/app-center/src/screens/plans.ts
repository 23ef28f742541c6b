import { Hono } from 'hono';
import type { Context } from 'hono';
import type { CreateInvoicesReport, CreateInvoicesRequest, CreateSalesEntriesReport, ExportRecord, ItemRef, Problem } from '@x/timechimp-visma-connector';
import { itemKey } from '@x/timechimp-visma-connector';
import { exportPath, stateBadge } from '../html/exports.ts';
import { errorPage } from '../html/error-page.ts';
import { checkbox, form, hidden, input, select } from '../html/form.ts';
import { count, itemName } from '../html/format.ts';
import { entryCard, invoiceCard } from '../html/invoice.ts';
import { attribute, type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import type { Plan, Plans } from '../run/plans.ts';
import type { Shown } from '../run/shown.ts';

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
          return invoiceResult(report, plan, query);
        })
      : jobs.start(plan.id, 'Sales entries in Visma', async () => entryResult(await connector.createSalesEntries({ tenantId, invoiceIds: plan.invoiceIds, expect }), plan));
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
      connector.exportLog({ tenantId, items: plan.refs }),
    ]);
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
${earlierNote(earlier.exports)}
${report.newCustomers.length === 0 ? nothing : html`<section class="note look"><h2>New customers in Visma</h2><ul>${report.newCustomers.map(({ name, number }) => html`<li>${number} ${name}</li>`)}</ul></section>`}
${problemList(report.problems, 'Errors and warnings')}
${report.invoices.map((item) => invoiceCard(item, parts))}
${excluded(report)}
${confirm(c, plan, { ready, noun: 'invoice', seen: shown.keep(report.expect), options: Object.fromEntries(optionNames.map((name) => [name, name === 'finish' ? finish : option(name)])) })}`,
    );
  }

  async function previewEntries(c: Context<Env>, plan: Plan & { kind: 'sales-entries' }): Promise<Response> {
    const refs = plan.invoiceIds.map((id) => ({ kind: 'invoice' as const, id }));
    const [report, earlier] = await Promise.all([
      connector.createSalesEntries({ tenantId, invoiceIds: plan.invoiceIds, preview: true }),
      connector.exportLog({ tenantId, items: refs }),
    ]);
    const ready = report.entries.filter(({ outcome }) => outcome === 'planned').length;
    return page(
      c,
      'Preview of the sales entries',
      html`<p class="lead">Nothing is booked yet. What is booked cannot be taken back: look at each row.</p>
${earlierNote(earlier.exports)}
${problemList(report.problems, 'Errors and warnings')}
${report.entries.map((item) => entryCard(item, parts))}
${confirm(c, plan, { ready, noun: 'sales entry', many: 'sales entries', seen: shown.keep(report.expect), options: {} })}`,
    );
  }

  function invoiceResult(report: CreateInvoicesReport, plan: Plan & { kind: 'invoices' }, query: string): Html {
    return html`${headline(report.invoices, report.problems)}
${stopped(report)}
${report.newCustomers.length === 0 ? nothing : html`<p>Customers: ${report.newCustomers.map(({ name, number, outcome }) => `${number} ${name}, ${outcome}`).join('; ')}.</p>`}
${problemList(report.problems, 'Errors and warnings')}
${report.invoices.map((item) => invoiceCard(item, parts))}
${excluded(report)}
<p class="actions">${isOutdated(report.invoices, report.problems) ? again(`${plans.invoices(plan.refs, plan.back, plan.until).id}?${query}`) : nothing}
<a class="button" href="${plan.back}">Back to the list</a></p>`;
  }

  function entryResult(report: CreateSalesEntriesReport, plan: Plan & { kind: 'sales-entries' }): Html {
    return html`${headline(report.entries, report.problems)}
${stopped(report)}
${problemList(report.problems, 'Errors and warnings')}
${report.entries.map((item) => entryCard(item, parts))}
<p class="actions">${isOutdated(report.entries, report.problems) ? again(plans.salesEntries(plan.invoiceIds, plan.back).id) : nothing}
<a class="button" href="${plan.back}">Back to the list</a></p>`;
  }
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

/** Items that were exported before: kindly, and with the way to what they became. */
function earlierNote(exports: readonly ExportRecord[]): Html {
  const live = exports.filter(({ state }) => !['released', 'rejected', 'stale', 'not-written', 'undone'].includes(state));
  if (live.length === 0) return nothing;
  return html`<section class="note look"><h2>Already exported</h2><p>Some of this is in Visma, or on its way there. It is not written a second time.</p>
<ul>${live.map(({ key, state, sources }) => html`<li>${sources.map(({ ref }) => itemName(ref)).join(', ')}: ${stateBadge(state)} <a href="${exportPath(key)}">see the export<span class="hidden"> of ${sources.map(({ ref }) => itemName(ref)).join(', ')}</span></a></li>`)}</ul></section>`;
}

function excluded({ excluded: items }: CreateInvoicesReport): Html {
  if (items.length === 0) return nothing;
  return html`<section class="note plain"><h2>Left out</h2><ul>${items.map(({ ref, message }) => html`<li>${itemName(ref)}: ${message}</li>`)}</ul></section>`;
}

/** The way to a new preview of the same choice. What was written is recognised there. */
function again(path: string): Html {
  return html`<a class="button" href="/plans/${path}">Preview again what changed</a>`;
}

type Outcomes = readonly { readonly outcome: string }[];

/** What the preview showed and nothing is planned for any more. */
function goneDocuments(problems: readonly Problem[]): number {
  return problems.filter(({ code }) => code === 'preview-outdated').length;
}

function isOutdated(items: Outcomes, problems: readonly Problem[]): boolean {
  return goneDocuments(problems) > 0 || items.some(({ outcome }) => outcome === 'stale');
}

/** The items that need not stay chosen: all of them, or only what was written, where the rest is to be previewed again. */
function doneWith({ invoices, problems }: CreateInvoicesReport, refs: readonly ItemRef[]): readonly string[] {
  if (!isOutdated(invoices, problems)) return refs.map(itemKey);
  return invoices.flatMap(({ outcome, proposal }) => (outcome === 'exported' || outcome === 'already-exported' ? proposal.sources.map(itemKey) : []));
}

function headline(items: Outcomes, problems: readonly Problem[]): Html {
  const number = (...outcomes: readonly string[]): number => items.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [written, before, stale] = [number('exported'), number('already-exported'), number('stale')];
  // What is gone may be what another, stale one became: it is not counted twice.
  const gone = Math.max(0, goneDocuments(problems) - stale);
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

function gone(c: Context<Env>): Response | Promise<Response> {
  return errorPage(c, 404, { title: 'This preview is gone', message: 'The choice behind this page is not kept any more.', remedy: 'Choose again. What was exported already is recognised and not written twice.' });
}
