import type { Connector, SearchableKind } from '@x/timechimp-visma-connector';
import { describe, expect, it } from 'vitest';
import { recordNames } from './record-names.ts';

const article = '66d0157b-8702-43dd-a039-cab3740edf5c';
const terms = '0a1b2c3d-8702-43dd-a039-cab3740edf5c';
const records: Partial<Readonly<Record<SearchableKind, readonly (readonly [id: string, name: string])[]>>> = {
  articles: [[article.toUpperCase(), 'UREN-H Uren advies']],
  termsOfPayment: [[terms, '30 dagen']],
};

/** A Visma that has these records, and does not answer for the others. */
function visma() {
  const asked: SearchableKind[] = [];
  const masterData = ({ kind }: { readonly kind: SearchableKind }) => {
    asked.push(kind);
    const found = records[kind];
    return found === undefined ? Promise.reject(new Error('no answer')) : Promise.resolve({ hits: found.map(([value, label]) => ({ value, label, detail: '', usable: true })), total: found.length });
  };
  return { asked, parts: { connector: { masterData } as unknown as Connector, tenantId: 'tenant' } };
}

describe('names of the records that differences name by GUID', () => {
  it('are read from the lists of their fields, each once', async () => {
    const { asked, parts } = visma();
    const names = await recordNames(parts, [
      { field: 'Rows[2]', expected: `Advice | ArticleId ${article}`, actual: '(none)' },
      { field: 'Rows[3].ArticleId', expected: article, actual: '(none)' },
      { field: 'TermsOfPaymentId', expected: '(none)', actual: terms },
    ]);
    expect(Object.fromEntries(names)).toEqual({ [article]: 'UREN-H Uren advies', [terms]: '30 dagen' });
    expect(asked).toEqual(['articles', 'termsOfPayment']);
  });

  it('are not asked for where there is no GUID', async () => {
    const { asked, parts } = visma();
    expect((await recordNames(parts, [{ field: 'Rows[2].ArticleId', expected: '(none)', actual: '(none)' }, { field: 'TotalAmount', expected: '1', actual: '2' }])).size).toBe(0);
    expect(asked).toEqual([]);
  });

  it('are none of those lists that Visma does not answer for: the page shows the GUID, and does not fail', async () => {
    const { parts } = visma();
    const names = await recordNames(parts, [{ field: 'Voucher.Rows[1].VatCodeId', expected: terms, actual: '(none)' }, { field: 'Rows[1].ArticleId', expected: article, actual: '(none)' }]);
    expect(Object.fromEntries(names)).toEqual({ [article]: 'UREN-H Uren advies' });
  });
});
