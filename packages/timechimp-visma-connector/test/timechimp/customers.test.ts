import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemorySource } from '@x/timechimp-visma-connector/memory';
import type { CustomerUpsert } from '../../src/ports/customer-store.ts';
import { acme, runs, setup } from './setup.ts';

describe('customers', () => {
  it('are read with number, addresses, rates, VAT rate and contacts', async () => {
    const { source } = setup();
    const [customer] = await source.customers.get(acme, ['1']);
    expect(customer).toEqual({
      id: '1', name: 'Bakkerij De Boer', number: '000101', active: true, email: 'info@bakkerij.example',
      address: { street: 'Dorpsstraat 1', postalCode: '1234 AB', city: 'Utrecht', country: 'Nederland' },
      paymentDays: 14, hourlyRate: '95', mileageRate: '0.23', vatRate: { id: '1', percentage: '21' },
      contacts: [{ name: 'Anna de Boer', email: 'facturen@bakkerij.example', forInvoices: true }],
    });
  });

  it('are found by number, trimmed and otherwise to the letter, however often it is used', async () => {
    const { source, fake } = setup();
    expect((await source.customers.findByNumber(acme, ' 000101')).map(({ id }) => id)).toEqual(['1']);
    expect((await source.customers.findByNumber(acme, '000102')).map(({ id }) => id)).toEqual(['2']);
    expect(await source.customers.findByNumber(acme, '101')).toEqual([]);
    expect(await source.customers.findByNumber(acme, ' ')).toEqual([]);
    fake.person.addCustomer({ id: 9, name: 'Dubbel', relationId: '000101' });
    expect((await source.customers.findByNumber(acme, '000101')).map(({ id }) => id)).toEqual(['1', '9']);
  });

  it('missing ids and ids that are no numbers are absent', async () => {
    const { source } = setup();
    expect((await source.customers.get(acme, ['99', 'x', "1' or 1 eq 1", '007', '2'])).map(({ id }) => id)).toEqual(['2']);
  });
});

