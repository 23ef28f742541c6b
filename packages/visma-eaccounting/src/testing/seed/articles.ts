import type { SeedIds } from './seed-ids.ts';
import type { ArticleRecord, CodingRecord, TermsRecord, UnitRecord } from '../state/master-data-records.ts';
import { accountNumbers as n } from './chart.ts';

/** Name, type, percentage, domestic account. */
const codingRows: readonly (readonly [string, string, number, number])[] = [
  ['Diensten hoog', 'Service', 21, n.revenueHigh],
  ['Diensten laag', 'Service', 9, n.revenueLow],
  ['Diensten 0%', 'Service', 0, n.revenueZero],
  ['Diensten vrijgesteld', 'Service', 0, n.revenueExempt],
  ['Bouwdiensten, btw verlegd', 'Service', 21, n.revenueHigh],
  ['Doorbelaste kosten hoog', 'Service', 21, n.rechargedHigh],
  ['Doorbelaste kosten laag', 'Service', 9, n.rechargedLow],
  ['Reiskosten hoog', 'Service', 21, n.travelHigh],
  ['Goederen hoog', 'Goods', 21, n.revenueHigh],
];

/** The codings: which account and rate a row gets, by customer. */
export function codings(id: SeedIds): CodingRecord[] {
  return codingRows.map(([Name, Type, VatRatePercent, account]) => ({
    Id: id(`coding/${Name}`),
    Name,
    NameEnglish: null,
    Type,
    VatRate: `${VatRatePercent}%`,
    IsActive: true,
    VatRatePercent,
    DomesticSalesSubjectToReversedConstructionVatAccountNumber: n.revenueReverseCharge,
    DomesticSalesSubjectToVatAccountNumber: account,
    DomesticSalesVatExemptAccountNumber: n.revenueExempt,
    DomesticSalesVatCodeExemptAccountNumber: n.revenueExempt,
    ForeignSalesSubjectToMossAccountNumber: null,
    ForeignSalesSubjectToThirdPartySalesAccountNumber: null,
    ForeignSalesSubjectToVatWithinEuAccountNumber: account,
    ForeignSalesVatExemptOutsideEuAccountNumber: n.revenueOutsideEu,
    ForeignSalesVatExemptWithinEuAccountNumber: n.revenueEu,
    ChangedUtc: '2024-01-02T09:00:00Z',
  }));
}

/** Name, code, abbreviation, English abbreviation. */
const unitRows: readonly (readonly [string, string, string, string])[] = [
  ['Uur', 'HUR', 'u', 'h'],
  ['Kilometer', 'KMT', 'km', 'km'],
  ['Stuk', 'C62', 'st', 'pcs'],
  ['Vast bedrag', 'LS', 'post', 'item'],
  ['Dag', 'DAY', 'dag', 'day'],
];

/** The units of /units. */
export function units(id: SeedIds): UnitRecord[] {
  return unitRows.map(([Name, Code, Abbreviation, AbbreviationEnglish]) => ({
    Id: id(`unit/${Name}`),
    Name,
    Code,
    Abbreviation,
    AbbreviationEnglish,
  }));
}

/** Number, name, coding, unit, price. */
const articleRows: readonly (readonly [string, string, string, string, number])[] = [
  ['UREN-H', 'Uren advies', 'Diensten hoog', 'Uur', 95],
  ['UREN-S', 'Uren senior advies', 'Diensten hoog', 'Uur', 125],
  ['UREN-L', 'Uren training', 'Diensten laag', 'Uur', 85],
  ['UREN-0', 'Uren 0%', 'Diensten 0%', 'Uur', 95],
  ['UREN-VRIJ', 'Uren vrijgesteld onderwijs', 'Diensten vrijgesteld', 'Uur', 80],
  ['UREN-V', 'Uren bouwkundig, btw verlegd', 'Bouwdiensten, btw verlegd', 'Uur', 95],
  ['KM-H', 'Kilometers', 'Reiskosten hoog', 'Kilometer', 0.23],
  ['KM-0', 'Kilometers 0%', 'Diensten 0%', 'Kilometer', 0.23],
  ['KM-V', 'Kilometers, btw verlegd', 'Bouwdiensten, btw verlegd', 'Kilometer', 0.23],
  ['KOSTEN-H', 'Doorbelaste kosten', 'Doorbelaste kosten hoog', 'Stuk', 0],
  ['KOSTEN-L', 'Doorbelaste kosten laag tarief', 'Doorbelaste kosten laag', 'Stuk', 0],
  ['KOSTEN-0', 'Doorbelaste kosten 0%', 'Diensten 0%', 'Stuk', 0],
  ['KOSTEN-V', 'Doorbelaste kosten, btw verlegd', 'Bouwdiensten, btw verlegd', 'Stuk', 0],
  ['VAST-H', 'Vaste prijs', 'Diensten hoog', 'Vast bedrag', 0],
  ['VAST-L', 'Vaste prijs laag tarief', 'Diensten laag', 'Vast bedrag', 0],
  ['VAST-0', 'Vaste prijs 0%', 'Diensten 0%', 'Vast bedrag', 0],
  ['VAST-V', 'Vaste prijs, btw verlegd', 'Bouwdiensten, btw verlegd', 'Vast bedrag', 0],
  ['ABON-H', 'Abonnement onderhoud', 'Diensten hoog', 'Vast bedrag', 150],
];

/** The articles; one old one is inactive. */
export function articles(id: SeedIds): ArticleRecord[] {
  const record = (row: (typeof articleRows)[number], IsActive: boolean): ArticleRecord => {
    const [Number, Name, coding, unit, NetPrice] = row;
    const percent = codingRows.find(([name]) => name === coding)?.[2] ?? 0;
    return {
      Id: id(`article/${Number}`),
      Number,
      Name,
      NetPrice,
      NetPriceWithDiscount: NetPrice,
      GrossPrice: Math.round(NetPrice * (100 + percent)) / 100,
      CodingId: id(`coding/${coding}`),
      UnitId: id(`unit/${unit}`),
      IsActive,
      SendToWebshop: true,
      CreatedUtc: '2024-01-02T09:00:00Z',
      ChangedUtc: '2025-11-03T10:15:00Z',
    };
  };
  return [
    ...articleRows.map((row) => record(row, true)),
    record(['UREN-OUD', 'Uren oud tarief', 'Diensten hoog', 'Uur', 75], false),
  ];
}

/** Name, days, type, for sales. */
const termRows: readonly (readonly [string, number, number, boolean])[] = [
  ['14 dagen', 14, 0, true],
  ['30 dagen', 30, 0, true],
  ['Contant', 0, 2, true],
  ['30 dagen na einde maand', 30, 1, true],
  ['60 dagen inkoop', 60, 0, false],
];

/** The terms of payment. */
export function termsOfPayment(id: SeedIds): TermsRecord[] {
  const types = ['Normaal', 'Einde maand', 'Contant'];
  return termRows.map(([Name, NumberOfDays, type, sales]) => ({
    Id: id(`terms/${Name}`),
    Name,
    NameEnglish: null,
    NumberOfDays,
    TermsOfPaymentTypeId: type,
    TermsOfPaymentTypeText: types[type] ?? null,
    AvailableForSales: sales,
    AvailableForPurchase: true,
  }));
}
