import { complete } from '../models/complete.ts';
import { checkExpected, convertDraft } from '../sales/convert.ts';
import { buildDraft } from '../sales/draft.ts';
import { wireDraft, wireInvoice } from '../sales/wire.ts';
import type { DraftRecord } from '../state/sales-records.ts';
import { created, done, ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, flag, param, scopes } from './operation.ts';

const model = 'CustomerInvoiceDraftApi';

function find(call: Call, name = 'customerInvoiceDraftId'): DraftRecord {
  return needed(call.company.drafts, param(call, name), 'CustomerInvoiceDraft');
}

function wire(call: Call, draft: DraftRecord): WireObject {
  return complete(model, wireDraft(call.world, draft));
}

/** Set in the query: the draft treats its customer as a private person, whatever the customer says. */
function privateOverride(call: Call): true | undefined {
  return flag(call, 'overrideCustomerIsPrivatePerson', false) ? true : undefined;
}

/** /customerinvoicedrafts: can be changed and deleted until converted. */
export const customerInvoiceDrafts: readonly Operation[] = [
  {
    method: 'GET',
    path: '/customerinvoicedrafts',
    scopes: scopes.readSales,
    handle: (call) => {
      const all = call.company.drafts.all();
      return listAnswer(call, '/customerinvoicedrafts', model, all.map((each) => wireDraft(call.world, each)));
    },
  },
  {
    method: 'POST',
    path: '/customerinvoicedrafts',
    scopes: scopes.writeSales,
    handle: (call) => {
      const draft = buildDraft(call.world, call.company, bodyOf(call, model), undefined, privateOverride(call));
      return created(wire(call, call.company.drafts.put(draft)));
    },
  },
  {
    method: 'GET',
    path: '/customerinvoicedrafts/{invoiceDraftId}',
    scopes: scopes.readSales,
    handle: (call) => ok(wire(call, find(call, 'invoiceDraftId'))),
  },
  {
    method: 'PUT',
    path: '/customerinvoicedrafts/{customerInvoiceDraftId}',
    scopes: scopes.writeSales,
    handle: (call) => {
      const existing = find(call);
      const draft = buildDraft(call.world, call.company, bodyOf(call, model), existing);
      return ok(wire(call, call.company.drafts.put(draft)));
    },
  },
  {
    method: 'DELETE',
    path: '/customerinvoicedrafts/{customerInvoiceDraftId}',
    scopes: scopes.writeSales,
    handle: (call) => {
      call.company.drafts.delete(find(call).Id);
      return done();
    },
  },
  {
    method: 'POST',
    path: '/customerinvoicedrafts/{customerInvoiceDraftId}/convert',
    scopes: scopes.writeSales,
    handle: (call) => {
      const draft = find(call);
      if (call.body !== undefined) checkExpected(draft, bodyOf(call, 'CustomerInvoiceDraftValidationApi'));
      const invoice = convertDraft(call.world, call.company, draft, {
        keepOriginalDraftDate: flag(call, 'keepOriginalDraftDate', false),
        overrideCompany: flag(call, 'overrideCompanyKeepOriginalDraftDate', false),
      });
      return created(complete('CustomerInvoiceApi', wireInvoice(call.world, invoice)));
    },
  },
];
