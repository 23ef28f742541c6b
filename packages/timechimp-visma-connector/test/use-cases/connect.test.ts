import { InvalidStateError, AccessDeniedError } from '@x/visma-eaccounting/oauth';
import { createFakeVisma, exampleCompany } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { ConnectorError } from '../../src/use-cases/connector-error.ts';
import { accountId, articleId, completeSettings, consent, createWorld, tenantId } from '../support/connected-world.ts';

describe('connect', () => {
  it('goes to the consent page and back, and lands on the settings', async () => {
    const { connector, fake } = createWorld();
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    const query = new URL(url).searchParams;
    expect(query.get('state')).toHaveLength(43);
    expect(query.get('code_challenge_method')).toBe('S256');
    const connected = await connector.completeConnect({ tenantId, callbackUrl: await consent(fake, url) });
    expect(connected).toEqual({
      companyIdentifier: 'kadewijk-advies-nl',
      companyName: 'Kadewijk Advies B.V.',
      countryCode: 'NL',
      currencyCode: 'EUR',
      reconnected: false,
      next: 'settings',
    });
    expect(await connector.connectionHealth({ tenantId })).toEqual({ status: 'good', companyName: 'Kadewijk Advies B.V.', problems: [] });
  });

  it('refuses a callback with another state, and the right one still works afterwards', async () => {
    const { connector, fake } = createWorld();
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    const callbackUrl = await consent(fake, url);
    const forged = new URL(callbackUrl);
    forged.searchParams.set('state', 'x'.repeat(43));
    await expect(connector.completeConnect({ tenantId, callbackUrl: forged })).rejects.toThrow(InvalidStateError);
    await expect(connector.completeConnect({ tenantId, callbackUrl })).resolves.toMatchObject({ next: 'settings' });
  });

  it('takes a state once: the same callback a second time changes nothing', async () => {
    const { connector, fake } = createWorld();
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    const callbackUrl = await consent(fake, url);
    await connector.completeConnect({ tenantId, callbackUrl });
    await expect(connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'consent-not-pending' });
    expect((await connector.connectionHealth({ tenantId })).status).toBe('good');
  });

  it('binds the state to the tenant: a consent that one began cannot be completed by another', async () => {
    const { connector, fake } = createWorld();
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    await connector.connect({ tenantId: 'other', sourceAccountId: 'tc-2' });
    await expect(connector.completeConnect({ tenantId: 'other', callbackUrl: await consent(fake, url) })).rejects.toThrow(InvalidStateError);
  });

  it('expires a consent after a quarter of an hour', async () => {
    const { connector, fake, clock } = createWorld();
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    const callbackUrl = await consent(fake, url);
    clock.advance(15 * 60_000);
    await expect(connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'consent-expired' });
  });

  it('says so when the person refuses, and leaves the old connection as it was', async () => {
    const world = createWorld();
    await world.connect();
    world.fake.person.denyNextConsent();
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    await expect(world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url) })).rejects.toThrow(AccessDeniedError);
    expect((await world.connector.connectionHealth({ tenantId })).status).toBe('good');
  });

  it('A1: connecting claims the pair; a second tenant with the same pair is refused without naming the first', async () => {
    const world = createWorld();
    await world.connect();
    const { url } = await world.connector.connect({ tenantId: 'second', sourceAccountId: accountId });
    const failure: unknown = await world.connector
      .completeConnect({ tenantId: 'second', callbackUrl: await consent(world.fake, url) })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'pair-taken' });
    expect(JSON.stringify(failure)).not.toContain(tenantId);
    expect((await world.connector.connectionHealth({ tenantId: 'second' })).status).toBe('not-connected');
    expect((await world.connector.connectionHealth({ tenantId })).status).toBe('good');
  });

  it('A1: a login that leads to another company is refused unless the change is accepted', async () => {
    const other = exampleCompany({ identifier: 'other-nl', name: 'Andere B.V.' });
    const world = createWorld({ fake: { companies: [exampleCompany(), other] } });
    await world.connect();
    world.fake.person.signIn({ company: 'other-nl' });
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    const callbackUrl = await consent(world.fake, url);
    await expect(world.connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'company-changed' });
    expect((await world.connector.connectionHealth({ tenantId })).companyName).toBe('Kadewijk Advies B.V.');
    const again = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    const accepted = await world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, again.url), acceptCompanyChange: true });
    expect(accepted).toMatchObject({ companyName: 'Andere B.V.', reconnected: false });
  });

  it('A1: an accepted change of company gives the old pair up and revokes its tokens; its exports stay', async () => {
    const other = exampleCompany({ identifier: 'other-nl', name: 'Andere B.V.' });
    const world = createWorld({ fake: { companies: [exampleCompany(), other] } });
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: {} });
    const drafts = world.fake.books.drafts.length;
    const visit = async (tenant: string, company: string, acceptCompanyChange: boolean) => {
      world.fake.person.signIn({ company });
      const { url } = await world.connector.connect({ tenantId: tenant, sourceAccountId: accountId });
      return world.connector.completeConnect({ tenantId: tenant, callbackUrl: await consent(world.fake, url), acceptCompanyChange });
    };
    world.fake.requests.clear();
    await expect(visit(tenantId, 'other-nl', false)).rejects.toMatchObject({ code: 'company-changed' });
    await expect(visit('second', 'kadewijk-advies-nl', false)).rejects.toMatchObject({ code: 'pair-taken' });
    expect((await world.connector.connectionHealth({ tenantId })).companyName).toBe('Kadewijk Advies B.V.');
    world.fake.requests.clear();
    await visit(tenantId, 'other-nl', true);
    expect(world.fake.requests.all().filter(({ path }) => path === '/connect/revocation').map(({ status }) => status)).toEqual([200]);
    expect((await world.connector.connectionHealth({ tenantId })).companyName).toBe('Andere B.V.');
    expect(await visit('second', 'kadewijk-advies-nl', false)).toMatchObject({ companyName: 'Kadewijk Advies B.V.' });
    expect((await world.connector.exportLog({ tenantId: 'second', kinds: ['invoice'] })).exports).toHaveLength(drafts);
  });

  it('a worker of the old connection cannot go on in another company after a change', async () => {
    const other = exampleCompany({ identifier: 'other-nl', name: 'Andere B.V.' });
    const world = createWorld({ fake: { companies: [exampleCompany(), other] } });
    await world.connect();
    const { activities } = world.source;
    const page = activities.page.bind(activities);
    activities.page = async (...args) => {
      world.fake.person.signIn({ company: 'other-nl' });
      const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
      await world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url), acceptCompanyChange: true });
      world.fake.person.expireAccessTokens();
      world.clock.advance(2 * 3_600_000);
      activities.page = page;
      return page(...args);
    };
    await world.connector.createInvoices({ tenantId, select: {} }).catch(() => undefined);
    expect(world.fake.books.of('other-nl').drafts).toEqual([]);
  });

  it('disconnect revokes the tokens and keeps what was exported; connecting again finds it', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: {} });
    const drafts = world.fake.books.drafts.length;
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'disconnected', revoked: true });
    await expect(world.connector.createInvoices({ tenantId, select: {} })).rejects.toMatchObject({ code: 'not-connected' });
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    expect(await world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url) })).toMatchObject({ reconnected: true });
    expect((await world.connector.exportLog({ tenantId, kinds: ['invoice'] })).exports).toHaveLength(drafts);
  });

  it('keeps tokens sealed: nothing that the store holds shows one', async () => {
    const world = createWorld();
    await world.connect();
    const record = await world.state.connections.load(tenantId);
    const { refreshToken } = world.fake.authorize();
    expect(refreshToken.length).toBeGreaterThan(8);
    expect(record?.sealedTokens).toMatch(/^v1\.test\./);
    expect(JSON.stringify(record)).not.toMatch(/accessToken|refreshToken/);
  });
});

