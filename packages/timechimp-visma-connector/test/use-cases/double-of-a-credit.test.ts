import type { BillableItem, Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { agency, invoices } from '../support/agency.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const hours: BillableItem = { kind: 'time', id: '92', customerId: '501', projectId: '101', status: 'Approved', userId: '71', activityId: '11', date: '2026-03-11', minutes: -600 };

describe('C9, C6: a credit invoice that looks like a credit of ours is warned of, whichever sign the source prints', () => {
  it.each([['negative', '-'], ['positive', '']] as const)('%s', async (sourceCreditSign, sign) => {
    const credit: Invoice = {
      ...sent, id: '9050', companyInvoiceId: 50, credit: true, totalExTax: `${sign}950.00`, total: `${sign}1149.50`,
      rows: [{ description: 'Correctie', quantity: `${sign}10`, price: '95.00', taxPercent: '21' }],
    };
    const world = createWorld({ account: { ...agency, items: [hours], invoices: [credit] }, settings: (settings) => ({ ...settings, salesEntries: { sourceCreditSign } }) });
    await world.connect();
    const made = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] }, confirmCredit: true });
    expect(made.invoices.map(({ totalAmount }) => totalAmount)).toEqual(['-1149.50']);
    const { entries } = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9050'], preview: true });
    expect(entries[0]?.problems.map(({ code }) => code)).toContain('possible-double');
  });
});
