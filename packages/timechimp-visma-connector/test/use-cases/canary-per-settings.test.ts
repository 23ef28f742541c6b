import type { Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { agency, invoices } from '../support/agency.ts';
import { booking } from '../support/booking-world.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const copyOf = (number: number): Invoice => ({ ...sent, id: String(9000 + number), companyInvoiceId: number, rows: sent.rows.map((row) => ({ ...row, projectId: '101' })) });

describe('C2: the first entry per tenant and settings version goes alone', () => {
  it.each<[string, number, (settings: SettingsInput, world: ConnectedWorld) => SettingsInput]>([
    ['the project that stands on the revenue rows', 1, (settings, { fake }) => ({ ...settings, dimensions: { projects: { '101': fake.books.projects[0]?.Id ?? '' } } })],
    ['the language of the texts', 1, (settings) => ({ ...settings, grouping: { language: 'en' } })],
    ['nothing', 0, (settings) => settings],
  ])('after a change of %s, %i voucher is read back', async (_, reads, change) => {
    const world = await booking(createWorld({ account: { ...agency, invoices: [sent, copyOf(19), copyOf(20)] } }));
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: change(settings, world) });
    world.fake.requests.clear();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019', '9020'] });
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['exported', 'exported']);
    expect(world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}')).toBe(reads);
  });
});
