import { markFor } from '@x/billing-core';
import { ValidationError, type CustomerInvoice } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import type { ConnectorClient } from './client.ts';
import { candidateInvoices, type InvoiceSearch } from './invoice-search.ts';

/** Books with many marked invoices of years; a filter is carried out as Visma does, by the texts and ids that it names. */
function books(history: number, options: { readonly refuses?: boolean } = {}) {
  const invoices = Array.from({ length: history }, (_, index) => ({
    Id: `i${index}`,
    CustomerId: `c${index % 50}`,
    Rows: [{ Text: `Specificatie ${markFor(`invoice:${index}`)}` }],
  })) as unknown as CustomerInvoice[];
  const calls: { filter: string; answered: number }[] = [];
  const list = ({ filter = '' }: { filter?: string }) => {
    const names = [...filter.matchAll(/'([^']+)'|CustomerId eq (\S+)/g)].map((found) => found[1] ?? found[2] ?? '');
    if (options.refuses === true && filter.includes('Rows/any')) {
      throw new ValidationError('not filterable', { delivery: 'answered', status: 400 });
    }
    const fits = (each: CustomerInvoice): boolean =>
      filter === '' || names.some((name) => each.CustomerId === name || (each.Rows[0]?.Text ?? '').includes(name));
    const found = invoices.filter(fits);
    calls.push({ filter, answered: found.length });
    return {
      pages: async function* () {
        yield await Promise.resolve({ items: found, meta: { TotalNumberOfResults: found.length } });
      },
    };
  };
  return { calls, client: { customerInvoices: { list } } as unknown as ConnectorClient };
}

const memory = { isRefused: () => Promise.resolve(false), rememberRefused: () => Promise.resolve() };

function search(count: number): InvoiceSearch {
  const keys = Array.from({ length: count }, (_, index) => index * 3);
  return {
    marks: keys.map((key) => markFor(`invoice:${key}`)),
    place: 'textRow',
    customerIds: keys.map((key) => `c${key % 50}`),
    purpose: 'before-write',
  };
}

describe('A8: marks are looked up by name, so that a look-up does not grow with the history of the company', () => {
  it.each([[1, 1], [10, 1], [11, 2], [50, 5]])('%i exports in a batch: %i calls, and only their own invoices come', async (count, calls) => {
    for (const history of [200, 2_000]) {
      const world = books(history);
      const found = await candidateInvoices(world.client, search(count), memory, undefined);
      expect(found).toHaveLength(count);
      expect(world.calls).toHaveLength(calls);
      expect(world.calls.reduce((sum, each) => sum + each.answered, 0)).toBe(count);
    }
  });

  it('no filter names more than 20 things', async () => {
    const world = books(200);
    await candidateInvoices(world.client, search(50), memory, undefined);
    await candidateInvoices(world.client, { ...search(50), purpose: 'draft-missing' }, memory, undefined);
    expect(Math.max(...world.calls.map(({ filter }) => filter.split(' or ').length))).toBe(20);
  });

  it('a refused filter falls back to the customers concerned, once for the whole batch', async () => {
    const world = books(200, { refuses: true });
    const found = await candidateInvoices(world.client, search(12), memory, undefined);
    expect(world.calls.map(({ filter }) => filter.split(' or ').length)).toEqual([12]);
    expect(new Set(found.map((each) => each.CustomerId)).size).toBe(12);
  });
});
