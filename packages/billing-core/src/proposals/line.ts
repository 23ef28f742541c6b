import { exact, subtract } from '../decimal/exact.ts';
import { formatBetween, formatCents, formatExact, formatUnits } from '../decimal/format.ts';
import { compareText } from '../identity/compare-ids.ts';
import { sourceKey } from '../identity/source-key.ts';
import type { ItemKind } from '../model/items.ts';
import type { Period } from '../model/primitives.ts';
import type { InvoiceLine, RateExplanation, Unit } from '../model/proposal.ts';
import { error, type Report, warning } from '../problems/issue.ts';
import { exceedsBound } from '../rounding/difference.ts';
import type { PrintedLine } from '../rounding/printed-line.ts';
import { lineText } from '../text/line-text.ts';
import { lumpSumArticle } from './articles.ts';
import type { Bucket } from './bucket.ts';
import { countsPieces, type Draft } from './draft.ts';
import type { Settings } from './settings.ts';

const UNITS: Readonly<Record<ItemKind, Unit>> = { time: 'hour', mileage: 'km', expense: 'piece', term: 'piece' };

function only(ids: readonly (string | undefined)[]): string | undefined {
  const [id] = ids;
  return ids.every((one) => one === id) ? id : undefined;
}

/** Every rate that the line was priced at, in an order that the input has no say in: rates of one origin have their fields in one order. */
function ratesOf({ periods }: Bucket): readonly RateExplanation[] {
  const rates = new Map(periods.map(({ explanationKey, explanation }) => [explanationKey, explanation]));
  return [...rates].sort(([a], [b]) => compareText(a, b)).map(([, rate]) => rate);
}

/** First and last day of what a line is for. */
function spanOf({ bucket: { items: [item], sources }, start }: Draft): Period {
  return item?.kind === 'term' ? item.period : { from: start.date, to: (sources.at(-1) ?? start).date };
}

/** Refuses a line that rounding moved too far from the exact amount, with the figures. */
function withinBound({ printed, exactAmount }: Draft, settings: Settings, report: Report): boolean {
  if (printed === undefined || !exceedsBound(printed.cents, exactAmount, settings.bound)) return true;
  const figures = {
    amount: formatCents(printed.cents),
    exactAmount: formatExact(exactAmount),
    difference: formatExact(subtract(exact(printed.cents, 100n), exactAmount)),
    quantity: formatUnits(printed.quantity, 2),
    unitPrice: formatBetween(printed.price, 2, 4),
  };
  report(
    error(
      'rounding-difference',
      `Rounded ${figures.amount} differs by ${figures.difference} from the exact ${figures.exactAmount}: use the rounding "exact".`,
      figures,
    ),
  );
  return false;
}

function findArticle({ bucket, printed }: Draft, settings: Settings, report: Report): string | undefined {
  const { kind, vat, articleId } = bucket.first;
  // Without printed figures the rounding is `exact`, which prints hours and kilometres as 1 x amount.
  const lump = !countsPieces(kind) && printed?.lumpSum !== false;
  const article = lump ? lumpSumArticle(vat.kind, settings.policy.articles) : articleId;
  // Several activities can share a line: each is named, whichever came first.
  for (const { activity, product } of article === undefined ? bucket.contexts : []) {
    const what = lump ? 'hours or kilometres as 1 x amount' : `${kind} ${activity?.name ?? product?.name ?? ''}`.trim();
    report(
      error('article-missing', `No article for ${what} with VAT kind ${vat.kind}.`, {
        kind,
        vatKind: vat.kind,
        activityId: activity?.id ?? '',
        productId: product?.id ?? '',
        lumpSum: String(lump),
      }),
    );
  }
  return article;
}

/** The article of a line; `undefined` when something reported keeps the line off the invoice. */
export function articleFor(draft: Draft, settings: Settings, report: Report): string | undefined {
  const { kind } = draft.bucket.first;
  const article = findArticle(draft, settings, report);
  const readable = !settings.unreadable.includes(kind);
  if (!readable) report(error('text-invalid', `The text template for ${kind} cannot be read.`, { kind }));
  return withinBound(draft, settings, report) && readable ? article : undefined;
}

/** Makes a line of an admitted draft and its printed figures. */
export function lineOf(draft: Draft, articleId: string, printed: PrintedLine, settings: Settings, report: Report): InvoiceLine {
  const { bucket, quantity, exactAmount } = draft;
  const { kind, vat, priceDecimals } = bucket.first;
  const { contexts } = bucket;
  const { lumpSum } = printed;
  const period = spanOf(draft);
  const { text, shortened } = lineText({ bucket, ...period, quantity, lumpSum }, settings);
  if (shortened) report(warning('text-shortened', `A text was shortened to ${settings.maxLength} characters.`));
  const { sources } = bucket;
  return {
    key: sourceKey(draft.start),
    kind,
    text,
    articleId,
    quantity: formatUnits(printed.quantity, 2),
    unit: lumpSum ? 'piece' : UNITS[kind],
    unitPrice: formatBetween(printed.price, 2, Math.max(2, priceDecimals)),
    amount: formatCents(printed.cents),
    exactAmount: formatExact(exactAmount),
    vatKind: vat.kind,
    vatRate: vat.rate,
    lumpSum,
    period,
    projectId: only(contexts.map(({ project }) => project?.id)),
    activityId: only(contexts.map(({ activity }) => activity?.id)),
    sources,
    rates: ratesOf(bucket),
  };
}
