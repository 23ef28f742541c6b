import { exact, subtract } from '../decimal/exact.ts';
import { formatExact } from '../decimal/format.ts';
import { compareText } from '../identity/compare-ids.ts';
import { sourceKey } from '../identity/source-key.ts';
import { groupBy } from '../lists/group-by.ts';
import type { ItemKind } from '../model/items.ts';
import type { Period } from '../model/primitives.ts';
import type { InvoiceLine, RateExplanation, Unit } from '../model/proposal.ts';
import { error, type Issue, warning } from '../problems/issue.ts';
import { lineText } from '../text/line-text.ts';
import { type Amounts, countsPieces, type Figures } from './amounts.ts';
import { lumpSumArticle } from './articles.ts';
import type { Bucket } from './bucket.ts';
import type { Draft } from './exact-lines.ts';
import type { FinishedLine } from './proposal.ts';
import type { Settings } from './settings.ts';

/** Takes what is wrong with a line; how its entries are told is the caller's. */
export type LineReport = (issue: Issue, bucket: Bucket) => void;

const UNITS: Readonly<Record<ItemKind, Unit>> = { time: 'hour', mileage: 'km', expense: 'piece', term: 'piece' };

/** Every rate that the line was priced at, in an order that the input has no say in: rates of one origin have their fields in one order. */
function ratesOf({ period, periods }: Bucket): readonly RateExplanation[] {
  if (periods.length === 1) return period.rates;
  const rates = new Map(periods.map(({ explanationKey, explanation }) => [explanationKey, explanation]));
  return [...rates].sort(([a], [b]) => compareText(a, b)).map(([, rate]) => rate);
}

/** First and last day of what a line is for. */
function spanOf({ item, sources }: Bucket): Period {
  const [{ date: from }] = sources;
  return item.kind === 'term' ? item.period : { from, to: sources.at(-1)?.date ?? from };
}

/** Refuses a line that rounding moved too far from the exact amount, with the figures. */
function withinBound(bucket: Bucket, { figures, exactAmount, tooFar }: Amounts, report: LineReport): boolean {
  if (figures === undefined || !tooFar) return true;
  const details = { ...figures.texts, difference: formatExact(subtract(exact(figures.cents, 100n), exactAmount)) };
  report(
    error(
      'rounding-difference',
      `Rounded ${details.amount} differs by ${details.difference} from the exact ${details.exactAmount}: use the rounding "exact".`,
      details,
    ),
    bucket,
  );
  return false;
}

function findArticle(bucket: Bucket, { figures }: Amounts, settings: Settings, report: LineReport): string | undefined {
  const { kind, vat, articleId } = bucket.first;
  // Without printed figures the rounding is `exact`, which prints hours and kilometres as 1 x amount.
  const lump = !countsPieces(kind) && figures?.lumpSum !== false;
  const article = lump ? lumpSumArticle(vat.kind, settings.policy.articles) : articleId;
  if (article !== undefined) return article;
  // Several activities can share a line: each is named once, whichever came first.
  const subjects = groupBy(bucket.contexts, ({ activity, product }) => JSON.stringify([activity?.id, product?.id]));
  for (const [{ activity, product }] of subjects.values()) {
    const what = lump ? 'hours or kilometres as 1 x amount' : `${kind} ${activity?.name ?? product?.name ?? ''}`.trim();
    report(
      error('article-missing', `No article for ${what} with VAT kind ${vat.kind}.`, {
        kind,
        vatKind: vat.kind,
        activityId: activity?.id ?? '',
        productId: product?.id ?? '',
        lumpSum: String(lump),
      }),
      bucket,
    );
  }
  return undefined;
}

/** The article of a line; `undefined` when something reported keeps the line off the invoice. */
export function articleFor(bucket: Bucket, amounts: Amounts, settings: Settings, report: LineReport): string | undefined {
  const { kind } = bucket.first;
  const article = findArticle(bucket, amounts, settings, report);
  const readable = !settings.unreadable.includes(kind);
  if (!readable) report(error('text-invalid', `The text template for ${kind} cannot be read.`, { kind }), bucket);
  return withinBound(bucket, amounts, report) && readable ? article : undefined;
}

/** The line of a draft whose figures are known, with what its invoice adds up. */
export function finishedLine({ bucket, articleId, amounts }: Draft, figures: Figures, settings: Settings, report: LineReport): FinishedLine {
  const { first: { kind, vat }, sources } = bucket;
  const { exactAmount, quantity } = amounts;
  const { lumpSum, texts, cents } = figures;
  const period = spanOf(bucket);
  const { text, shortened } = lineText({ bucket, period, quantity, lumpSum }, settings);
  if (shortened) report(warning('text-shortened', `A text was shortened to ${settings.maxLength} characters.`), bucket);
  const line: InvoiceLine = {
    key: sourceKey(sources[0]),
    kind,
    text,
    articleId,
    quantity: texts.quantity,
    unit: lumpSum ? 'piece' : UNITS[kind],
    unitPrice: texts.unitPrice,
    amount: texts.amount,
    exactAmount: texts.exactAmount,
    vatKind: vat.kind,
    vatRate: vat.rate,
    lumpSum,
    period,
    projectId: bucket.ofContexts(({ project }) => project?.id),
    activityId: bucket.ofContexts(({ activity }) => activity?.id),
    sources,
    rates: ratesOf(bucket),
  };
  return { line, cents, vat, exactAmount };
}
