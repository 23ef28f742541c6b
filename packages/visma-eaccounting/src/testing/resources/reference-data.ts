import { complete } from '../models/complete.ts';
import { wireRate } from '../sales/wire.ts';
import { type World, businessDate, today } from '../state/world.ts';
import { ok } from '../wire/answer.ts';
import { invalid, notFound } from '../wire/refusal.ts';
import type { CodingRecord, VatCodeRecord } from '../state/master-data-records.ts';
import { readOnly } from './lookup.ts';
import { type Operation, param, scopes } from './operation.ts';

function coding(world: World, record: CodingRecord): CodingRecord {
  return { ...record, VatRatePercent: wireRate(world, record.VatRatePercent) };
}

function vatCode(world: World, record: VatCodeRecord): VatCodeRecord {
  return { ...record, VatRate: wireRate(world, record.VatRate) };
}

/** Lists that other records refer to and that the API only reads. */
export const referenceData: readonly Operation[] = [
  ...readOnly({
    path: '/articleaccountcodings',
    model: 'ArticleAccountCodingApi',
    scopes: scopes.readSales,
    what: 'ArticleAccountCoding',
    idName: 'articleAccountCodingId',
    records: (call) => call.company.codings.all().map((each) => coding(call.world, each)),
  }),
  ...readOnly({
    path: '/units',
    model: 'UnitApi',
    scopes: scopes.readSales,
    what: 'Unit',
    idName: 'id',
    records: (call) => call.company.units.all(),
  }),
  ...readOnly({
    path: '/termsofpayments',
    model: 'TermsOfPaymentApi',
    scopes: scopes.readSalesOrPurchase,
    what: 'TermsOfPayment',
    idName: 'id',
    records: (call) => call.company.terms.all(),
  }),
  ...readOnly({
    path: '/vatcodes',
    model: 'VatCodeApi',
    scopes: scopes.readAccounting,
    what: 'VatCode',
    idName: 'id',
    records: (call) => call.company.vatCodes.all().map((each) => vatCode(call.world, each)),
  }),
  ...readOnly({
    path: '/vatcodesrates',
    model: 'VatCodeRateApi',
    scopes: scopes.readAccounting,
    what: 'VatCodeRate',
    records: (call) =>
      call.company.vatCodes.all().map((each) => ({
        ...each,
        VatRates: [{ VatRateDate: '2019-01-01T00:00:00Z', VatRate: wireRate(call.world, each.VatRate) }],
      })),
  }),
  ...readOnly({
    path: '/countries',
    model: 'CountryApi',
    scopes: [...scopes.readSales, 'vls:api'],
    what: 'Country',
    records: (call) => call.company.countries.all(),
  }),
  {
    method: 'GET',
    path: '/countries/{countrycode}',
    scopes: [...scopes.readSales, 'vls:api'],
    handle: (call) => {
      const code = param(call, 'countrycode').toUpperCase();
      const country = call.company.countries.find(({ Code }) => Code === code);
      if (!country) throw notFound(`Country ${code}`);
      return ok(complete('CountryApi', country));
    },
  },
  ...readOnly({
    path: '/currencies',
    model: 'CurrencyApi',
    scopes: scopes.readSalesOrPurchase,
    what: 'Currency',
    records: (call) => call.company.currencies.all(),
  }),
  {
    method: 'GET',
    path: '/currencies/exchangerate',
    scopes: scopes.readSalesOrPurchase,
    handle: (call) => {
      const find = (name: string) => {
        const code = call.query.get(name);
        const currency = call.company.currencies.find(({ Code }) => Code === code);
        if (!currency) throw invalid([{ field: name, message: `The currency ${code ?? ''} does not exist.` }]);
        return currency;
      };
      const [source, target] = [find('sourceCurrencyCode'), find('targetCurrencyCode')];
      const date = call.query.get('date') ?? today(call.world);
      return ok(
        complete('ExchangeRateApi', {
          Date: businessDate(call.world, date),
          SourceCurrency: source.Code,
          TargetCurrency: target.Code,
          Rate: Math.round((source.Rate / target.Rate) * 1e6) / 1e6,
        }),
      );
    },
  },
];
