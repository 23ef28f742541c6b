import { Hono } from 'hono';
import { type Invoice, type InvoiceStatus, invoiceNumberText } from '@x/billing-core';
import { type ExportRecord, type ItemMark, itemKey } from '@x/timechimp-visma-connector';
import { exportPath, stateBadge } from '../html/exports.ts';
import { errorPage } from '../html/error-page.ts';
import { form, hidden, input, select } from '../html/form.ts';
import { atLeastCents, day, decimal, money } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import type { Plans } from '../run/plans.ts';

const statusNames: Readonly<Record<InvoiceStatus, string>> = { Concept: 'Not sent', Open: 'Sent', Paid: 'Paid' };
const freeStates = ['released', 'rejected', 'stale', 'not-written', 'undone'];
const pageSize = 100;

/** The invoices that TimeChimp made, and their booking in Visma once they were sent. */
export function invoicesScreen(parts: AppParts, plans: Plans): Hono<Env> {
  const { connector, source, tenantId, accountId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const query = (name: string): string => c.req.query(name) ?? '';
    const status = (Object.keys(statusNames) as InvoiceStatus[]).find((each) => each === query('status'));
    const { items, next } = await source.invoices.page(accountId, {
      from: isDay(query('from')) ? query('from') : undefined,
      to: isDay(query('to')) ? query('to') : undefined,
      statuses: status === undefined ? undefined : [status],
      limit: pageSize,
      after: query('after') === '' ? undefined : query('after'),
    });
    const exported = await exportsOf(items.map(({ id }) => id));
    const sent = items.filter((invoice) => isSent(invoice) && !exported.has(invoice.id));
    const before = await takenOver(sent.map(({ id }) => id));
    const open = sent.filter(({ id }) => !before.has(id));
    return page(
      c,
      'Invoices',
      html`<form method="get" action="/invoices"><fieldset><legend>Filters</legend><div class="columns">
${select({ name: 'status', label: 'Status' }, status ?? '', [{ value: '', label: 'All' }, ...Object.entries(statusNames).map(([value, label]) => ({ value, label }))])}
${input({ name: 'from', label: 'From' }, query('from'), { type: 'date' })}
${input({ name: 'to', label: 'Until' }, query('to'), { type: 'date' })}
</div><button>Show</button></fieldset></form>
${items.length === 0 ? html`<p class="note look">TimeChimp has no such invoices.</p>` : form(c.get('session'), '/invoices', html`
${table({
  caption: 'Invoices made in TimeChimp',
  columns: [{ title: 'Number' }, { title: 'Customer' }, { title: 'Date' }, { title: 'Total', figures: true }, { title: 'Status' }, { title: 'In Visma' }],
  rows: items.map((invoice) => [
    numberCell(invoice, open.includes(invoice)),
    invoice.customerName ?? invoice.customerId,
    day(invoice.date),
    money(invoice.total, invoice.currencyCode),
    html`<span class="badge ${isSent(invoice) ? 'good' : 'plain'}">${statusNames[invoice.status]}</span>`,
    before.has(invoice.id) ? html`<span class="badge plain">Booked before</span>` : exportCell(exported.get(invoice.id)),
  ]),
})}
<p class="actions">${open.length === 0 ? html`<span>Every sent invoice on this page is booked or under way.</span>` : html`<button class="primary">Create sales entries</button> <button name="go" value="before">Mark as booked before</button>`}</p>`)}
${next === undefined ? nothing : html`<p><a class="button" href="/invoices?${new URLSearchParams({ status: status ?? '', from: query('from'), to: query('to'), after: next }).toString()}">Next page</a></p>`}`,
    );
  });

  app.get('/:id', async (c) => {
    const [invoice] = await source.invoices.get(accountId, [c.req.param('id')]);
    if (!invoice) return errorPage(c, 404, { title: 'No such invoice', message: 'TimeChimp has no such invoice (any more).', remedy: 'Choose one from the list.' });
    const record = (await exportsOf([invoice.id])).get(invoice.id);
    const before = (await takenOver([invoice.id])).get(invoice.id);
    return page(
      c,
      `Invoice ${invoiceNumberText(invoice)}`,
      html`<dl class="facts">
<div><dt>Customer</dt><dd>${invoice.customerName ?? invoice.customerId}</dd></div>
<div><dt>Date</dt><dd>${day(invoice.date)}</dd></div>
<div><dt>Due</dt><dd>${day(invoice.dueDate)}</dd></div>
<div><dt>Status</dt><dd>${statusNames[invoice.status]}${invoice.credit ? ', credit' : ''}</dd></div>
<div><dt>In Visma</dt><dd>${exportCell(record)}</dd></div>
</dl>
${table({
  caption: 'Rows',
  columns: [{ title: 'Description' }, { title: 'Quantity', figures: true }, { title: 'Price', figures: true }, { title: 'VAT', figures: true }],
  rows: invoice.rows.map(({ description, quantity, price, taxPercent }) => [description ?? '', decimal(quantity), decimal(atLeastCents(price)), `${taxPercent} %`]),
})}
<dl class="totals"><div><dt>Without VAT</dt><dd>${money(invoice.totalExTax, invoice.currencyCode)}</dd></div><div class="sum"><dt>Total</dt><dd>${money(invoice.total, invoice.currencyCode)}</dd></div></dl>
${offer(invoice, record)}
<p><a href="/invoices">All invoices</a></p>`,
    );

    function offer(one: Invoice, exported: ExportRecord | undefined): Html {
      if (!isSent(one)) return html`<p class="note look">Send this invoice in TimeChimp first: only sent invoices are booked.</p>`;
      if (before) return html`<p class="note good">It was booked before this connection, as ${before.by} noted: ${before.note}</p>`;
      if (exported) return html`<p class="note good">There is a sales entry for this invoice already. It is not booked a second time.</p>`;
      return form(c.get('session'), '/invoices', html`${hidden({ pick: one.id, back: one.id })}<p class="actions"><button class="primary">Create sales entry</button></p>`);
    }
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const back = sent.one('back') === '' ? '/invoices' : `/invoices/${encodeURIComponent(sent.one('back'))}`;
    const ids = sent.all('pick');
    if (ids.length === 0) {
      c.get('session').flash = { kind: 'bad', message: 'No invoice is chosen yet. Choose invoices that were sent.' };
      return c.redirect(back, 303);
    }
    if (sent.one('go') === 'before') return c.redirect(`/take-over/${plans.takeOver(ids.map((id) => ({ kind: 'invoice', id })), back).id}`, 303);
    return c.redirect(`/plans/${plans.salesEntries(ids, back).id}`, 303);
  });

  return app;

  /** The note of each invoice that was taken over as booked before, by invoice id. */
  async function takenOver(ids: readonly string[]): Promise<ReadonlyMap<string, ItemMark>> {
    const histories = await Promise.all(ids.map((id) => connector.itemHistory({ tenantId, item: { kind: 'invoice', id } })));
    return new Map(histories.flatMap(({ item, note }) => (note?.kind === 'billed' ? [[item.id, note] as const] : [])));
  }

  /** The live export of each invoice, by invoice id. */
  async function exportsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ExportRecord>> {
    if (ids.length === 0) return new Map();
    const { exports } = await connector.exportLog({ tenantId, items: ids.map((id) => ({ kind: 'invoice', id })) });
    const live = exports.filter(({ state }) => !freeStates.includes(state));
    const wanted = new Set(ids.map((id) => itemKey({ kind: 'invoice', id })));
    return new Map(live.flatMap((record) => record.sources.filter(({ ref }) => wanted.has(itemKey(ref))).map(({ ref }) => [ref.id, record] as const)));
  }
}

function isSent({ status }: Invoice): boolean {
  return status !== 'Concept';
}

function numberCell(invoice: Invoice, canBook: boolean): Html {
  const number = invoiceNumberText(invoice);
  const link = html`<a href="/invoices/${encodeURIComponent(invoice.id)}">${number}</a>`;
  return canBook ? html`<span class="check"><input type="checkbox" name="pick" value="${invoice.id}" aria-label="Choose invoice ${number}"> ${link}</span>` : link;
}

function exportCell(record: ExportRecord | undefined): Html {
  return record === undefined ? html`no` : html`${stateBadge(record.state)} <a href="${exportPath(record.key)}">export<span class="hidden"> ${record.mark}</span></a>`;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