describe('connectionHealth names the remedy', () => {
  it.each([
    ['API module off', 'api-module-off', (world: ReturnType<typeof createWorld>) => { world.fake.person.setApiModule(false); }],
    ['changed password', 'reconnect-needed', (world: ReturnType<typeof createWorld>) => { world.fake.person.changePassword('nieuw'); }],
    ['withdrawn consent', 'reconnect-needed', (world: ReturnType<typeof createWorld>) => { world.fake.person.revokeConsent(); }],
    ['read-only company', 'company-inactive', (world: ReturnType<typeof createWorld>) => { world.fake.person.changeSettings({ CompanyStatus: 2 }); }],
    ['switched company', 'company-switched', (world: ReturnType<typeof createWorld>) => { world.fake.person.changeSettings({ CompanyIdentifier: 'elsewhere' }); }],
  ])('%s: %s', async (_, code, act) => {
    const world = createWorld();
    await world.connect();
    act(world);
    const health = await world.connector.connectionHealth({ tenantId });
    expect(health.status).not.toBe('good');
    expect(health.problems.map((problem) => problem.code)).toContain(code);
    expect(health.problems.every((problem) => problem.remedy.length > 10)).toBe(true);
  });

  it('locked year: a warning, because other years can still be booked', async () => {
    const world = createWorld();
    await world.connect();
    world.fake.person.lockFiscalYear(2026);
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'attention', problems: [{ code: 'fiscal-year-locked' }] });
  });

  it('missing scope: names it', async () => {
    const fake = createFakeVisma();
    expect(fake.authorize({ scopes: ['ea:api', 'ea:sales'] }).accessToken).not.toBe('');
    const world = createWorld();
    await world.connect();
    const record = await world.state.connections.load(tenantId);
    if (record) {
      await world.state.connections.save({ ...record, facts: { scope: 'ea:api offline_access ea:sales', companyName: 'x', connectedOn: '2026-04-01' } }, record.version);
    }
    const health = await world.connector.connectionHealth({ tenantId });
    expect(health.problems[0]).toMatchObject({ code: 'scope-missing', message: expect.stringContaining('ea:accounting') as string });
  });

  it('without a connection: not connected, with the way out', async () => {
    const { connector } = createWorld();
    expect(await connector.connectionHealth({ tenantId })).toMatchObject({ status: 'not-connected', problems: [{ remedy: 'Connect to Visma first.' }] });
  });
});

