import { exampleCompany, type FakeCompany } from '@x/visma-eaccounting/testing';

/** The fake's example company, with an old article that has the number of another one, as after an import of a price list. */
export function demoCompany(): FakeCompany {
  const company = exampleCompany();
  return { ...company, articles: company.articles.map((each) => (each.Number === 'UREN-OUD' ? { ...each, Number: 'UREN-S' } : each)) };
}
