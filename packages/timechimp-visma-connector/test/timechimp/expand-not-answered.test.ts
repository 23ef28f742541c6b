import { describe, expect, it } from 'vitest';
import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { createFakeTimeChimp, manualClock } from '@x/timechimp-visma-connector/timechimp/testing';
import { acme, keys } from './setup.ts';

describe('E: a PUT replaces a customer whole', () => {
  it('is not sent where TimeChimp did not show the tags and contacts that it would take away', async () => {
    const clock = manualClock();
    const data = {
      customers: [{ id: 1, name: 'Oud', relationId: '1001', tags: [{ id: 5 }], contacts: [{ id: 7 }] }],
      contacts: [{ id: 7, name: 'Piet', email: 'piet@klant.example', useForInvoicing: true }],
    };
    const fake = createFakeTimeChimp({ data, clock });
    const before = JSON.stringify(fake.books.customers.get(1));
    const source = createTimeChimpSource({
      accountId: acme, ...keys, clock, random: () => 0,
      fetch: (input, init) => {
        const url = new URL(input);
        url.searchParams.delete('$expand');
        return fake.fetch(url, init);
      },
    });
    const [result] = await source.customers.upsert(acme, [{ id: '1', fields: { name: 'Nieuw' } }]);
    expect(result).toEqual({ outcome: 'refused', id: '1', message: 'TimeChimp did not show the contacts and tags of customer 1, and a change would take them away.' });
    await expect(source.customers.setNumber(acme, '1', '2001', '1001')).rejects.toMatchObject({ code: 'refused', delivery: 'not-sent' });
    expect(JSON.stringify(fake.books.customers.get(1))).toBe(before);
  });
});
