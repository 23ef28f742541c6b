import { exampleCompany, type FakeCompany } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** A company in which this article has the number of `UREN-S` too, as after an import of another price list. */
async function sharing(number: string): Promise<{ readonly world: ConnectedWorld; readonly ids: readonly string[] }> {
  const company = exampleCompany();
  const articles = company.articles.map((each) => (each.Number === number ? { ...each, Number: 'UREN-S' } : each));
  const companies: FakeCompany[] = [{ ...company, articles }];
  const world = createWorld({ fake: { companies } });
  await world.connect();
  return { world, ids: articles.filter((each) => each.Number === 'UREN-S').map((each) => each.Id) };
}

describe('B1: an article number that two articles share decides nothing', () => {
  it.each([['active', 'UREN-VRIJ'], ['inactive', 'UREN-OUD']])('beside one that is %s: refused with both named, taken by GUID', async (_, number) => {
    const { world, ids } = await sharing(number);
    expect(ids).toHaveLength(2);
    const link = (article: string) => world.connector.linkActivity({ tenantId, activityId: '11', article });
    const before = world.source.account(accountId).activities.get('11');
    const refused = await link('UREN-S').catch((failure: unknown) => failure);
    expect(refused).toMatchObject({ code: 'article', message: expect.stringContaining('UREN-S') as string });
    ids.forEach((id) => {
      expect((refused as Error).message).toContain(id);
    });
    expect(world.source.account(accountId).activities.get('11')).toEqual(before);
    const active = world.fake.books.articles.find((each) => ids.includes(each.Id) && each.IsActive);
    expect(await link(active?.Id ?? '')).toMatchObject({ outcome: 'linked', article: { id: active?.Id } });
  });

  it('an activity that is linked by such a number is not invoiced, and both are named', async () => {
    const { world, ids } = await sharing('UREN-OUD');
    const { activities } = world.source.account(accountId);
    const activity = activities.get('11');
    if (activity) activities.set('11', { ...activity, article: 'UREN-S' });
    const shown = (await world.connector.activities({ tenantId })).find(({ id }) => id === '11');
    expect(shown?.link).toMatchObject({ state: 'unknown', entered: 'UREN-S', sharedBy: ids.map((id) => ({ id })) });
    const report = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '1' }] } });
    expect(report.invoices).toEqual([]);
    const problem = report.problems.find(({ at }) => at === 'activity:11');
    ids.forEach((id) => {
      expect(problem?.message).toContain(id);
    });
    expect(world.fake.books.drafts).toEqual([]);
  });
});
