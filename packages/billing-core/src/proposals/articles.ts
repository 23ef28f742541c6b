import type { Activity } from '../model/master-data.ts';
import type { ItemKind } from '../model/items.ts';
import type { ArticleMap } from '../model/policy.ts';
import type { VatKind } from '../model/vat-kind.ts';

/** What decides the article of a line. */
export interface ArticleQuestion {
  readonly kind: ItemKind;
  readonly vatKind: VatKind;
  readonly activity?: Activity | undefined;
  readonly productId?: string | undefined;
}

function mostSpecific(
  rules: readonly { readonly vatKind?: VatKind | undefined; readonly articleId: string }[],
  vatKind: VatKind,
): string | undefined {
  const rule = rules.find((one) => one.vatKind === vatKind) ?? rules.find((one) => one.vatKind === undefined);
  return rule?.articleId;
}

/**
 * The article of a line counted in its own unit: for the activity (or product) and VAT kind, for the activity (or
 * product), for the item's kind and VAT kind, for the item's kind. An activity's link stands above a VAT kind's default,
 * so that a link that does not fit the VAT shows in the preview instead of changing the revenue account unseen.
 */
export function articleOf(question: ArticleQuestion, map: ArticleMap): string | undefined {
  const { kind, vatKind, activity, productId } = question;
  const byActivity = kind === 'time' || kind === 'term';
  const rules = byActivity ? map.perActivity?.filter((rule) => rule.activityId === activity?.id) : map.perProduct?.filter((rule) => rule.productId === productId);
  const own = kind === 'mileage' ? undefined : mostSpecific(rules ?? [], vatKind);
  const linked = byActivity ? activity?.articleId : undefined;
  const ofKind = map.perVatKind?.find((rule) => rule.kind === kind && rule.vatKind === vatKind);
  return own ?? linked ?? ofKind?.articleId ?? map.defaults[kind];
}

/** The article of hours and kilometres printed as 1 x amount. */
export function lumpSumArticle(vatKind: VatKind, map: ArticleMap): string | undefined {
  return map.lumpSumPerVatKind?.[vatKind] ?? map.lumpSum;
}