describe('upsert', () => {
  it('keeps what it does not name, although PUT replaces: rates, notes, tags, contacts, VAT rate', async () => {
    const { source, fake } = setup();
    const before = fake.books.customers.get(1);
    expect(await source.customers.upsert(acme, [{ id: '1', fields: { name: 'Bakkerij De Boer BV', email: 'nieuw@bakkerij.example' } }])).toEqual([{ outcome: 'updated', id: '1' }]);
    expect(fake.books.customers.get(1)).toMatchObject({ ...before, name: 'Bakkerij De Boer BV', email: 'nieuw@bakkerij.example' });
  });

  it('keeps what a person changed a moment ago', async () => {
    const { source, fake } = setup();
    let reads = 0;
    fake.onRequest = ({ operation }) => {
      reads += 1;
      if (operation === 'GET /customers' && reads === 2) fake.person.editCustomer(1, { notes: 'Niet bellen' });
    };
    await source.customers.upsert(acme, [{ id: '1', fields: { name: 'Bakkerij' } }]);
    expect(fake.books.customers.get(1)).toMatchObject({ name: 'Bakkerij', notes: 'Niet bellen' });
  });

  it('writes nothing where nothing changes', async () => {
    const { source, fake } = setup();
    expect(await source.customers.upsert(acme, [{ id: '1', fields: { name: 'Bakkerij De Boer', paymentDays: 14 } }])).toEqual([{ outcome: 'unchanged', id: '1' }]);
    expect(fake.requests.map(({ operation }) => operation)).toEqual(['GET /customers']);
  });

  it('creates once: a number that is carried already is a conflict, also within the batch and among racers', async () => {
    const { source, fake } = setup();
    const fields = { name: 'Nieuw', number: '000500' };
    expect(await source.customers.upsert(acme, [{ fields }, { fields }, { fields: { name: 'X', number: '000101' } }])).toEqual([
      { outcome: 'created', id: '5' },
      { outcome: 'conflict', message: 'Another customer has this number.' },
      { outcome: 'conflict', message: 'Another customer has this number.' },
    ]);
    const racers = await Promise.all([1, 2, 3].map(() => source.customers.upsert(acme, [{ fields: { name: 'Race', number: '000501' } }])));
    expect(racers.flat().map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'created']);
    expect([...fake.books.customers.values()].filter(({ relationId }) => relationId === '000501')).toHaveLength(1);
  });

  it('finds a customer whose creation got no answer', async () => {
    const { source, fake } = setup();
    fake.faults.next('POST /customers', { kind: 'reset', committed: true });
    expect(await source.customers.upsert(acme, [{ fields: { name: 'Nieuw', number: '7' } }])).toEqual([{ outcome: 'created', id: '5' }]);
    fake.faults.next('POST /customers', { kind: 'garbled', body: '{}' });
    expect(await source.customers.upsert(acme, [{ fields: { name: 'Nieuwer', number: '8' } }])).toEqual([{ outcome: 'created', id: '6' }]);
  });

  it('never claims to know what it cannot know: without a number nobody can tell', async () => {
    const { source, fake } = setup();
    fake.faults.next('POST /customers', { kind: 'reset', committed: true });
    await expect(source.customers.upsert(acme, [{ fields: { name: 'Zonder' } }])).rejects.toMatchObject({ code: 'outcome-unknown', delivery: 'unknown' });
  });

  it('an update without an answer is read back', async () => {
    const { source, fake } = setup();
    fake.faults.next('PUT /customers/1', { kind: 'server-error', committed: true });
    expect(await source.customers.upsert(acme, [{ id: '1', fields: { name: 'Anders' } }])).toEqual([{ outcome: 'updated', id: '1' }]);
    fake.faults.next('PUT /customers/1', { kind: 'server-error', committed: false });
    await expect(source.customers.upsert(acme, [{ id: '1', fields: { name: 'Weer anders' } }])).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('a customer that TimeChimp refuses does not stop the others', async () => {
    const { source, fake } = setup();
    fake.faults.next('PUT /customers/1', { kind: 'refusal', status: 400, message: 'The email is invalid.' });
    const results = await source.customers.upsert(acme, [{ id: '1', fields: { name: 'A' } }, { id: '2', fields: { name: 'B' } }, { id: '77', fields: { name: 'C' } }]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'updated', 'missing']);
    expect(results[0]?.message).toContain('The email is invalid.');
  });

  it('does not write the own organisation or a placeholder', async () => {
    const { source } = setup();
    const results = await source.customers.upsert(acme, [{ id: '3', fields: { name: 'X' } }, { id: '4', fields: { name: 'Y' } }]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  it('answers like the memory adapter, whatever is asked', { timeout: 120_000 }, async () => {
    const name = fc.constantFrom('A', 'B', 'C');
    const number = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });
    const each = fc.record({ id: fc.option(fc.constantFrom('1', '2', '3', '9'), { nil: undefined }), fields: fc.record({ name, number }) }) as fc.Arbitrary<CustomerUpsert>;
    const step = fc.oneof(
      fc.record({ upsert: fc.array(each, { maxLength: 4 }) }),
      fc.record({ set: fc.record({ id: fc.constantFrom('1', '2', '9'), number: fc.constantFrom('1', '5'), expected: fc.constantFrom('1', '2', null) }) }),
      fc.record({ find: fc.constantFrom('1', '2', ' 1', '') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { source, fake } = setup({ data: { customers: [{ id: 1, name: 'A', relationId: '1' }, { id: 2, name: 'B' }] } });
        const memory = createMemorySource({ [acme]: { customers: [{ id: '1', name: 'A', number: '1', active: true }, { id: '2', name: 'B', active: true }] } });
        for (const each of steps) {
          if ('upsert' in each) expect(await source.customers.upsert(acme, each.upsert)).toEqual(await memory.customers.upsert(acme, each.upsert));
          if ('set' in each) expect(await source.customers.setNumber(acme, each.set.id, each.set.number, each.set.expected)).toBe(await memory.customers.setNumber(acme, each.set.id, each.set.number, each.set.expected));
          if ('find' in each) expect((await source.customers.findByNumber(acme, each.find)).map(({ id }) => id)).toEqual((await memory.customers.findByNumber(acme, each.find)).map(({ id }) => id));
        }
        const names = [...memory.account(acme).customers.values()].map(({ id, name }) => `${id} ${name}`);
        expect([...fake.books.customers.values()].map(({ id, name }) => `${id} ${name}`)).toEqual(names);
      }),
      runs(100),
    );
  });
});

describe('setNumber', () => {
  it('B8: writes the number back when it is still the expected one, and keeps the rest', async () => {
    const { source, fake } = setup();
    expect(await source.customers.setNumber(acme, '2', '000900', '000102')).toBe('set');
    expect(fake.books.customers.get(2)).toMatchObject({ relationId: '000900', hourlyRate: 87.5 });
    expect(await source.customers.setNumber(acme, '2', '000901', '000102')).toBe('changed');
    expect(await source.customers.setNumber(acme, '99', '1', null)).toBe('missing');
  });

  it('reads back after an answer that was lost', async () => {
    const { source, fake } = setup();
    fake.faults.next('PUT /customers/2', { kind: 'reset', committed: true });
    expect(await source.customers.setNumber(acme, '2', '000900', '000102')).toBe('set');
    fake.faults.next('PUT /customers/2', { kind: 'reset', committed: false });
    await expect(source.customers.setNumber(acme, '2', '000901', '000900')).rejects.toMatchObject({ delivery: 'unknown' });
  });
});
