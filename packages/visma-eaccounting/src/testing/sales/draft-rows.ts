import { amountOf, decimalsOf } from '../exact.ts';
import type { ArticleRecord, CodingRecord, CustomerRecord, UnitRecord } from '../state/master-data-records.ts';
import type { DraftRowRecord } from '../state/sales-records.ts';
import type { CompanyState } from '../state/company.ts';
import type { World } from '../state/world.ts';
import type { FieldError } from '../wire/refusal.ts';
import type { WireObject } from '../wire/json.ts';
import { numberIn, textOf } from '../wire/fields.ts';
import { rowAmount } from './money.ts';
import { vatCaseOf, vatPercentOf } from './vat-case.ts';

/** What the rows of a document hang on. */
export interface RowContext {
  readonly world: World;
  readonly company: CompanyState;
  readonly customer: CustomerRecord;
  /** Whether the document's prices include VAT. */
  readonly includesVat: boolean;
  /** Whether a price of 0 takes the article's price. */
  readonly replaceZero: boolean;
}

/** What is wrong with the rows beyond their model: articles, texts, decimals, projects, reverse charge. */
export function checkRows(context: RowContext, rows: readonly WireObject[]): FieldError[] {
  return rows.flatMap((row, index) => {
    const at = `Rows[${index}].`;
    const problems = row['IsTextRow'] === true ? checkTextRow(row, at) : checkArticleRow(context, row, at);
    return [...problems, ...checkDimensions(context, row, at)];
  });
}

function checkTextRow(row: WireObject, at: string): FieldError[] {
  const text = row['Text'];
  return typeof text === 'string' && text.length > 0
    ? []
    : [{ field: `${at}Text`, message: 'A text row needs at least one character.' }];
}

function checkArticleRow(context: RowContext, row: WireObject, at: string): FieldError[] {
  const id = row['ArticleId'];
  if (typeof id !== 'string') return [{ field: `${at}ArticleId`, message: 'is required if IsTextRow is false' }];
  const article = context.company.articles.get(id);
  if (!article) return [{ field: `${at}ArticleId`, message: 'The article does not exist.' }];
  const problems: FieldError[] = [];
  if (!article.IsActive) problems.push({ field: `${at}ArticleId`, message: `The article ${article.Number} is inactive.` });
  const allowed = isForeign(context) ? 4 : 2;
  if (decimalsOf(numberIn(row, 'UnitPrice')) > allowed) {
    problems.push({ field: `${at}UnitPrice`, message: `must have at most ${allowed} decimals` });
  }
  if (row['ReversedConstructionServicesVatFree'] === true && !context.customer.ReverseChargeOnConstructionServices) {
    problems.push({
      field: `${at}ReversedConstructionServicesVatFree`,
      message: 'The customer does not use reverse charge on construction services.',
    });
  }
  return problems;
}

function checkDimensions(context: RowContext, row: WireObject, at: string): FieldError[] {
  const problems: FieldError[] = [];
  const project = row['ProjectId'];
  if (typeof project === 'string' && !context.company.projects.get(project)) {
    problems.push({ field: `${at}ProjectId`, message: 'The project does not exist.' });
  }
  for (const slot of ['CostCenterItemId1', 'CostCenterItemId2', 'CostCenterItemId3']) {
    const item = row[slot];
    if (typeof item === 'string' && !context.company.costCenterItems.get(item)) {
      problems.push({ field: `${at}${slot}`, message: 'The cost center item does not exist.' });
    }
  }
  return problems;
}

/** Four decimals of price are for customers abroad or a foreign currency. */
function isForeign({ company, customer }: RowContext): boolean {
  const home = company.settings;
  return (customer.InvoiceCountryCode ?? home.CountryCode) !== home.CountryCode || customer.CurrencyCode !== home.CurrencyCode;
}

/** The rows as they are kept: numbered by order, with article, unit, VAT rate and amount filled in. */
export function buildRows(context: RowContext, rows: readonly WireObject[]): DraftRowRecord[] {
  return rows.map((row, index) => {
    const common = {
      ...row,
      Id: context.world.ids.guid('row'),
      LineNumber: typeof row['LineNumber'] === 'number' ? row['LineNumber'] : index + 1,
      ReversedConstructionServicesVatFree: row['ReversedConstructionServicesVatFree'] === true,
    };
    const article = row['IsTextRow'] === true ? undefined : context.company.articles.get(textOf(row, 'ArticleId'));
    return article ? articleRow(context, common, article) : textRow(common);
  });
}

type RowStart = WireObject & { Id: string; LineNumber: number; ReversedConstructionServicesVatFree: boolean };

function textRow(row: RowStart): DraftRowRecord {
  return {
    ...row,
    ArticleId: null,
    ArticleNumber: null,
    IsTextRow: true,
    Text: textOf(row, 'Text'),
    UnitPrice: 0,
    Quantity: 0,
    DiscountPercentage: 0,
    VatRate: null,
    Amount: 0,
  };
}

function articleRow(context: RowContext, row: RowStart, article: ArticleRecord): DraftRowRecord {
  const coding = context.company.codings.get(article.CodingId);
  const unit = context.company.units.get(article.UnitId);
  const quantity = numberIn(row, 'Quantity');
  const discount = numberIn(row, 'DiscountPercentage');
  const price = priceOf(context, numberIn(row, 'UnitPrice'), article);
  return {
    ...row,
    ...unitFields(unit),
    ArticleId: article.Id,
    ArticleNumber: article.Number,
    IsServiceArticle: coding?.Type === 'Service',
    IsTextRow: false,
    Text: typeof row['Text'] === 'string' && row['Text'] !== '' ? row['Text'] : article.Name,
    UnitPrice: price,
    Quantity: quantity,
    DiscountPercentage: discount,
    VatRateId: coding?.Id ?? null,
    VatRate: coding ? percentOf(context, coding, row.ReversedConstructionServicesVatFree) : 0,
    Amount: amountOf(rowAmount(quantity, price, discount)),
  };
}

function unitFields(unit: UnitRecord | undefined): WireObject {
  return {
    UnitId: unit?.Id ?? null,
    UnitName: unit?.Name ?? null,
    UnitAbbreviation: unit?.Abbreviation ?? null,
    UnitAbbreviationEnglish: unit?.AbbreviationEnglish ?? null,
  };
}

function percentOf(context: RowContext, coding: CodingRecord, reversed: boolean): number {
  return vatPercentOf(vatCaseOf(context.company, context.customer, reversed), coding);
}

function priceOf(context: RowContext, price: number, article: ArticleRecord): number {
  if (price !== 0 || !context.replaceZero) return price;
  const gross = article['GrossPrice'];
  return context.includesVat && typeof gross === 'number' ? gross : article.NetPrice;
}
