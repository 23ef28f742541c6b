import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiDriftError, createClientOf, CustomersResource, staticToken, UnitsResource, VismaError } from '../../src/index.ts';
import { customer, customerInput, json, rejection, scripted } from './scripted.ts';

const strictCustomer = {
  ...customer, InvoicePostalCode: '3511 AA', IsFutureInvoiceDateAllowed: true, UnpaidInvoicesAmount: 0, ReverseChargeOnConstructionServices: false,
  TermsOfPaymentId: customer.Id, IsPrivatePerson: false, DiscountPercentage: 0, IsActive: true, ForceBookkeepVat: false, DeliveryBasedVat: false,
};

describe('a lenient answer', () => {
  it.each([
    ['unknown fields', { ...customer, Brand: { new: [1] } }],
    ['missing fields', { Id: customer.Id }],
    ['nulls', { ...customer, Name: null, IsActive: null, CustomerLabels: null }],
    ['a new enum value', { ...customer, PropertyType: 99 }],
    ['dates without a time', { ...customer, ChangedUtc: '2026-03-31' }],
    ['a name longer than may be sent', { ...customer, Name: 'x'.repeat(80) }],
    ['nested records without ids', { ...customer, TermsOfPayment: { Name: '30 days' }, CustomerLabels: [{ Name: 'VIP' }] }],
  ])('may have %s', async (_, body) => {
    expect(await scripted([json(body)]).client.customers.get(customer.Id)).toEqual(body);
  });

  it.each([
    [{ ...customer, IsActive: 'true' }, 'IsActive'], [{ ...customer, UnpaidInvoicesAmount: '12.50' }, 'UnpaidInvoicesAmount'],
    [{ ...customer, Name: 7 }, 'Name'], [{ ...customer, CustomerLabels: {} }, 'CustomerLabels'], [{ ...customer, CustomerLabels: [{ Id: 7 }] }, 'CustomerLabels[0].Id'],
    [{ ...customer, Id: null }, 'Id'], [{ ...customer, TermsOfPayment: 'x' }, 'TermsOfPayment'],
  ])('may not have another type: %j', async (body, path) => {
    expect(await rejection(scripted([json(body)]).client.customers.get(customer.Id))).toMatchObject({ code: 'api-drift', differences: [{ path }] });
  });
});

describe('a strict answer', () => {
  const strict = (body: object) => scripted([json(body)], { answers: 'strict' }).client.customers.get(customer.Id);

  it('is what is documented', async () => {
    expect(await strict(strictCustomer)).toEqual(strictCustomer);
  });

  it.each([
    ['an unknown field', { ...strictCustomer, Brand: 1 }, 'Brand'],
    ['a missing field', { ...strictCustomer, IsActive: undefined }, 'IsActive'],
    ['a null', { ...strictCustomer, Name: null }, 'Name'],
    ['a new enum value', { ...strictCustomer, PropertyType: 99 }, 'PropertyType'],
    ['no GUID', { ...strictCustomer, TermsOfPaymentId: 'x' }, 'TermsOfPaymentId'],
  ])('has not %s', async (_, body, path) => {
    expect(await rejection(strict(body))).toMatchObject({ code: 'api-drift', differences: [{ path }] });
  });
});

it('anything at all as an answer is a record or a typed error, never a hang or another error', async () => {
  const chaos = fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' }), fc.jsonValue().map((value) => JSON.stringify({ ...customer, Rows: value })));
  await fc.assert(
    fc.asyncProperty(chaos, fc.constantFrom(200, 201, 204, 301, 400, 401, 403, 404, 408, 409, 418, 429, 500, 503), fc.boolean(), async (body, status, write) => {
      const script = scripted([() => new Response(status === 204 ? null : body, { status })], { maxRetries: 1 });
      const call = write ? script.client.customers.create(customerInput) : script.client.customers.get(customer.Id);
      const result = await call.then((value) => value as unknown, (error: unknown) => error);
      if (!(result instanceof Error)) expect(typeof (result as { Id: unknown }).Id).toBe('string');
      else {
        if (!(result instanceof VismaError)) throw result;
        if (write && result.delivery === 'unknown') expect(result.code).toBe('outcome-unknown');
        if (write && status !== 429) expect(script.sent).toHaveLength(1);
      }
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 150) },
  );
}, 60_000);

it('unchecked answers pass as they are', async () => {
  expect(await scripted([json({ Id: 7 })], { answers: 'off' }).client.customers.get('x')).toEqual({ Id: 7 });
});

it('an answer of another kind than JSON text is drift', async () => {
  expect(await scripted([json('id-7')]).client.webshopOrders.convert('x')).toBe('id-7');
  expect(await rejection(scripted([json({ Id: 7 }), json(7)]).client.supplierInvoices.offsetCandidates('x'))).toBeInstanceOf(ApiDriftError);
});

it('a client of chosen resources has these and no others', () => {
  const client = createClientOf({ customers: CustomersResource, units: UnitsResource }, { auth: staticToken('x') });
  expect(Object.keys(client)).toEqual(['customers', 'units']);
});

it('a client with all resources touches the network only when used', () => {
  const { client, sent } = scripted([json({})]);
  expect(Object.keys(client)).toHaveLength(55);
  expect(sent).toEqual([]);
});
