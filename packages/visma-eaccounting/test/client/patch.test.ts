import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customerModel } from '../../src/generated/customers/schema.ts';
import { InvalidInputError } from '../../src/index.ts';
import { customer, html, json, refusal, rejection, scripted, type SentRequest } from './scripted.ts';

const stored = {
  ...customer,
  CustomerNumber: '10042',
  EmailAddress: 'billing@example.org',
  Note: 'Pays late',
  VatNumber: null,
  ChangedUtc: '2026-03-31T12:00:00Z',
  UnpaidInvoicesAmount: 12.5,
  TermsOfPaymentId: '00000000-0000-4000-8000-000000000002',
  TermsOfPayment: { Id: '00000000-0000-4000-8000-000000000002', Name: '30 days' },
  CustomerLabels: [{ Id: '00000000-0000-4000-8000-000000000009', Name: 'VIP', Description: null }],
  NewField: 'added to the API last week',
};

function patched(record: object = stored) {
  const script = scripted([({ method, body }: SentRequest) => (method === 'GET' ? json(record) : json({ ...record, ...(JSON.parse(body ?? '{}') as object) }))]);
  const written = (): Record<string, unknown> => JSON.parse(script.sent[1]?.body ?? '{}') as Record<string, unknown>;
  return { ...script, written };
}

it('keeps what the change does not name, also fields this package does not know', async () => {
  const { client, sent, written } = patched();
  const answer = await client.customers.patch(customer.Id, { Name: 'De Vries BV' });
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  expect(answer.Name).toBe('De Vries BV');
  expect(written()).toMatchObject({ Name: 'De Vries BV', CustomerNumber: '10042', EmailAddress: 'billing@example.org', Note: 'Pays late', NewField: stored.NewField });
});

it('writes no read-only field, on no level, and no view of another record', async () => {
  const { client, written } = patched();
  await client.customers.patch(customer.Id, { Name: 'x' });
  expect(Object.keys(written())).not.toEqual(expect.arrayContaining(['Id']));
  for (const name of ['Id', 'ChangedUtc', 'UnpaidInvoicesAmount', 'TermsOfPayment', 'VatNumber']) expect(written()).not.toHaveProperty(name);
  expect(written()['CustomerLabels']).toEqual([{ Name: 'VIP' }]);
});

it('clears a field that is set to null and leaves one alone that is undefined', async () => {
  const { client, written } = patched();
  await client.customers.patch(customer.Id, { Note: null, EmailAddress: undefined });
  expect(written()).toMatchObject({ Note: null, EmailAddress: 'billing@example.org' });
});

it('cannot blank anything: every writable field of any record is written back or named', () => {
  const names = Object.keys((customerModel.schema('input') as unknown as { shape: object }).shape);
  const views = ['TermsOfPayment'];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names)), fc.string(), (present, text) => {
      const nested = ['TermsOfPayment', 'DirectDebitCustomerSettings'];
      const lists = ['CustomerLabels', 'EmailAddresses'];
      const value = (name: string): unknown => (nested.includes(name) ? {} : lists.includes(name) ? [] : text);
      const input = customerModel.toInput(Object.fromEntries(present.map((name) => [name, value(name)])));
      expect(Object.keys(input).sort()).toEqual(present.filter((name) => !views.includes(name)).sort());
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 200) },
  );
});

it.each([{ Name: 'x'.repeat(51) }, { Nme: 'x' }, { Id: customer.Id }, { DiscountPercentage: 0.123456 }, { CustomerLabels: [{ Name: 5 }] }])(
  'checks the change before it reads anything: %j',
  async (change) => {
    const { client, sent } = patched();
    expect(await rejection(client.customers.patch(customer.Id, change as never))).toBeInstanceOf(InvalidInputError);
    expect(sent).toHaveLength(0);
  },
);

it('does not check what the books hold already', async () => {
  const { client, written } = patched({ ...stored, Note: 'x'.repeat(5000) });
  await client.customers.patch(customer.Id, { Name: 'x' });
  expect(written()['Note']).toHaveLength(5000);
});

it('writes nothing when the record cannot be read', async () => {
  const script = scripted([refusal(404, 3000)]);
  expect(await rejection(script.client.customers.patch(customer.Id, { Name: 'x' }))).toMatchObject({ code: 'not-found', operation: 'GET /customers/{customerId}' });
  expect(script.sent).toHaveLength(1);
});

it('A5: leaves the outcome of its write unknown like any write', async () => {
  const script = scripted([json(stored), html(502)]);
  expect(await rejection(script.client.customers.patch(customer.Id, { Name: 'x' }))).toMatchObject({ code: 'outcome-unknown', operation: 'PUT /customers/{customerId}' });
  expect(script.sent).toHaveLength(2);
});

it('shares one deadline between reading and writing', async () => {
  const script = scripted([() => { script.advance(900); return json(stored); }]);
  expect(await rejection(script.client.customers.patch(customer.Id, { Name: 'x' }, { deadlineMs: 900 }))).toMatchObject({ code: 'deadline', delivery: 'not-sent' });
  expect(script.sent).toHaveLength(1);
});

it('works without an id where there is one record only', async () => {
  const script = scripted([({ method, body }: SentRequest) => json(method === 'GET' ? { Name: 'Company', CurrencyCode: 'EUR', Email: 'a@example.org' } : JSON.parse(body ?? ''))]);
  await script.client.companySettings.patch({ Phone: '030 123' });
  expect(JSON.parse(script.sent[1]?.body ?? '')).toEqual({ Name: 'Company', Email: 'a@example.org', Phone: '030 123' });
});
