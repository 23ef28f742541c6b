import type { VatKind } from '@x/billing-core';
import { error, warning, type Problem } from '../use-cases/problem.ts';
import type { MasterArticle, MasterData } from '../visma/master-data.ts';
import { unitKind } from '../visma/units.ts';
import { accountOfKind } from '../visma/vat-kind-cases.ts';
import type { Settings } from './settings.ts';

/** One place in the settings where an article stands. */
interface ArticlePlace {
  readonly at: string;
  readonly id: string;
  readonly use: 'hours' | 'mileage' | 'lumpSum' | 'other';
  readonly vatKind?: VatKind;
}

/** Every article of the settings: it exists, is active, is counted in a fitting unit and has a coding that fits. */
export function checkArticles(settings: Settings, masterData: MasterData): Problem[] {
  return places(settings).flatMap((place) => {
    const article = masterData.articles.find((each) => each.id === place.id);
    if (!article) {
      return [error('article-unknown', place.at, `Article ${place.id} does not exist in this company.`, 'Search the article by name or number and choose it again.')];
    }
    if (!article.isActive) {
      return [error('article-inactive', place.at, `Article ${article.number} ${article.name} is not active.`, 'Choose an active article, or activate this one in Visma.')];
    }
    return [...checkUnit(place, article, masterData), ...checkCoding(place, article, masterData)];
  });
}

function checkUnit(place: ArticlePlace, article: MasterArticle, masterData: MasterData): Problem[] {
  const unit = masterData.units.find((each) => each.id === article.unitId);
  const kind = unitKind(unit);
  const counted = `Article ${article.number} ${article.name} is counted in ${unit?.name ?? 'an unknown unit'}`;
  if (place.use === 'lumpSum' && kind !== 'other') {
    return [error('lump-sum-unit', place.at, `${counted}; a lump sum would read as one ${unit?.name ?? 'unit'}.`, 'Choose an article that is counted in pieces.')];
  }
  if (place.use === 'hours' && kind !== 'hour') {
    return [warning('hours-unit', place.at, `${counted}, and hours go to it.`, 'Choose an article that is counted in hours.')];
  }
  if (place.use === 'mileage' && kind !== 'km') {
    return [warning('mileage-unit', place.at, `${counted}, and kilometres go to it.`, 'Choose an article that is counted in kilometres.')];
  }
  return [];
}

function checkCoding(place: ArticlePlace, article: MasterArticle, masterData: MasterData): Problem[] {
  const coding = masterData.codings.find((each) => each.id === article.codingId);
  const name = `${article.number} ${article.name}`;
  if (!coding) {
    return [error('coding-unknown', place.at, `Article ${name} has an account coding that Visma does not list.`, 'Repair the coding of the article in Visma.')];
  }
  if (place.vatKind === undefined) {
    return [];
  }
  const positive = place.vatKind === 'domestic-high' || place.vatKind === 'domestic-low';
  const zero = place.vatKind === 'domestic-zero' || place.vatKind === 'domestic-exempt';
  if ((positive && coding.ratePercent === '0') || (zero && coding.ratePercent !== '0')) {
    return [error('article-vat', place.at, `Article ${name} has the VAT rate ${coding.ratePercent} percent and stands for ${place.vatKind}.`, 'Choose an article whose coding has the fitting rate.')];
  }
  return accountOfKind(coding.accounts, place.vatKind, 'home') === undefined
    ? [error('article-account', place.at, `The coding ${coding.name} of article ${name} has no account for ${place.vatKind}.`, 'Complete the coding in Visma, or choose another article.')]
    : [];
}

function places(settings: Settings): ArticlePlace[] {
  const { articles } = settings;
  const use = (name: string): ArticlePlace['use'] =>
    name === 'hours' || name === 'mileage' || name === 'lumpSum' ? name : 'other';
  return [
    ...(['hours', 'expenses', 'mileage', 'terms', 'lumpSum'] as const).flatMap((name) =>
      articles[name] === null ? [] : [{ at: `articles.${name}`, id: articles[name], use: use(name) }],
    ),
    ...Object.entries(articles.byVatKind).flatMap(([kind, chosen]) =>
      Object.entries(chosen).flatMap(([name, id]) =>
        id === undefined
          ? []
          : [{ at: `articles.byVatKind.${kind}.${name}`, id, use: use(name), vatKind: kind as VatKind }],
      ),
    ),
    ...Object.entries(articles.byActivity).flatMap(([activity, byKind]) =>
      Object.entries(byKind).map(([kind, id]) => ({
        at: `articles.byActivity.${activity}.${kind}`,
        id,
        use: 'hours' as const,
        vatKind: kind as VatKind,
      })),
    ),
    ...Object.entries(articles.byProduct).map(([product, id]) => ({
      at: `articles.byProduct.${product}`,
      id,
      use: 'other' as const,
    })),
  ];
}
