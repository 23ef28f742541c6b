import { Hono } from 'hono';
import type { DraftRecord, FakeVisma, InvoiceRecord, LedgerItemRecord } from '@x/visma-eaccounting/testing';
import { form, hidden } from './html/form.ts';
import { decimal } from './html/format.ts';
import { type Html, html, nothing } from './html/markup.ts';
import { page } from './html/page.ts';
import { table } from './html/table.ts';
import { fieldsOf } from './security/fields.ts';
import type { Env } from './security/session.ts';

/** What the next booking meets, by name. */
const faults = {
  lost: { label: 'Lose the answer to the next draft (it is made)', on: 'POST /customerinvoicedrafts', fault: { kind: 'reset', committed: true } },
  refused: { label: 'Refuse the next draft', on: 'POST /customerinvoicedrafts', fault: { kind: 'refusal', status: 400, errorCode: 2000, message: 'Refused on purpose.' } },
} as const;

/** The fake Visma from inside: what its books hold, and what a person, or bad luck, could do there. */
export function vismaWindow(fake: () => FakeVisma): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/', (c) => {
    const { drafts, invoices, ledgerItems, customers, vouchers } = fake().books;
    const customer = (id: string): string => customers.find(({ Id }) => Id === id)?.Name ?? id;
    const act = (id: string, name: string, label: string): Html => form(c.get('session'), '/visma', html`${hidden({ id, act: name })}<button>${label}<span class="hidden"> ${id}</span></button>`);
    return page(
      c,
      'The fake Visma from inside',
      html`<p class="lead">This page is no part of the product: it shows the books of the fake, and lets you be the person who works in Visma.</p>
${documents('Drafts', drafts, (draft: DraftRecord) => [
  html`<span id="${draft.Id}">${customer(draft.CustomerId)}</span>`,
  rows(draft.Rows),
  amount(draft.TotalAmount),
  html`<div class="actions">${act(draft.Id, 'convert', 'Make final')}${act(draft.Id, 'change', 'Change a price')}${act(draft.Id, 'delete', 'Delete')}</div>`,
])}
${documents('Invoices', invoices, (invoice: InvoiceRecord) => [
  html`<span id="${invoice.Id}">${String(invoice.InvoiceNumber)} ${customer(invoice.CustomerId)}</span>`,
  rows(invoice.Rows),
  amount(invoice.TotalAmount),
  invoice.IsCreditInvoice ? 'Credit' : act(invoice.Id, 'pay', 'Pay'),
])}
${documents('Ledger items', ledgerItems, (item: LedgerItemRecord) => [
  html`<span id="${item.Id}">${String(item.InvoiceNumber)} ${customer(item.CustomerId)}</span>`,
  html`<span id="${item.VoucherId}">${(vouchers.find(({ Id }) => Id === item.VoucherId)?.Rows ?? []).map((row) => html`${row.AccountNumber}: ${amount(row.DebitAmount)} / ${amount(row.CreditAmount)}<br>`)}</span>`,
  amount(item.TotalAmountInvoiceCurrency),
  nothing,
])}
<section class="panel"><h2>Bad luck</h2><div class="actions">${Object.entries(faults).map(([name, { label }]) => form(c.get('session'), '/visma', html`${hidden({ act: name })}<button>${label}</button>`))}</div></section>`,
    );
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const id = sent.one('id');
    const { person, books } = fake();
    switch (sent.one('act')) {
      case 'convert':
        person.convertDraft(id);
        break;
      case 'change': {
        const draft = books.drafts.find(({ Id }) => Id === id);
        person.editDraft(id, { Rows: (draft?.Rows ?? []).map((row, index) => (index === 0 ? { ...row, UnitPrice: row.UnitPrice + 1 } : row)) });
        break;
      }
      case 'delete':
        person.deleteDraft(id);
        break;
      case 'pay':
        person.payInvoice(id);
        break;
      case 'lost':
        fake().faults.next(faults.lost.on, faults.lost.fault);
        break;
      case 'refused':
        fake().faults.next(faults.refused.on, faults.refused.fault);
    }
    c.get('session').flash = { kind: 'good', message: 'Done.' };
    return c.redirect('/visma', 303);
  });

  return app;
}

function documents<T>(caption: string, items: readonly T[], row: (item: T) => readonly (Html | string)[]): Html {
  return items.length === 0
    ? html`<p>${caption}: none.</p>`
    : table({ caption, columns: [{ title: 'For' }, { title: 'Rows' }, { title: 'Total', figures: true }, { title: 'Do' }], rows: items.map(row) });
}

function rows(lines: readonly { readonly Text: string | null; readonly Quantity: number; readonly UnitPrice: number; readonly IsTextRow?: boolean }[]): Html {
  return html`${lines.map(({ Text, Quantity, UnitPrice }) => html`${Text ?? ''}${Quantity === 0 ? nothing : html`: ${String(Quantity)} x ${String(UnitPrice)}`}<br>`)}`;
}

function amount(value: number): string {
  return decimal(value.toFixed(2));
}
