import { book, buildVoucher } from '../ledger/voucher.ts';
import { complete } from '../models/complete.ts';
import { buildDraft } from '../sales/draft.ts';
import { bookInvoice } from '../sales/invoice.ts';
import { wireInvoice } from '../sales/wire.ts';
import type { PlainTable } from '../state/company.ts';
import { utcNow } from '../state/world.ts';
import { type Answer, created, ok } from '../wire/answer.ts';
import { textIn } from '../wire/fields.ts';
import { type Json, type WireObject, isWireObject } from '../wire/json.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

type Kept = WireObject & { Id: string };

function found(call: Call, list: string): Kept {
  return needed(call.company.plain(list), param(call, 'id'), `The record of ${list}`);
}

/** A record of one kind becomes one of another, with an id of its own. */
function move(call: Call, from: Kept, to: PlainTable, extra: WireObject = {}): Kept {
  const now = utcNow(call.world);
  return to.put({ ...from, ...extra, Id: call.world.ids.guid('conversion'), CreatedUtc: now, ModifiedUtc: now });
}

/** A draft has a link to its attachments, an invoice their ids. */
function attachmentsOf({ Attachments }: Kept): Json {
  return isWireObject(Attachments) ? (Attachments['AttachmentIds'] ?? null) : null;
}

/** Books an order or a quote as an invoice: the same customer and rows. */
function invoiceOf(call: Call, source: Kept): Answer {
  const rows = (Array.isArray(source['Rows']) ? source['Rows'].filter(isWireObject) : []).map((row) => ({
    ...row,
    IsTextRow: textIn(row, 'ArticleId') === undefined,
    ReversedConstructionServicesVatFree: false,
  }));
  const draft = buildDraft(call.world, call.company, { CustomerId: source['CustomerId'] ?? null, Rows: rows });
  const dates = { invoiceDate: draft.InvoiceDate, dueDate: draft.DueDate ?? draft.InvoiceDate };
  return ok(complete('CustomerInvoiceApi', wireInvoice(call.world, bookInvoice(call.world, call.company, draft, dates, {}))));
}

/** Takes a draft away: what it becomes is found elsewhere. */
function taken(call: Call, list: string): Kept {
  const draft = found(call, list);
  call.company.plain(list).delete(draft.Id);
  return draft;
}

const orderOfQuote = { OrderDate: null, Status: 2 };

/** What becomes something else, and is then found there. */
export const conversions: readonly Operation[] = [
  {
    method: 'POST',
    path: '/orders/{id}/convert',
    scopes: scopes.writeSales,
    handle: (call) => {
      bodyOf(call, 'OrderConversionApi');
      return invoiceOf(call, found(call, '/orders'));
    },
  },
  {
    method: 'PUT',
    path: '/quotedrafts/{id}/convert',
    scopes: scopes.writeSales,
    handle: (call) => {
      return ok(complete('QuoteApi', move(call, taken(call, '/quotedrafts'), call.company.plain('/quotes'))));
    },
  },
  {
    method: 'POST',
    path: '/quotes/{id}/converttoorder',
    scopes: scopes.writeSales,
    handle: (call) => {
      bodyOf(call, 'QuoteConversionApi');
      const today = { ...orderOfQuote, OrderDate: utcNow(call.world).slice(0, 10) };
      return ok(complete('OrderApi', move(call, found(call, '/quotes'), call.company.plain('/orders'), today)));
    },
  },
  {
    method: 'POST',
    path: '/quotes/{id}/converttocustomerinvoice',
    scopes: scopes.writeSales,
    handle: (call) => {
      bodyOf(call, 'QuoteConversionApi');
      return invoiceOf(call, found(call, '/quotes'));
    },
  },
  {
    method: 'POST',
    path: '/supplierinvoicedrafts/{id}/convert',
    scopes: scopes.writePurchase,
    handle: (call) => {
      const draft = taken(call, '/supplierinvoicedrafts');
      return created(complete('SupplierInvoiceApi', move(call, draft, call.company.plain('/supplierinvoices'), { Attachments: attachmentsOf(draft) })));
    },
  },
  {
    method: 'POST',
    path: '/voucherdrafts/{voucherDraftId}/convert',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const drafts = call.company.plain('/voucherdrafts');
      const draft = needed(drafts, param(call, 'voucherDraftId'), 'VoucherDraft');
      const flags = { automaticVat: false, defaultVatCodes: false, defaultSeries: true };
      const voucher = book(call.company, buildVoucher(call.world, call.company, draft, flags));
      drafts.delete(draft.Id);
      return created(complete('VoucherApi', voucher));
    },
  },
];
