import { describe, expect, it } from 'vitest';
import { connect, smallApp, visitor } from '../testing/small-app.ts';

const screens = ['/', '/settings', '/activities', '/activities/11?q=uur', '/customers', '/customers/links', '/customers/links/505?q=bakker', '/report', '/report?kind=expense', '/unbilled', '/invoices', '/invoices/9017', '/exports', '/month-end', '/take-over', '/disconnect'];

describe('what a browser may do with the pages', () => {
  it.each([...screens, '/nowhere', '/plans/unknown', '/jobs/unknown', '/exports/one?key=unknown'])('%s allows nothing inline, no frame and no cache', async (path) => {
    const { headers } = await smallApp().request(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps the session out of reach of scripts and of other sites', async () => {
    const cookie = (await smallApp().request('/')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('sends it over https only, bound to the host, where the app is on https', async () => {
    const { headers } = await smallApp({ baseUrl: 'https://app.example' }).request('/');
    expect(headers.get('set-cookie')).toMatch(/^__Host-app-center=.*Path=\/.*HttpOnly.*Secure/);
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('changes', () => {
  it.each([
    ['without the token of the session', { csrf: '' }, {}],
    ['with a wrong token', { csrf: 'x'.repeat(43) }, {}],
    ['from another site', {}, { origin: 'https://evil.example' }],
    ['from an embedded page', {}, { 'sec-fetch-site': 'cross-site' }],
  ])('are refused %s', async (_, fields, headers) => {
    const app = smallApp();
    const person = visitor(app);
    await connect(app, person);
    const { status, text } = await person.post('/disconnect', fields, headers);
    expect(status).toBe(403);
    expect(text).toContain('Nothing was done');
    expect((await person.get('/')).text).toContain('Connected');
  });

  it('are refused with the token of another session', async () => {
    const app = smallApp();
    const [person, other] = [visitor(app), visitor(app)];
    await connect(app, person);
    const stolen = /name="csrf" value="([^"]+)"/.exec((await other.get('/disconnect')).text)?.[1] ?? '';
    expect((await person.post('/disconnect', { csrf: stolen })).status).toBe(403);
  });

  it('are refused when they are too large', async () => {
    const person = visitor(smallApp());
    await person.get('/');
    expect((await person.post('/report', { shown: 'x'.repeat(2 * 1024 * 1024) })).status).toBe(413);
  });
});

describe('pages and logs', () => {
  it('hold no secret of Visma, TimeChimp or the session', async () => {
    const app = smallApp();
    const person = visitor(app);
    await connect(app, person);
    const texts = [];
    for (const path of screens) texts.push((await person.get(path)).text);
    app.visma.faults.next('*', { kind: 'server-error', committed: false });
    texts.push((await person.get('/settings')).text, ...app.logged);
    const all = texts.join('\n');
    for (const secret of [app.visma.client.clientSecret, 'TC_fake-key-of-v2', 'fake-key-of-v1', 'Bearer', 'refresh_token']) expect(all).not.toContain(secret);
  });

  it('tell kindly that nothing is connected, on every screen that needs it', async () => {
    const person = visitor(smallApp());
    for (const path of ['/settings', '/activities', '/customers', '/unbilled', '/exports']) {
      const { status, text } = await person.get(path);
      expect(status).toBe(409);
      expect(text).toContain('To the App Center');
    }
  });

  it('one browser sees nothing of what another has chosen', async () => {
    const app = smallApp();
    const [one, other] = [visitor(app), visitor(app)];
    await one.get('/report');
    await one.post('/report', { kind: 'time', shown: 'time:1', pick: 'time:1', go: 'filter' });
    expect((await one.get('/report')).text).toContain('Chosen: 1 entry of hours');
    expect((await other.get('/report')).text).toContain('Chosen: 0 entries of hours');
  });
});
