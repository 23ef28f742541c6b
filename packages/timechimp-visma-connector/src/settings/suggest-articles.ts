import type { VatKind } from '@x/billing-core';
import type { MasterArticle, MasterCoding, MasterData } from '../visma/master-data.ts';
import { unitKind, type UnitKind } from '../visma/units.ts';
import { accountOfKind } from '../visma/vat-kind-cases.ts';
import type { Settings } from './settings.ts';
import type { Suggestion } from './suggestions.ts';
import { isCalled, usedKinds } from './used-vat-kinds.ts';

type Use = 'hours' | 'mileage' | 'expenses' | 'terms' | 'lumpSum';

interface Wish {
  readonly use: Use;
  readonly counted: UnitKind;
  readonly inWords: string;
  /** Names that are preferred among articles that fit. */
  readonly named?: RegExp;
}

const wishes: readonly Wish[] = [
  { use: 'hours', counted: 'hour', inWords: 'hours' },
  { use: 'mileage', counted: 'km', inWords: 'kilometres' },
  { use: 'expenses', counted: 'other', inWords: 'pieces', named: /kosten|onkosten|doorbelast|expense|recharge/i },
  { use: 'terms', counted: 'other', inWords: 'pieces', named: /vaste? |fixed|abonnement|subscription/i },
  { use: 'lumpSum', counted: 'other', inWords: 'pieces', named: /vaste? |fixed|lump/i },
];

/** Suggests the default articles, and for every VAT kind in use the articles that the defaults cannot stand for. */
export function suggestArticles(settings: Settings, masterData: MasterData): Suggestion[] {
  return [...suggestDefaults(settings, masterData), ...suggestByVatKind(settings, masterData)];
}

function suggestDefaults(settings: Settings, masterData: MasterData): Suggestion[] {
  const charges = settings.vat.scheme === 'normal';
  const highest = Math.max(0, ...masterData.codings.map((coding) => Number(coding.ratePercent)));
  const codings = charges
    ? masterData.codings.filter((coding) => Number(coding.ratePercent) === highest && !isCalled('reverse-charge-domestic', coding.name))
    : codingsOf('domestic-exempt', '0', masterData);
  const at = charges ? 'at the standard VAT rate' : 'without VAT';
  return wishes.flatMap((wish) => {
    const article = settings.articles[wish.use] === null ? find(wish, codings, masterData) : undefined;
    return article ? [suggestion(`articles.${wish.use}`, article, `active, counted in ${wish.inWords}, ${at}`)] : [];
  });
}

/** Kinds whose VAT Visma takes from the article; abroad it goes by the customer, and every article will do. */
const byArticle: readonly VatKind[] = ['domestic-low', 'domestic-high', 'domestic-zero', 'domestic-exempt', 'reverse-charge-domestic'];

function suggestByVatKind(settings: Settings, masterData: MasterData): Suggestion[] {
  return usedKinds(settings)
    .filter((kind) => byArticle.includes(kind))
    .flatMap((kind) => {
      const codings = codingsOf(kind, rateOf(kind, settings), masterData);
      return wishes.flatMap((wish) => {
        const chosen = settings.articles[wish.use];
        if (chosen === null || settings.articles.byVatKind[kind]?.[wish.use] !== undefined || standsFor(chosen, codings, masterData)) {
          return [];
        }
        const article = find(wish, codings, masterData);
        return article ? [suggestion(`articles.byVatKind.${kind}.${wish.use}`, article, `active, counted in ${wish.inWords}, with a coding for ${kind}`)] : [];
      });
    });
}

/** Whether the default article serves the kind as well. */
function standsFor(articleId: string, codings: readonly MasterCoding[], masterData: MasterData): boolean {
  const codingId = masterData.articles.find((each) => each.id === articleId)?.codingId;
  return codings.some((each) => each.id === codingId);
}

function rateOf(kind: VatKind, settings: Settings): string | undefined {
  return kind === 'domestic-zero' || kind === 'domestic-exempt' ? '0' : settings.vat.rates.find((rate) => rate.vatKind === kind)?.percentage;
}

/** Codings that book the kind: of its rate, with an account for it, and called so where rates alone do not tell. */
function codingsOf(kind: VatKind, ratePercent: string | undefined, masterData: MasterData): readonly MasterCoding[] {
  const usable = masterData.codings.filter((each) => each.isActive && accountOfKind(each.accounts, kind, 'home') !== undefined);
  switch (kind) {
    case 'domestic-high':
    case 'domestic-low':
      return usable.filter((each) => each.ratePercent === ratePercent && !isCalled('reverse-charge-domestic', each.name));
    case 'domestic-zero':
      return usable.filter((each) => each.ratePercent === '0' && !isCalled('domestic-exempt', each.name));
    case 'domestic-exempt':
      return usable.filter((each) => each.ratePercent === '0' && isCalled('domestic-exempt', each.name));
    default:
      return usable.filter((each) => isCalled(kind, each.name));
  }
}

function find({ counted, named }: Wish, codings: readonly MasterCoding[], masterData: MasterData): MasterArticle | undefined {
  const fitting = masterData.articles.filter(
    (article) =>
      article.isActive &&
      codings.some((coding) => coding.id === article.codingId) &&
      unitKind(masterData.units.find((unit) => unit.id === article.unitId)) === counted,
  );
  return fitting.find((article) => named?.test(article.name) === true) ?? fitting[0];
}

function suggestion(at: string, article: MasterArticle, reason: string): Suggestion {
  return { at, value: article.id, label: `${article.number} ${article.name}`, reason };
}
