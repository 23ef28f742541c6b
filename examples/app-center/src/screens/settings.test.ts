import { describe, expect, it } from 'vitest';
import { setUp, smallApp, valuesOf, visitor } from '../testing/small-app.ts';

describe('settings', () => {
  it('D4: say what becomes of hours that a fixed price or subscription covers: by default they stay as they are', async () => {
    const app = smallApp();
    const person = visitor(app);
    await setUp(app, person);
    const { text } = await person.get('/settings');
    expect(text).toContain('<label for="f-terms-coveredHours">Hours that a fixed price or subscription covers</label>');
    expect(text).toMatch(/<option value="leave" selected>stay as they are in TimeChimp</);
    await person.post('/settings', { version: valuesOf(text, 'version')[0] ?? '', 'terms.coveredHours': 'markInvoiced' });
    const saved = await app.connector.readSettings({ tenantId: 'tenant' });
    expect(saved.settings.terms.coveredHours).toBe('markInvoiced');
    expect((await person.get('/settings')).text).toMatch(/<option value="markInvoiced" selected>are marked as invoiced with it</);
  });

  it('an error at its field does not begin with the technical path of the setting', async () => {
    const app = smallApp();
    const person = visitor(app);
    await setUp(app, person);
    const { text } = await person.get('/settings');
    await person.post('/settings', { version: valuesOf(text, 'version')[0] ?? '', 'customers.defaultCountry': 'Nederland' });
    const refused = (await person.get('/settings')).text;
    expect(refused).toContain('id="f-customers-defaultCountry-error">must be an ISO code such as NL. Correct this setting.<');
    expect(refused).not.toContain('customers.defaultCountry:');
  });
});
