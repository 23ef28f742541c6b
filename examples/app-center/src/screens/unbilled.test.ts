import { describe, expect, it } from 'vitest';
import { confirm, setUp, smallApp, valuesOf, visitor } from '../testing/small-app.ts';

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
