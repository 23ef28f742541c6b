import type { ArticleMap, VatKind } from '@x/billing-core';
import type { Settings } from './settings.ts';

const kinds = { time: 'hours', expense: 'expenses', mileage: 'mileage', term: 'terms' } as const;

/** The settings' articles as billing-core reads them. `links` are the resolved articles of activities. */
export function articleMap(settings: Settings, links: ReadonlyMap<string, string>): ArticleMap {
  const { articles } = settings;
  const perVatKind: NonNullable<ArticleMap['perVatKind']>[number][] = [];
  const lumpSumPerVatKind: Partial<Record<VatKind, string>> = {};
  for (const [vatKind, chosen] of entries(articles.byVatKind)) {
    for (const [kind, name] of entries(kinds)) {
      const articleId = chosen[name];
      if (articleId !== undefined) {
        perVatKind.push({ kind, vatKind, articleId });
      }
    }
    if (chosen.lumpSum !== undefined) {
      lumpSumPerVatKind[vatKind] = chosen.lumpSum;
    }
  }
  return {
    defaults: Object.fromEntries(
      entries(kinds).flatMap(([kind, name]) => (articles[name] === null ? [] : [[kind, articles[name]]])),
    ),
    perVatKind,
    perActivity: [
      ...[...links].map(([activityId, articleId]) => ({ activityId, articleId })),
      ...Object.entries(articles.byActivity).flatMap(([activityId, byKind]) =>
        entries(byKind).map(([vatKind, articleId]) => ({ activityId, vatKind, articleId })),
      ),
    ],
    perProduct: Object.entries(articles.byProduct).map(([productId, articleId]) => ({ productId, articleId })),
    ...(articles.lumpSum === null ? {} : { lumpSum: articles.lumpSum }),
    lumpSumPerVatKind,
  };
}

function entries<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
