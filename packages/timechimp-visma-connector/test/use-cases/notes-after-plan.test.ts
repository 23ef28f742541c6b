import type { Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { NotedItem } from '../../src/use-cases/item-notes.ts';
import { agency, invoices } from '../support/agency.ts';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const term = { kind: 'term', id: '104/subscription/2026-03-01..2026-03-31' } as const;
const who = { tenantId, by: 'olga', note: 'by hand' } as const;

/** A world in which somebody acts once, when the first document of a run is on its way to Visma. */
function duringFirstWrite(path: string, options: WorldOptions, act: (world: ConnectedWorld) => Promise<void>): ConnectedWorld {
  const from = createWorld(options);
  let done = false;
  const fetch: typeof from.fake.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (!done && method === 'POST' && new URL(url).pathname.endsWith(path)) {
      done = true;
      await act(world);
    }
    return from.fake.fetch(input, init);
  };
  const world = createWorld({ ...options, reuse: { ...from, fake: { ...from.fake, fetch } } });
  return world;
}

describe('A2: what people note between the plan and the claim', () => {
  it('an invoice that is taken over as booked before its turn is not booked a second time', async () => {
    const account = { ...agency, invoices: [sent, { ...sent, id: '9019', companyInvoiceId: 19 }] };
    const noted: NotedItem[] = [];
    const world = await booking(duringFirstWrite('/customerledgeritemswithvoucher', { account }, async ({ connector }) => {
      noted.push(...(await connector.takeOver({ ...who, refs: [{ kind: 'invoice', id: '9019' }] })));
    }));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    expect(noted).toMatchObject([{ outcome: 'done' }]);
    expect(report.entries).toMatchObject([{ outcome: 'exported' }, { outcome: 'stale', reason: { code: 'source-changed', details: [{ id: '9019', change: 'noted as billed' }] } }]);
    expect(world.fake.books.ledgerItems.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([20260017]);
  });

  it.each([['ignoreItems', 'noted as ignored'], ['takeOver', 'status Open -> Invoiced']] as const)('a term after %s before its turn is not invoiced', async (action, change) => {
    const noted: NotedItem[] = [];
    const world = duringFirstWrite('/customerinvoicedrafts', { options: { batchSize: 1, concurrency: 1 } }, async ({ connector }) => {
      noted.push(...(await connector[action]({ ...who, refs: [term] })));
    });
    await world.connect();
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501', '503', '504'] } });
    expect(noted).toMatchObject([{ outcome: 'done' }]);
    expect(report.invoices.find(({ customer }) => customer.sourceId === '504')).toMatchObject({ outcome: 'stale', reason: { details: [{ id: term.id, change }] } });
  });

  it('hours that are put on the ignore list while a customer is created are not invoiced', async () => {
    const world = duringFirstWrite('/customers', {}, async ({ connector }) => {
      await connector.ignoreItems({ ...who, refs: [{ kind: 'time', id: '1' }] });
    });
    await world.connect();
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501', '502'] } });
    const outcomes = report.invoices.map(({ customer, outcome }) => [customer.sourceId, outcome]);
    expect(outcomes).toEqual([['501', 'stale'], ['502', 'exported']]);
  });
});

describe('A2: what people note while the claim is made', () => {
  it.each([
    ['ignoreItems', { kind: 'time', id: '1' }],
    ['takeOver', { kind: 'invoice', id: '9017' }],
  ] as const)('%s refuses an item that an export claimed at the same moment, and leaves no note on it', async (action, ref) => {
    const world = await booking(createWorld());
    // The note is stored right after an export has claimed and read the item.
    const { links } = world.state;
    const state = {
      ...world.state,
      links: {
        ...links,
        mark: async (...given: Parameters<typeof links.mark>) => {
          if (ref.kind === 'invoice') await world.connector.createSalesEntries({ tenantId, invoiceIds: [ref.id] });
          else await world.connector.createInvoices({ tenantId, select: { refs: [ref] } });
          return links.mark(...given);
        },
      },
    };
    const items = await world.process({ state })[action]({ ...who, refs: [ref] });
    expect(items).toMatchObject([{ ref, outcome: 'refused', message: expect.stringContaining('at the same moment') as string }]);
    expect([...world.state.snapshot().tables.marks.values()]).toEqual([]);
  });
});
