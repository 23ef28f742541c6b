import type { Invoice } from '@x/billing-core';
import { expect, it } from 'vitest';
import { agency, invoices } from '../support/agency.ts';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];

it('C7: a number whose booking is in doubt is given to no other invoice', async () => {
  const other: Invoice = { ...sent, id: '9117', companyInvoicePrefix: 'B2026-', customerId: '503' };
  const world = await booking(createWorld({ account: { ...agency, invoices: [...invoices, other] } }));
  world.fake.faults.next('POST /customerledgeritems/customerledgeritemswithvoucher', { kind: 'late-commit', afterMs: 5 * 60_000, seen: 'reset' });
  const first = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
  expect(first.entries.map((each) => each.outcome)).toEqual(['in-doubt']);
  const second = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9117'] });
  world.clock.advance(6 * 60_000);
  world.fake.settle();
  expect(second.entries.map((each) => each.outcome)).toEqual(['refused']);
  expect(second.entries[0]?.problems.map(({ code }) => code)).toContain('invoice-number-taken');
  expect(world.fake.books.ledgerItems.map((each) => each.InvoiceNumber)).toEqual([20260017]);
});
