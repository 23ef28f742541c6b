import { describe, expect, it } from 'vitest';
import { choose, confirm, setUp, smallApp, visitor } from '../testing/small-app.ts';

async function prepared() {
  const app = smallApp();
  const person = visitor(app);
  await setUp(app, person);
  return { app, person };
}

describe('what changed between preview and confirmation', () => {
  it('an hour was edited: nothing of its invoice is written, the page says what differs, the other invoice is written', async () => {
    const { app, person } = await prepared();
    const plan = await choose(person, ['time:2', 'mileage:3']);
    const preview = await person.get(plan);
    expect(preview.text).toContain('Write 2 invoices in Visma');
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    const result = await confirm(person, plan, preview.text);
    expect(result).toContain('1 of 2 written in Visma.');
    expect(result).toContain('Something changed since the preview: 1 was not written.');
    expect(result).toContain('It would no longer be what the preview showed; nothing was written.');
    expect(result).toMatch(/data-label="What"[^>]*>Total<[^]*data-label="Shown"[^>]*>890\.86<[^]*data-label="Now"[^>]*>1,005\.81</);
    expect(result).toMatch(/data-label="What"[^>]*>Line 2<[^]*Ontwikkeling, quantity 7\.75, price 95\.00, article UREN-H Uren advies</);
    expect(app.visma.books.drafts.map(({ TotalAmount }) => TotalAmount)).toEqual([34.51]);
    expect(app.timeChimp.books.times.get(2)).toMatchObject({ status: 'Approved' });
  });

  it('is previewed again in one step and written as it is by then; what was written is not written twice', async () => {
    const { app, person } = await prepared();
    const plan = await choose(person, ['time:2', 'mileage:3']);
    const preview = await person.get(plan);
    app.timeChimp.person.edit('times', 2, { hours: 8.75 });
    const [, again = ''] = /href="(\/plans\/[^"?]+)[^"]*">Preview again/.exec(await confirm(person, plan, preview.text)) ?? [];
    const second = await person.get(again);
    expect(second.text).toContain('Already exported');
    expect(await confirm(person, again, second.text)).toContain('1 of 1 written in Visma.');
    expect(app.visma.books.drafts.map(({ TotalAmount }) => TotalAmount)).toEqual([34.51, 1005.81]);
  });

  it('an invoice that is gone by now counts as not written', async () => {
    const { app, person } = await prepared();
    const plan = await choose(person, ['time:2']);
    const preview = await person.get(plan);
    app.timeChimp.person.edit('times', 2, { status: 'Open' });
    const result = await confirm(person, plan, preview.text);
    expect(result).toContain('0 of 1 written in Visma.');
    expect(result).toContain('is no longer planned as the preview showed it');
    expect(app.visma.books.drafts).toEqual([]);
  });

  it('an invoice that another tab wrote meanwhile is shown as exported, and not written again', async () => {
    const { app, person } = await prepared();
    const plan = await choose(person, ['time:2']);
    const [first, second] = [await person.get(plan), await person.get(await choose(person, ['time:2']))];
    const [other = ''] = /\/plans\/[0-9a-f-]+/.exec(second.text) ?? [];
    await confirm(person, plan, first.text);
    const result = await confirm(person, other, second.text);
    expect(result).toContain('0 of 1 written in Visma.');
    expect(result).toContain('Already exported');
    expect(app.visma.books.drafts).toHaveLength(1);
  });

  it('a page that nobody knows any more writes nothing and leads back to the preview', async () => {
    const { app, person } = await prepared();
    const plan = await choose(person, ['time:2']);
    await person.get(plan);
    const { location } = await person.post(plan, { seen: 'long ago', finish: 'final' });
    expect(location).toBe(`${plan}?finish=final`);
    expect((await person.get(location ?? '')).text).toContain('so nothing was written');
    expect(app.visma.books.drafts).toEqual([]);
  });

  it('a sales entry whose invoice changed is not booked', async () => {
    const { app, person } = await prepared();
    await person.get('/invoices');
    const { location } = await person.post('/invoices', { pick: '9017' });
    const preview = await person.get(location ?? '');
    expect(preview.text).toContain('Write 1 sales entry in Visma');
    const invoice = app.timeChimp.books.invoices.get(9017);
    app.timeChimp.books.invoices.set(9017, { ...invoice!, dueDate: '2026-12-24' });
    const result = await confirm(person, location ?? '', preview.text);
    expect(result).toContain('0 of 1 written in Visma.');
    expect(result).toMatch(/>Due date<[^]*data-label="Now"[^>]*>24 Dec 2026</);
    expect(result).toContain('Preview again what changed');
    expect(app.visma.books.ledgerItems).toEqual([]);
  });
});
