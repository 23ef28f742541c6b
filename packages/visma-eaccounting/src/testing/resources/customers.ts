import { complete } from '../models/complete.ts';
import { buildCustomer, hasTransactions } from '../sales/customer.ts';
import { wireCustomer } from '../sales/wire.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import { created, done, ok } from '../wire/answer.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';
import type { WireObject } from '../wire/json.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'CustomerApi';

function find(call: Call): CustomerRecord {
  return needed(call.company.customers, param(call, 'customerId'), 'Customer');
}

function wire(call: Call, customer: CustomerRecord): WireObject {
  return complete(model, wireCustomer(call.company, customer));
}

/** /customers: unique CustomerNumber, full replacement on PUT, deletion only without transactions. */
export const customers: readonly Operation[] = [
  {
    method: 'GET',
    path: '/customers',
    scopes: scopes.readSales,
    handle: (call) => {
      const all = call.company.customers.all();
      return listAnswer(call, '/customers', model, all.map((each) => wireCustomer(call.company, each)));
    },
  },
  {
    method: 'POST',
    path: '/customers',
    scopes: scopes.writeSales,
    handle: (call) => {
      const customer = buildCustomer(call.world, call.company, bodyOf(call, model));
      return created(wire(call, call.company.customers.put(customer)));
    },
  },
  {
    method: 'GET',
    path: '/customers/{customerId}',
    scopes: scopes.readSales,
    handle: (call) => ok(wire(call, find(call))),
  },
  {
    method: 'PUT',
    path: '/customers/{customerId}',
    scopes: scopes.writeSales,
    handle: (call) => {
      const existing = find(call);
      const customer = buildCustomer(call.world, call.company, bodyOf(call, model), existing);
      return ok(wire(call, call.company.customers.put(customer)));
    },
  },
  {
    method: 'DELETE',
    path: '/customers/{customerId}',
    scopes: scopes.writeSales,
    handle: (call) => {
      const customer = find(call);
      if (hasTransactions(call.company, customer.Id)) {
        throw new ApiRefusal(400, errorCodes.cannotBeDeleted, 'CanNotBeDeletedException - The customer has transactions.');
      }
      call.company.customers.delete(customer.Id);
      return done();
    },
  },
  {
    method: 'GET',
    path: '/customers/{customerId}/autoinvoicerecipients',
    scopes: scopes.readSales,
    handle: (call) => {
      find(call);
      return listAnswer(call, '/customers/{customerId}/autoinvoicerecipients', 'AutoInvoiceAddressApi', []);
    },
  },
];
