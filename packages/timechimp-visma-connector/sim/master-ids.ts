import { createFakeVisma } from '@x/visma-eaccounting/testing';
import { createConnectorClient } from '../src/visma/client.ts';
import { collect } from '../src/visma/whole-list.ts';
import type { MasterIds } from './plans.ts';
import { company } from './world.ts';

/** Reads the ids that documents refer to, once: every fake has the same ones. */
export async function readMasterIds(): Promise<MasterIds> {
  const fake = createFakeVisma({ seed: 'simulation', rateLimit: false });
  const client = createConnectorClient({
    auth: { getAccessToken: () => Promise.resolve(fake.authorize({ company }).accessToken) },
    fetch: fake.fetch,
    rateLimiter: false,
  });
  const domestic = fake.books.customers.filter((each) => ['1001', '1003', '1005'].includes(String(each['CustomerNumber'])));
  const codings = await collect(() => client.articleAccountCodings.list());
  const high = codings.find((each) => each.Name === 'Diensten hoog');
  const article = fake.books.articles.find((each) => each.CodingId === high?.Id && each.IsActive);
  const vatCode = (await collect(() => client.vatCodes.list())).find((each) => each.Code === '1a');
  const year = (await collect(() => client.fiscalYears.list())).find((each) => each.StartDate.startsWith('2026'));
  if (!article || !vatCode?.Id || !year?.Id || domestic.length < 3) throw new Error('The example company lacks something.');
  return {
    customers: domestic.map((each) => each.Id),
    articleId: article.Id,
    vatCodeId: vatCode.Id,
    fiscalYearId: year.Id,
  };
}
