import { complete } from '../models/complete.ts';
import { created, ok } from '../wire/answer.ts';
import { textOf } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

function invoice(call: Call, name: string): WireObject & { Id: string } {
  return needed(call.company.plain('/supplierinvoices'), param(call, name), 'SupplierInvoice');
}

function candidate(each: WireObject & { Id: string }): WireObject {
  return complete('SupplierInvoiceOffsetCandidateApi', { ...each, InvoiceId: each.Id, RemainingAmount: each['RemainingAmount'] ?? 0 });
}

/** Setting a credit invoice of a supplier off against the supplier's other invoices. */
export const supplierInvoices: readonly Operation[] = [
  {
    method: 'GET',
    path: '/supplierinvoices/{creditInvoiceId}/offsetcandidates',
    scopes: scopes.readPurchase,
    handle: (call) => {
      const credit = invoice(call, 'creditInvoiceId');
      const others = call.company.plain('/supplierinvoices').all().filter(({ Id, SupplierId }) => Id !== credit.Id && SupplierId === credit['SupplierId']);
      return ok(others.map(candidate));
    },
  },
  {
    method: 'POST',
    path: '/supplierinvoices/{creditInvoiceId}/offset',
    scopes: scopes.writePurchase,
    handle: (call) => {
      const { Id } = invoice(call, 'creditInvoiceId');
      const { DebitInvoiceIds } = bodyOf(call, 'SupplierInvoiceOffsetCreateApi');
      const debits = Array.isArray(DebitInvoiceIds) ? DebitInvoiceIds : [];
      return created(debits.map((DebitInvoiceId) => complete('SupplierInvoiceOffsetResponseApi', { CreditInvoiceId: Id, DebitInvoiceId: textOf({ DebitInvoiceId }, 'DebitInvoiceId') })));
    },
  },
];
