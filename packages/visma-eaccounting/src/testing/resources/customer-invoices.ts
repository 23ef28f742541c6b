import { complete } from '../models/complete.ts';
import { buildDraft } from '../sales/draft.ts';
import { bookInvoice } from '../sales/invoice.ts';
import { payInvoice } from '../sales/payment.ts';
import { voidInvoice } from '../sales/void.ts';
import { quickInvoice, wireInvoice } from '../sales/wire.ts';
import type { DraftRecord, InvoiceRecord } from '../state/sales-records.ts';
import { created, done, ok } from '../wire/answer.ts';
import { textIn, textOf } from '../wire/fields.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { invalid, notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';
import { pdfWith } from './pdf.ts';

const model = 'CustomerInvoiceApi';

/** Invoices, and the ledger items that show up among them. */
function all({ company }: Call): InvoiceRecord[] {
  return [...company.invoices.all(), ...company.ledgerItems.all().map((item) => quickInvoice(company, item))];
}

function find(call: Call): InvoiceRecord {
  const id = param(call, 'invoiceId').toLowerCase();
  const invoice = all(call).find(({ Id }) => Id === id);
  if (!invoice) throw notFound(`CustomerInvoice ${id}`);
  return invoice;
}

function wire(call: Call, invoice: InvoiceRecord): WireObject {
  return complete(model, wireInvoice(call.world, invoice));
}

/** Rows of an invoice have no reverse-charge flag; a row without an article is a text row. */
function draftRows(body: WireObject): WireObject[] {
  const rows = Array.isArray(body['Rows']) ? body['Rows'].filter(isWireObject) : [];
  return rows.map((row) => ({ ...row, IsTextRow: textIn(row, 'ArticleId') === undefined, ReversedConstructionServicesVatFree: false }));
}

/** POST creates and books at once; with CreatedFromDraftId it books that draft instead of the rows. */
function book(call: Call): InvoiceRecord {
  const { world, company } = call;
  const from = isWireObject(call.body) ? textIn(call.body, 'CreatedFromDraftId') : undefined;
  const body = bodyOf(call, model, (given) =>
    from === undefined && draftRows(given).length === 0 ? [{ field: 'Rows', message: 'is required' }] : [],
  );
  const draft: DraftRecord =
    from === undefined
      ? buildDraft(world, company, { ...body, Rows: draftRows(body) })
      : needed(company.drafts, from, 'CustomerInvoiceDraft');
  if (from !== undefined && draft.CustomerId !== body['CustomerId']) {
    throw invalid([{ field: 'CustomerId', message: 'The draft belongs to another customer.' }]);
  }
  const dates = { invoiceDate: draft.InvoiceDate, dueDate: draft.DueDate ?? draft.InvoiceDate };
  const invoice = bookInvoice(world, company, draft, dates, { ...body, CreatedFromDraftId: from ?? null });
  if (from !== undefined) company.drafts.delete(draft.Id);
  return invoice;
}

/** /customerinvoices: no PUT and no DELETE; an invoice is cancelled by voiding it. */
export const customerInvoices: readonly Operation[] = [
  {
    method: 'GET',
    path: '/customerinvoices',
    scopes: scopes.readSales,
    handle: (call) => {
      const since = call.query.get('modifiedSinceUtc');
      if (since !== null && Number.isNaN(Date.parse(since))) throw invalid([{ field: 'modifiedSinceUtc', message: 'must be a date' }]);
      const kept = all(call).filter((each) => since === null || Date.parse(textOf(each, 'ModifiedUtc')) >= Date.parse(since));
      return listAnswer(call, '/customerinvoices', model, kept.map((each) => wireInvoice(call.world, each)));
    },
  },
  {
    method: 'POST',
    path: '/customerinvoices',
    scopes: scopes.readSales,
    handle: (call) => created(wire(call, book(call))),
  },
  {
    method: 'GET',
    path: '/customerinvoices/{invoiceId}',
    scopes: scopes.readSales,
    handle: (call) => ok(wire(call, find(call))),
  },
  {
    method: 'POST',
    path: '/customerinvoices/{invoiceId}/void',
    scopes: scopes.readSales,
    handle: (call) => {
      voidInvoice(call.world, call.company, find(call));
      return done();
    },
  },
  {
    method: 'POST',
    path: '/customerinvoices/{invoiceId}/payments',
    scopes: scopes.writeSales,
    handle: (call) => {
      const body = bodyOf(call, 'InvoicePaymentApi');
      const payment = payInvoice(call.world, call.company, find(call), body);
      return created(complete('InvoicePaymentApi', payment));
    },
  },
  {
    method: 'GET',
    path: '/customerinvoices/{invoiceId}/print',
    scopes: scopes.readSales,
    handle: (call) => {
      const invoice = find(call);
      const text = `Factuur ${invoice.InvoiceNumber} ${textOf(invoice, 'CustomerName')}`;
      return { status: 200, headers: { 'content-type': 'application/pdf' }, bytes: pdfWith(text) };
    },
  },
  {
    method: 'GET',
    path: '/customerinvoices/{invoiceId}/pdf',
    scopes: scopes.readSales,
    handle: (call) => {
      const invoice = find(call);
      const { origin } = new URL(call.world.options.apiUrl);
      return ok({ Url: `${origin}/temporaryfiles/${call.company.identifier}/${invoice.Id}.pdf` });
    },
  },
  ...['email', 'einvoice', 'paymentreminders'].map(
    (action): Operation => ({
      method: 'POST',
      path: `/customerinvoices/{invoiceId}/${action}`,
      scopes: scopes.readSales,
      handle: (call) => {
        find(call);
        return done();
      },
    }),
  ),
];
