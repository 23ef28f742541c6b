import type { SettingsInput } from '@x/timechimp-visma-connector';
import { describe, expect, it } from 'vitest';
import { withValue } from '../settings/values.ts';
import { confirm, setUp, type SmallApp, smallApp, valuesOf, visitor } from '../testing/small-app.ts';

describe('terms that fall due after today', () => {
  it('are previewed and written where a later "Until" was chosen, and left out of the same choice where none was', async () => {
    const app = smallApp();
    const person = visitor(app);
    await setUp(app, person);
    const { text } = await person.get('/unbilled?customer=504&until=2026-12-31');
    const lines = valuesOf(text, 'line');
    const later = lines.find((line) => decodeURIComponent(line).includes('2026-12'));
    expect(lines).toHaveLength(3);
    expect(later).toBeDefined();
    const { location: withoutUntil } = await person.post('/unbilled', { line: later ?? '' });
    expect((await person.get(withoutUntil ?? '')).text).toContain('after 2026-11-02');
    const { location } = await person.post('/unbilled', { line: later ?? '', customer: '504', until: '2026-12-31' });
    const preview = await person.get(location ?? '');
    expect(preview.text).toContain('Write 1 invoice in Visma');
    expect(preview.text).toContain('EUR 180.29');
    expect(preview.text).toContain('href="/unbilled?customer=504&amp;until=2026-12-31"');
    expect(await confirm(person, location ?? '', preview.text)).toContain('1 of 1 written in Visma.');
    expect(app.visma.books.drafts.map(({ TotalAmount }) => TotalAmount)).toEqual([180.29]);
  });
});

/** A person in front of the unbilled items of one customer, with settings of their own. */
async function lookingAt(customerId: string, change: (settings: SettingsInput, app: SmallApp) => SettingsInput, prepare: (app: SmallApp) => void) {
  const app = smallApp();
  const person = visitor(app);
  await setUp(app, person);
  prepare(app);
  const { settings } = await app.connector.readSettings({ tenantId: 'tenant' });
  await app.connector.saveSettings({ tenantId: 'tenant', settings: change(settings, app) });
  return { app, person, text: (await person.get(`/unbilled?customer=${customerId}`)).text };
}

/** An approved hour of October on the subscription of October and November. */
function hosting(app: SmallApp): void {
  app.timeChimp.books.times.set(81, { ...app.timeChimp.books.times.get(9)!, id: 81, customerId: 504, projectId: 104, date: '2026-10-08', hours: 1.5, notes: 'Server bijgewerkt' });
}

describe('D4: hours that a term covers', () => {
  it('are named under its line where they are marked with it, and again in the preview; then they are Invoiced', async () => {
    const { app, person, text } = await lookingAt('504', (settings) => ({ ...settings, terms: { coveredHours: 'markInvoiced' } }), hosting);
    const [line = '', other = ''] = valuesOf(text, 'line');
    expect(text).toMatch(/01-10-2026 t\/m 31-10-2026[^]*1 entry of hours covered, marked as invoiced with it[^]*8 Oct 2026, Ontwikkeling: Server bijgewerkt, 1:30[^]*01-11-2026 t\/m 30-11-2026/);
    expect(text).not.toContain('Left out');
    const { location } = await person.post('/unbilled', { line: `${line} ${other}` });
    const preview = await person.get(location ?? '');
    expect(preview.text).toMatch(/marked as invoiced with it[^]*8 Oct 2026, Ontwikkeling: Server bijgewerkt, 1:30/);
    expect(await confirm(person, location ?? '', preview.text)).toContain('1 of 1 written in Visma.');
    expect(app.timeChimp.books.times.get(81)).toMatchObject({ status: 'Invoiced' });
  });

  it('are named under their project where the settings leave them alone, with the way to that setting', async () => {
    const { text } = await lookingAt('504', (settings) => settings, hosting);
    expect(text).toMatch(/1 entry of hours covered, stays as it is in TimeChimp[^]*8 Oct 2026, Ontwikkeling: Server bijgewerkt, 1:30/);
    expect(text).toContain('<a href="/settings#f-terms-coveredHours">');
    expect(text).not.toContain('Left out');
  });
});

describe('B5: a private customer whose prices Visma reads with VAT', () => {
  it('sees lines, VAT per rate and total as the invoice prints them, in the unbilled items, the preview and Visma', async () => {
    const { app, person, text } = await lookingAt('501', (settings, { visma }) => {
      const low = visma.books.articles.find(({ Number }) => Number === 'KOSTEN-L')?.Id;
      return withValue(withValue(settings, 'pricing.rounding', 'exact'), 'articles.byVatKind.domestic-low.expenses', low);
    }, ({ visma, timeChimp }) => {
      visma.person.changeSettings({ ShowPricesExclVatPC: true });
      visma.person.editCustomer('1001', { IsPrivatePerson: true });
      for (const id of [2, 3, 4]) timeChimp.books.times.delete(id);
      timeChimp.books.expenses.delete(1);
      timeChimp.books.mileages.delete(1);
      timeChimp.books.mileages.delete(2);
    });
    // 0:20 x 95.00 is 31.67, with 21 % 38.32, in which 6.65 are VAT; 24.95 with 9 % is 27.20, in which 2.25 are VAT.
    const printed = [
      /VAT 21 % of 31\.67<\/dt><dd>EUR 6\.65</,
      /VAT 9 % of 24\.95<\/dt><dd>EUR 2\.25</,
      /VAT together<\/dt><dd>EUR 8\.90</,
      /Total<\/dt><dd>EUR 65\.52</,
    ];
    for (const figure of printed) expect(text).toMatch(figure);
    expect(text).toMatch(/<strong>38\.32<\/strong>[^]*<strong>27\.20<\/strong>/);
    expect(text).toContain('A private customer: prices and amounts of lines include VAT.');
    const { location } = await person.post('/unbilled', { line: valuesOf(text, 'line').join(' ') });
    const preview = await person.get(location ?? '');
    for (const figure of printed) expect(preview.text).toMatch(figure);
    expect(preview.text).toMatch(/data-label="Amount with VAT"[^>]*>38\.32</);
    await confirm(person, location ?? '', preview.text);
    expect(app.visma.books.drafts).toMatchObject([{ IncludesVat: true, TotalAmount: 65.52, TotalVatAmount: 8.9 }]);
  });

  it('is the only one: others see prices without VAT, and the same sums', async () => {
    const { text } = await lookingAt('504', (settings) => settings, ({ visma }) => { visma.person.changeSettings({ ShowPricesExclVatPC: true }); });
    expect(text).toContain('Prices and amounts of lines are without VAT.');
    expect(text).toMatch(/Without VAT<\/dt><dd>EUR 298\.00<[^]*VAT 21 % of 298\.00<\/dt><dd>EUR 62\.58<[^]*Total<\/dt><dd>EUR 360\.58</);
  });
});
