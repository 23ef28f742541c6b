import { complete } from '../models/complete.ts';
import { utcNow } from '../state/world.ts';
import { ok } from '../wire/answer.ts';
import { numberIn, textOf } from '../wire/fields.ts';
import type { WireObject } from '../wire/json.ts';
import { invalid, notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'SalesPriceListRowApi';

/** Prices are kept by list and article. */
function pricesOf({ company }: Call, list?: string): WireObject[] {
  return company.plain('/salespricelists/prices').all().filter((price) => list === undefined || price['SalesPriceListId'] === list);
}

function setPrices(call: Call): WireObject[] {
  const list = needed(call.company.plain('/salespricelists'), param(call, 'salesPriceListId'), 'SalesPriceList');
  if (!Array.isArray(call.body)) throw invalid([{ field: '', message: 'A JSON array is expected as the body.' }]);
  return call.body.map((each: unknown) => {
    const body = bodyOf({ ...call, body: each }, model);
    const article = needed(call.company.articles, textOf(body, 'ArticleId'), 'Article');
    return call.company.plain('/salespricelists/prices').put({
      Id: `${list.Id}/${article.Id}`,
      SalesPriceListId: list.Id,
      ArticleId: article.Id,
      NetPrice: numberIn(body, 'NetPrice'),
      GrossPrice: numberIn(body, 'NetPrice'),
      CurrencyCode: list['CurrencyCode'] ?? call.company.settings.CurrencyCode,
      ChangedUtc: utcNow(call.world),
    });
  });
}

/** /salespricelists/prices: one price per list and article. The lists themselves have no rules. */
export const salesPriceLists: readonly Operation[] = [
  {
    method: 'GET',
    path: '/salespricelists/prices',
    scopes: scopes.readSales,
    handle: (call) => listAnswer(call, '/salespricelists/prices', model, pricesOf(call)),
  },
  {
    method: 'GET',
    path: '/salespricelists/prices/{salesPriceListId}',
    scopes: scopes.readSales,
    handle: (call) => listAnswer(call, '/salespricelists/prices', model, pricesOf(call, param(call, 'salesPriceListId'))),
  },
  {
    method: 'GET',
    path: '/salespricelists/prices/{salesPriceListId}/{articleId}',
    scopes: scopes.readSales,
    handle: (call) => {
      const article = param(call, 'articleId');
      const price = pricesOf(call, param(call, 'salesPriceListId')).find((each) => textOf(each, 'ArticleId') === article);
      if (!price) throw notFound(`The price of article ${article}`);
      return ok(complete(model, price));
    },
  },
  {
    method: 'PUT',
    path: '/salespricelists/{salesPriceListId}/prices',
    scopes: scopes.writeSales,
    handle: (call) => listAnswer(call, '/salespricelists/prices', model, setPrices(call)),
  },
];