describe('settings', () => {
  it('refuses wrong values and vanished references one by one, and saves nothing', async () => {
    const world = createWorld();
    await world.connect();
    const settings = completeSettings(world.fake);
    world.fake.person.deactivateArticle('KM-H');
    const failure: unknown = await world.connector
      .saveSettings({
        tenantId,
        settings: {
          ...settings,
          articles: { ...settings.articles, hours: '00000000-0000-4000-8000-000000000001', lumpSum: articleId(world.fake, 'UREN-H') },
          accounts: { ...settings.accounts, receivable: 1234 },
          import: { timeZone: 'Mars/Olympus' },
        },
      })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConnectorError);
    expect((failure as ConnectorError).problems.filter((each) => each.severity === 'error').map((each) => `${each.at} ${each.code}`)).toEqual([
      'articles.hours article-unknown',
      'articles.mileage article-inactive',
      'articles.lumpSum lump-sum-unit',
      'accounts.receivable account-unknown',
      'import.timeZone time-zone-unknown',
    ]);
    expect((await world.connector.readSettings({ tenantId })).settings.accounts.receivable).toBe(1300);
  });

  it('refuses unknown names and malformed values with their path, before Visma is asked', async () => {
    const world = createWorld();
    await world.connect();
    world.fake.requests.clear();
    await expect(
      world.connector.saveSettings({ tenantId, settings: { articles: { hours: 'UREN' }, import: { hour: 25 }, nonsense: 1 } as never }),
    ).rejects.toMatchObject({ code: 'settings', problems: [{ at: 'articles.hours' }, { at: 'import.hour' }, { code: 'setting-invalid' }] });
    expect(world.fake.requests.count()).toBe(0);
  });

  it('suggests values for what is empty and counts completeness', async () => {
    const world = createWorld();
    await world.connect();
    const empty = await world.connector.saveSettings({ tenantId, settings: {}, preview: true });
    expect(empty.completeness.percent).toBe(0);
    const at = empty.suggestions.map((suggestion) => suggestion.at);
    expect(at).toEqual(expect.arrayContaining(['articles.hours', 'articles.mileage', 'accounts.receivable', 'vat.codes.domestic-high']));
    expect(empty.suggestions.find((suggestion) => suggestion.at === 'articles.hours')?.label).toBe('UREN-H Uren advies');
    expect(empty.version).toBe(1);
  });

  it('suggests articles and revenue accounts per VAT kind, where the defaults do not serve', async () => {
    const world = createWorld();
    await world.connect();
    const ask = async (settings: SettingsInput) => (await world.connector.saveSettings({ tenantId, settings, preview: true })).suggestions;
    const labels = async (settings: SettingsInput) => Object.fromEntries((await ask(settings)).map(({ at, label }) => [at, label]));
    const { articles, accounts } = completeSettings(world.fake);
    const normal = await labels({ articles: { ...articles, byVatKind: {} }, accounts });
    expect(normal).toMatchObject({
      'articles.byVatKind.domestic-low.hours': 'UREN-L Uren training',
      'articles.byVatKind.domestic-low.expenses': 'KOSTEN-L Doorbelaste kosten laag tarief',
      'articles.byVatKind.domestic-low.terms': 'VAST-L Vaste prijs laag tarief',
      'accounts.revenueByVatKind.eu-service': '8040 Omzet diensten binnen de EU',
      'accounts.revenueByVatKind.outside-eu-service': '8050 Omzet diensten buiten de EU',
      'accounts.revenueByVatKind.reverse-charge-domestic': '8030 Omzet diensten btw verlegd',
    });
    // No article at the low rate is counted in kilometres; the high rate has its articles and its account already.
    expect(Object.keys(normal).filter((at) => at.includes('low.mileage') || at.includes('domestic-high.') || at.endsWith('revenueByVatKind.domestic-high'))).toEqual([]);
    const low = { 'domestic-low': { hours: articleId(world.fake, 'UREN-L') } };
    expect(await labels({ articles: { ...articles, byVatKind: low }, accounts })).toMatchObject({ 'accounts.revenueByVatKind.domestic-low': '8010 Omzet diensten laag tarief' });
    expect(await labels({ articles, accounts, vat: { reverseChargeCustomers: ['501'] } })).toMatchObject({ 'articles.byVatKind.reverse-charge-domestic.hours': 'UREN-V Uren bouwkundig, btw verlegd' });
    expect(await labels({ vat: { scheme: 'kor' } })).toMatchObject({ 'articles.hours': 'UREN-VRIJ Uren vrijgesteld onderwijs' });
  });

  it('B1: what is suggested can be saved as it is, and leaves nothing to suggest', async () => {
    const world = createWorld();
    await world.connect();
    let settings: Record<string, unknown> = {};
    const place = (record: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> => ({
      ...record,
      [name]: rest.length === 0 ? value : place((record[name] ?? {}) as Record<string, unknown>, rest, value),
    });
    for (let round = 0; round < 3; round += 1) {
      const { suggestions } = await world.connector.saveSettings({ tenantId, settings: settings, preview: true });
      for (const { at, value } of suggestions) settings = place(settings, at.split('.'), value);
    }
    const view = await world.connector.saveSettings({ tenantId, settings: settings });
    expect([view.suggestions, view.problems, view.completeness.percent]).toEqual([[], [], 100]);
  });

  it('C7: shows what the number rule makes of a number', async () => {
    const world = createWorld();
    await world.connect();
    expect((await world.connector.readSettings({ tenantId })).invoiceNumberSample).toEqual({ text: '2026-17', number: 20260017 });
    const none = await world.connector.saveSettings({ tenantId, preview: true, settings: { salesEntries: { invoiceNumber: { idDigits: 1 } } } });
    expect(none.invoiceNumberSample).toEqual({ text: '2026-17', number: null });
  });

  it('names settings that speak of customers, activities and projects that TimeChimp no longer has', async () => {
    const world = createWorld();
    await world.connect();
    const hours = articleId(world.fake, 'UREN-H');
    const view = await world.connector.saveSettings({
      tenantId,
      preview: true,
      settings: {
        vat: { kindByCustomer: { gone: 'domestic-zero', 501: 'domestic-high' }, reverseChargeCustomers: ['left'] },
        customers: { privatePersons: ['502', 'nobody'] },
        articles: { byActivity: { 11: { 'domestic-high': hours }, 99: { 'domestic-high': hours } } },
        terms: { billFromPerProject: { 103: '2026-01-01', 999: '2026-01-01' } },
      },
    });
    expect(view.problems.map(({ code, at, severity }) => `${severity} ${code} ${at}`)).toEqual([
      'warning customer-vanished vat.kindByCustomer.gone',
      'warning customer-vanished vat.reverseChargeCustomers.left',
      'warning customer-vanished customers.privatePersons.nobody',
      'warning activity-vanished articles.byActivity.99',
      'warning project-vanished terms.billFromPerProject.999',
    ]);
  });

  it('D3: refuses schemes that are not supported by name, and rates that mean two things', async () => {
    const world = createWorld();
    await world.connect();
    for (const scheme of ['margin', 'oss'] as const) {
      await expect(world.connector.saveSettings({ tenantId, settings: { vat: { scheme } } })).rejects.toMatchObject({ problems: [{ code: 'vat-scheme-unsupported', message: expect.stringContaining(scheme) as string }] });
    }
    const rates = [{ percentage: '21', vatKind: 'domestic-high' as const }, { percentage: '21.0', vatKind: 'domestic-low' as const }];
    await expect(world.connector.saveSettings({ tenantId, settings: { vat: { rates } } })).rejects.toMatchObject({ problems: [{ code: 'vat-rate-ambiguous' }] });
    const unmapped = await world.connector.saveSettings({ tenantId, preview: true, settings: { vat: { defaultRate: '19' } } });
    expect(unmapped.problems).toMatchObject([{ code: 'vat-default-unmapped', severity: 'warning' }]);
  });

  it('asks for a lump-sum article where amounts are exact', async () => {
    const world = createWorld();
    await world.connect();
    const needs = async (settings: SettingsInput) =>
      (await world.connector.saveSettings({ tenantId, settings, preview: true })).completeness.needs.map(({ at }) => at);
    expect(await needs({ pricing: { rounding: 'exact' } })).toContain('articles.lumpSum');
    expect(await needs({})).not.toContain('articles.lumpSum');
  });

  it('tells a second editor that someone else saved', async () => {
    const world = createWorld();
    await world.connect();
    const { version } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: completeSettings(world.fake) });
    await expect(
      world.connector.saveSettings({ tenantId, settings: completeSettings(world.fake), expectedVersion: version }),
    ).rejects.toMatchObject({ code: 'settings-changed' });
  });
});
