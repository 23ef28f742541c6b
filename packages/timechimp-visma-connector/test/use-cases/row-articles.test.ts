import type { Invoice } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import type { SourceActivity } from '../../src/ports/activity-store.ts';
import { agency, invoices } from '../support/agency.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const [sent] = invoices as readonly [Invoice, Invoice];
const elsewhere = '9b1d2c34-5e6f-4a7b-8c9d-0e1f2a3b4c5d';

function activity(id: string, article: string | null, code?: string): SourceActivity {
  const name = `Activity ${id}`;
  return { id, name, active: true, article, content: { id, name, ...(code === undefined ? {} : { code }) } };
}

/** An invoice of one row with this code, and these activities; settings as suggested. */
async function worldWith(code: string, activities: readonly SourceActivity[]): Promise<ConnectedWorld> {
  const row = { ...sent.rows[0]!, code };
  const invoice: Invoice = { ...sent, totalExTax: '950.00', total: '1149.50', rows: [row] };
  const world = createWorld({ account: { ...agency, activities, invoices: [invoice] } });
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])));
  await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes } } });
  return world;
}

async function preview(code: string, activities: readonly SourceActivity[], before: (world: ConnectedWorld) => void = () => undefined) {
  const world = await worldWith(code, activities);
  before(world);
  const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'], preview: true });
  const [entry] = report.entries;
  const found = entry?.problems.map(({ code: named, severity }) => `${severity} ${named}`) ?? [];
  return { world, outcome: entry?.outcome, found, report, account: entry?.entry?.rows.find((one) => one.role === 'revenue')?.account };
}

describe('C3: linking an activity steers sales entries too', () => {
  it.each([
    ['the code of an activity whose article does not exist', 'ONTW', [activity('11', '99999', 'ONTW')]],
    ['the code of an activity that is linked to an article of another company', 'ONTW', [activity('11', elsewhere, 'ONTW')]],
    ['the article that was entered, which does not exist', '99999', [activity('11', '99999')]],
    ['the GUID of an article of another company, whatever activities say now', elsewhere.toUpperCase(), [activity('11', 'UREN-H', 'ONTW')]],
    ['a code that one activity links well and another one wrongly', 'ONTW', [activity('11', '99999', 'ONTW'), activity('12', 'UREN-H', 'ONTW')]],
  ])('C3: refuses a row with %s, in the preview', async (_what, code, activities) => {
    const { world, outcome, found, report } = await preview(code, activities);
    expect([outcome, found]).toEqual(['refused', ['error article-unknown']]);
    expect(report.problems[0]).toMatchObject({ at: 'invoice:9017', sources: [{ kind: 'invoice', id: '9017' }] });
    expect(report.problems[0]?.message).toMatch(/^Row 1 \(Training\) of invoice 2026-17 has the code /);
    const run = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect([run.entries[0]?.outcome, world.fake.books.ledgerItems]).toEqual(['refused', []]);
  });

  it('C3: a link to an article that is no longer active leads to its account, with a warning', async () => {
    const deactivate = (world: ConnectedWorld): void => {
      const article = world.fake.books.articles.find(({ Number }) => Number === 'KM-H');
      world.fake.person.deactivateArticle(article?.Id ?? '');
    };
    const linked = await preview('ONTW', [activity('11', 'KM-H', 'ONTW')]);
    const inactive = await preview('ONTW', [activity('11', 'KM-H', 'ONTW')], deactivate);
    expect([linked.outcome, linked.found]).toEqual(['planned', []]);
    expect([inactive.outcome, inactive.found, inactive.account]).toEqual(['planned', ['warning article-inactive'], linked.account]);
    const direct = await preview('KM-H', [], deactivate);
    expect([direct.outcome, direct.found, direct.account]).toEqual(['planned', ['warning article-inactive'], linked.account]);
    expect(linked.account).not.toBe('8000');
  });

  it('C3: a code that nothing has gives a warning; that of an activity without a link goes to the default in silence', async () => {
    const unknown = await preview('PROD-7', [activity('11', null, 'ONTW')]);
    expect([unknown.outcome, unknown.found, unknown.account]).toEqual(['planned', ['warning row-code-unknown'], '8000']);
    const unlinked = await preview('ontw', [activity('11', null, 'ONTW')]);
    expect([unlinked.outcome, unlinked.found, unlinked.account]).toEqual(['planned', [], '8000']);
  });

  it('C3: a broken link stops nothing that does not carry its code', async () => {
    const { outcome, found } = await preview('UREN-H', [activity('11', '99999', 'ONTW')]);
    expect([outcome, found]).toEqual(['planned', []]);
  });
});
