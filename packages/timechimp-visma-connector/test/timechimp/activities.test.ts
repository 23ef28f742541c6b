import { describe, expect, it } from 'vitest';
import { acme, setup } from './setup.ts';

const article = '708c96d3-943d-4f79-bd92-676fbf4de1a8';

describe('activities', () => {
  it('carry the accounting article in the code of the task', async () => {
    const { source } = setup();
    const { items } = await source.activities.page(acme, { limit: 10 });
    expect(items).toEqual([
      { id: '11', name: 'Ontwerp', active: true, article, content: { id: '11', name: 'Ontwerp', code: article, hourlyRate: '110' } },
      { id: '12', name: 'Overleg', active: true, article: null, content: { id: '12', name: 'Overleg' } },
    ]);
    expect((await source.activities.get(acme, ['12', '99'])).map(({ id }) => id)).toEqual(['12']);
  });

  it('are linked by a JSON Patch of the code, only while the article is the expected one', async () => {
    const { source, fake } = setup();
    expect(await source.activities.setArticle(acme, '12', article, null)).toBe('set');
    expect(fake.requests.at(-1)).toMatchObject({ operation: 'PATCH /tasks/12', body: [{ op: 'replace', path: '/code', value: article }] });
    expect(await source.activities.setArticle(acme, '12', null, null)).toBe('changed');
    expect(await source.activities.setArticle(acme, '12', null, article)).toBe('set');
    expect(fake.books.tasks.get(12)?.code).toBeNull();
    expect(await source.activities.setArticle(acme, '99', article, null)).toBe('missing');
  });

  it('are read back after an answer that was lost', async () => {
    const { source, fake } = setup();
    fake.faults.next('PATCH /tasks/12', { kind: 'server-error', committed: true });
    expect(await source.activities.setArticle(acme, '12', article, null)).toBe('set');
    fake.faults.next('PATCH /tasks/12', { kind: 'server-error', committed: false });
    await expect(source.activities.setArticle(acme, '12', null, article)).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  it('option patchGuard: a test of the old value lets TimeChimp itself refuse a change that came second', async () => {
    const { source, fake } = setup({ options: { patchGuard: 'test' } });
    fake.onRequest = ({ operation }) => { if (operation.startsWith('PATCH')) fake.person.editTask(12, { code: 'P' }); };
    expect(await source.activities.setArticle(acme, '12', article, null)).toBe('changed');
    expect(fake.books.tasks.get(12)?.code).toBe('P');
  });

  it('option patchGuard: without it the second change wins, as the doc comment says', async () => {
    const { source, fake } = setup();
    fake.onRequest = ({ operation }) => { if (operation.startsWith('PATCH')) fake.person.editTask(12, { code: 'P' }); };
    expect(await source.activities.setArticle(acme, '12', article, null)).toBe('set');
    expect(fake.books.tasks.get(12)?.code).toBe(article);
  });
});
