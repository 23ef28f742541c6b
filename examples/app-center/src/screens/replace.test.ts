import { describe, expect, it } from 'vitest';
import { choose, confirm, setUp, smallApp, valuesOf, visitor } from '../testing/small-app.ts';

/** An exported draft of one hour entry, and the path that replaces it. */
async function drafted() {
  const app = smallApp();
  const person = visitor(app);
  await setUp(app, person);
  const plan = await choose(person, ['time:2']);
  await confirm(person, plan, (await person.get(plan)).text);
  const { exports } = await app.connector.exportLog({ tenantId: 'tenant' });
  const one = `/exports/one?key=${encodeURIComponent(exports[0]?.key ?? '')}`;
  const path = `/exports/replace?key=${encodeURIComponent(exports[0]?.key ?? '')}`;
  const replace = async (page: string): Promise<string> => {
    const [key = '', seen = '', job = ''] = ['key', 'seen', 'job'].map((name) => valuesOf(page, name)[0]);
    const { location } = await person.post('/exports/replace', { key, seen, job, why: 'Wrong hours' });
    return (await person.get(location ?? '')).text;
  };
  const totals = (): readonly number[] => app.visma.books.drafts.map(({ TotalAmount }) => TotalAmount);
  return { app, person, key: exports[0]?.key ?? '', one, path, replace, totals };
}

describe('an open draft', () => {
  it('A12: is offered to be written anew, shown with what changes, and replaced once, however often it is confirmed', async () => {
    const { app, person, one, path, replace, totals } = await drafted();
    const [old] = app.visma.books.drafts;
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    expect((await person.get(one)).text).toContain(`<a class="button" href="${path.replaceAll('&', '&amp;')}">Replace with today's prices and texts</a>`);
    const { text } = await person.get(path);
    expect(text).toMatch(/>Total<[^]*data-label="In the draft"[^>]*>890\.86<[^]*data-label="New"[^>]*>1,005\.81</);
    expect(text).toMatch(/>Line 2<[^]*Ontwikkeling, quantity 7\.75, price 95\.00, article UREN-H Uren advies<[^]*Ontwikkeling, quantity 8\.75, price 95\.00, article UREN-H Uren advies</);
    expect(totals()).toEqual([890.86]);
    const [result, again] = [await replace(text), await replace(text)];
    expect(result).toContain('The new draft stands in Visma.');
    expect(again).toBe(result);
    expect(totals()).toEqual([1005.81]);
    expect(app.visma.books.drafts[0]?.Id).not.toBe(old?.Id);
    expect(app.timeChimp.books.times.get(2)).toMatchObject({ status: 'Invoiced' });
    expect((await person.get(one)).text).toContain('Wrong hours');
  });

  it('is left as it is where it would become another one than was shown; the page says what differs', async () => {
    const { app, person, path, replace, totals } = await drafted();
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    const { text } = await person.get(path);
    app.timeChimp.person.edit('times', 2, { hours: 9.75 });
    const result = await replace(text);
    expect(result).toContain('Nothing was replaced: the old draft is as it was.');
    expect(result).toMatch(/data-label="Shown"[^>]*>1,005\.81<[^]*data-label="Now"[^>]*>1,120\.76</);
    expect(result).toContain('Preview again what changed');
    expect(totals()).toEqual([890.86]);
  });

  it('that would not change, or that a person worked on, offers no confirmation and says why', async () => {
    const { app, person, path } = await drafted();
    expect((await person.get(path)).text).toContain('The new one would be the same');
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    app.visma.person.editDraft(app.visma.books.drafts[0]?.Id ?? '', { YourReference: 'INK-119' });
    const { text } = await person.get(path);
    expect(text).toContain('There is nothing to replace it by.');
    expect(text).toContain('class="reason"');
    expect(text).not.toContain('Replace the draft in Visma');
  });

  it('whose items would not be invoiced any more stays, and says which by their names', async () => {
    const { app, person, path, totals } = await drafted();
    const { settings } = await app.connector.readSettings({ tenantId: 'tenant' });
    await app.connector.saveSettings({ tenantId: 'tenant', settings: { ...settings, cutOffDate: '2026-10-07' } });
    const { text } = await person.get(path);
    expect(text).toMatch(/Some of the items would not be invoiced any more \(6 Oct 2026, Ontwikkeling: Betaalmodule, 7:45: /);
    expect(text).not.toContain('time:2');
    expect(totals()).toEqual([890.86]);
  });

  it('that is gone, and whose new one Visma refuses, is not said to stand; who replaces it hears how to go on', async () => {
    const { app, person, path, replace, totals } = await drafted();
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    const { text } = await person.get(path);
    app.visma.faults.next('POST /customerinvoicedrafts', { kind: 'refusal', status: 400, errorCode: 4000, message: 'The customer is blocked.' });
    const result = await replace(text);
    expect(result).toContain('It is not finished. &quot;Reconcile with Visma&quot; in the export log goes on with it.');
    expect(totals()).toEqual([]);
  });

  it('a page that nobody knows any more replaces nothing', async () => {
    const { app, person, path, key, totals } = await drafted();
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    await person.get(path);
    const { location } = await person.post('/exports/replace', { key, seen: 'long ago', job: '1', why: 'Wrong hours' });
    expect((await person.get(location ?? '')).text).toContain('so nothing was written');
    expect(totals()).toEqual([890.86]);
  });
});

describe('a final invoice', () => {
  it('is not offered to be replaced, and its page says why not', async () => {
    const { app, person, one, path } = await drafted();
    app.visma.person.convertDraft(app.visma.books.drafts[0]?.Id ?? '');
    await app.connector.reconcile({ tenantId: 'tenant' });
    expect((await person.get(one)).text).not.toContain('Replace with today');
    const { text } = await person.get(path);
    expect(text).toContain('The invoice is final; where Visma allows it, undo voids it.');
    expect(text).not.toContain('Replace the draft in Visma');
  });

  it('of an unknown export there is no page', async () => {
    const { person } = await drafted();
    expect((await person.get('/exports/replace?key=unknown')).status).toBe(404);
  });
});
