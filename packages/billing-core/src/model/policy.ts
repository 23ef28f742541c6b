import type { ItemKind } from './items.ts';
import type { DecimalText, Rate } from './primitives.ts';
import type { VatKind } from './vat-kind.ts';

/**
 * What makes one line out of entries. Entries of different rate, VAT, currency or article never share a line,
 * whatever is chosen. `single` is one line per kind; `detailed` is one line per entry; `ride` is one line per trip.
 */
export type TimeGrouping =
  'activity' | 'employee' | 'project' | 'day' | 'week' | 'detailed' | 'single';
/** See {@link TimeGrouping}; `product` is the expense's category. */
export type ExpenseGrouping =
  'product' | 'employee' | 'project' | 'day' | 'week' | 'detailed' | 'single';
/** See {@link TimeGrouping}. */
export type MileageGrouping = 'ride' | 'employee' | 'project' | 'day' | 'week' | 'single';

/** What an invoice is split by, next to customer and currency. `month` is the month of the entry's date. */
export type InvoiceSplit = 'project' | 'reference' | 'month';

/**
 * How hours and kilometres become printed figures; all rounding is half away from zero.
 *
 * - `perLine`: minutes are summed exactly, hours rounded to 2 decimals, amount = round2(hours x rate). The customer can
 *   recompute the line.
 * - `perEntry`: the same for each entry; a line is the sum. Where quantity x price is not that sum: 1 x the sum.
 * - `exact`: 1 x amount from exact minutes, with the hours in the text, on the lump-sum article.
 *
 * | work | exact | `perLine` | `perEntry` | `exact` |
 * | --- | --- | --- | --- | --- |
 * | 0:20 at 95.00 | 31.666667 | 0.33 x 95.00 = 31.35 | 31.35 | 31.67 |
 * | 2 x 15 or 1 x 30 minutes at 95.00 | 47.50 | 0.50 x 95.00 = 47.50 | 47.50 | 47.50 |
 * | 2 x 15 minutes at 85.50 | 42.75 | 0.50 x 85.50 = 42.75 | 21.38 + 21.38 = 42.76 | 42.75 |
 * | 0:50 at 100.00 | 83.333333 | 0.83 x 100.00 = 83.00 | 83.00 | 83.33 |
 * | 300 x 0:20 at 95.00 | 9,500.00 | 100.00 x 95.00 = 9,500.00 | 99.00 x 95.00 = 9,405.00 | 9,500.00 |
 * | 37 km at 0.235 (NL: 2 decimals of price) | 8.695 | 1 x 8.70 | 1 x 8.70 | 1 x 8.70 |
 */
export type Rounding = 'perLine' | 'perEntry' | 'exact';

/** Which approval an entry needs before it can be invoiced. `internal` needs that of the track that is marked as well. */
export type Approval = 'internal' | 'external' | 'both' | 'none';

/** Maps one VAT rate of the source system to a kind; by id where given, else by percentage. */
export interface VatRateMapping {
  readonly vatRateId?: string | undefined;
  readonly percentage: DecimalText;
  readonly vatKind: VatKind;
}

/** How the VAT kind of a line is found: the map, then the customer's setting, then the rules on country and VAT number. */
export interface VatPolicy {
  /** `kor` (Dutch small-business scheme) and `exempt` refuse every line with VAT; `margin` and `oss` are refused by name. */
  readonly scheme: 'normal' | 'kor' | 'exempt' | 'margin' | 'oss';
  /** The seller's country, ISO 3166. */
  readonly countryCode: string;
  readonly rates: readonly VatRateMapping[];
  /** A customer's own kind, by customer id. */
  readonly customers?: Readonly<Record<string, VatKind>> | undefined;
  /** VAT on expenses and kilometres charged on: their own rate, or that of the customer's hours. Default `asEntered`. */
  readonly recharge?: 'asEntered' | 'mainSupply' | undefined;
}

/** The Visma article (GUID) of a line: the article decides VAT and account. The most specific entry wins. */
export interface ArticleMap {
  readonly defaults: Readonly<Partial<Record<ItemKind, string>>>;
  readonly perVatKind?:
    readonly { readonly kind: ItemKind; readonly vatKind: VatKind; readonly articleId: string }[] | undefined;
  /** An activity's article for one VAT kind, or (without `vatKind`) for all. */
  readonly perActivity?:
    | readonly {
        readonly activityId: string;
        readonly vatKind?: VatKind | undefined;
        readonly articleId: string;
      }[]
    | undefined;
  /** The same for the expense's product. */
  readonly perProduct?:
    | readonly {
        readonly productId: string;
        readonly vatKind?: VatKind | undefined;
        readonly articleId: string;
      }[]
    | undefined;
  /** For hours and kilometres printed as 1 x amount; its unit must be neither hour nor km. */
  readonly lumpSum?: string | undefined;
  readonly lumpSumPerVatKind?: Readonly<Partial<Record<VatKind, string>>> | undefined;
}

/**
 * Templates of line texts. `{name}` is replaced, `{{` and `}}` are literal braces. Names: activity, project, code,
 * customer, employee, date, week, from, to, notes, product, reference, hours, km, quantity, description, origin,
 * destination. What differs within a line is left out. An unknown name is a problem.
 */
export interface TextPolicy {
  /** Words, dates and numbers of the built-in texts. Default `nl`. */
  readonly language?: 'nl' | 'en' | undefined;
  readonly templates?: Readonly<Partial<Record<ItemKind, string>>> | undefined;
  /** Whether `{employee}` shows a name. Default false. */
  readonly showEmployees?: boolean | undefined;
  /** Characters per line; default and maximum 2,000 (Visma's limit). */
  readonly maxLength?: number | undefined;
}

/** Every choice behind an invoice. Each has a name; none is hidden. */
export interface BillingPolicy {
  /** The company's currency, ISO 4217. */
  readonly currencyCode: string;
  readonly vat: VatPolicy;
  readonly articles: ArticleMap;
  /** Default activity, product, ride. */
  readonly grouping?:
    | {
        readonly time?: TimeGrouping | undefined;
        readonly expense?: ExpenseGrouping | undefined;
        readonly mileage?: MileageGrouping | undefined;
      }
    | undefined;
  /** Default none: one invoice per customer and currency. */
  readonly split?: readonly InvoiceSplit[] | undefined;
  /** Keep projects apart on lines, so that each line has one. Default false. */
  readonly projectPerLine?: boolean | undefined;
  /** Default `perLine`. */
  readonly rounding?: Rounding | undefined;
  /**
   * A line whose printed amount differs from the exact one by more than the larger of `amount` and `percent` of the
   * line is refused. Default 0.50 and 1 %.
   */
  readonly maxRoundingDifference?:
    { readonly amount: DecimalText; readonly percent: DecimalText } | undefined;
  /** Decimals that a unit price may have. Default 2 for a domestic customer in the company's currency, else 4. */
  readonly unitPriceDecimals?:
    { readonly domestic: number; readonly foreign: number } | undefined;
  /** Default `internal`. */
  readonly approval?: Approval | undefined;
  /** Percentage on expenses that name none. Default 0. */
  readonly markup?: DecimalText | undefined;
  /** Per kilometre, where the customer has no rate. */
  readonly mileageRate?: Rate | undefined;
  readonly text?: TextPolicy | undefined;
}
