import { VAT_KINDS, type VatKind } from '@x/billing-core';
import type { MasterAccount, MasterArticle, MasterData, MasterVatCode } from '../visma/master-data.ts';
import { unitKind, type UnitKind } from '../visma/units.ts';
import type { Settings } from './settings.ts';

/** A value for an empty setting, with the reason why. A person decides; nothing is filled in by itself. */
export interface Suggestion {
  readonly at: string;
  readonly value: string | number;
  /** Name of what is suggested. */
  readonly label: string;
  readonly reason: string;
}

/** Suggests values for settings that are empty, from what the administration holds. */
export function suggestSettings(settings: Settings, masterData: MasterData): readonly Suggestion[] {
  return [
    ...suggestArticles(settings, masterData),
    ...suggestAccounts(settings, masterData),
    ...suggestVatCodes(settings, masterData),
  ];
}

function suggestArticles(settings: Settings, masterData: MasterData): Suggestion[] {
  const highest = Math.max(0, ...masterData.codings.map((coding) => Number(coding.ratePercent)));
  const usual = masterData.articles.filter((article) => {
    const coding = masterData.codings.find((each) => each.id === article.codingId);
    return article.isActive && Number(coding?.ratePercent ?? -1) === highest;
  });
  const counted = (kind: UnitKind): MasterArticle | undefined =>
    usual.find((article) => unitKind(masterData.units.find((unit) => unit.id === article.unitId)) === kind);
  const suggest = (name: 'hours' | 'mileage' | 'expenses' | 'terms' | 'lumpSum', article: MasterArticle | undefined, reason: string) =>
    article && settings.articles[name] === null
      ? [{ at: `articles.${name}`, value: article.id, label: `${article.number} ${article.name}`, reason }]
      : [];
  const piece = counted('other');
  return [
    ...suggest('hours', counted('hour'), 'active, counted in hours, at the standard VAT rate'),
    ...suggest('mileage', counted('km'), 'active, counted in kilometres, at the standard VAT rate'),
    ...suggest('expenses', piece, 'active, counted in pieces, at the standard VAT rate'),
    ...suggest('terms', piece, 'active, counted in pieces, at the standard VAT rate'),
    ...suggest('lumpSum', piece, 'active, counted in pieces, at the standard VAT rate'),
  ];
}

function suggestAccounts(settings: Settings, masterData: MasterData): Suggestion[] {
  const usable = masterData.accounts.filter((account) => account.isActive && !account.isBlocked);
  const hours = masterData.articles.find((article) => article.id === settings.articles.hours);
  const coding = masterData.codings.find((each) => each.id === hours?.codingId);
  const suggest = (name: 'receivable' | 'revenue' | 'rounding', account: MasterAccount | undefined, reason: string) =>
    account && settings.accounts[name] === null
      ? [{ at: `accounts.${name}`, value: account.number, label: `${account.number} ${account.name}`, reason }]
      : [];
  return [
    ...suggest('receivable', usable.find((account) => /debiteur|receivable|kundfordr/i.test(account.name)), 'named as the debtors account'),
    ...suggest(
      'revenue',
      usable.find((account) => account.number === coding?.accounts.domestic) ??
        usable.find((account) => masterData.codings.some((each) => each.accounts.domestic === account.number)),
      'the account of the article for hours, or of the first coding',
    ),
    ...suggest('rounding', usable.find((account) => /afronding|rounding|avrundning|betalingsverschil/i.test(account.name)), 'named as the rounding account'),
  ];
}

function suggestVatCodes(settings: Settings, masterData: MasterData): Suggestion[] {
  const rates = settings.vat.rates;
  return VAT_KINDS.flatMap((kind) => {
    if (settings.vat.codes[kind] !== undefined) {
      return [];
    }
    const percentage = rates.find((rate) => rate.vatKind === kind)?.percentage;
    const code = masterData.vatCodes.find((each) => fits(kind, each, percentage));
    return code
      ? [{ at: `vat.codes.${kind}`, value: code.id, label: `${code.code} ${code.description}`, reason: 'rate and description fit' }]
      : [];
  });
}

const words: Readonly<Record<VatKind, RegExp | undefined>> = {
  'domestic-high': undefined,
  'domestic-low': undefined,
  'domestic-zero': /0 ?%|nultarief|zero/i,
  'domestic-exempt': /vrijgesteld|exempt/i,
  'reverse-charge-domestic': /verlegd|reverse/i,
  'eu-service': /\beu\b|icp|intracom|binnen de eu|within the eu/i,
  'outside-eu-service': /buiten de eu|outside the eu|export/i,
};
const purchases = /inkoop|voorbelasting|purchase|input|ingåend/i;

function fits(kind: VatKind, code: MasterVatCode, percentage: string | undefined): boolean {
  if (purchases.test(code.description)) {
    return false;
  }
  const word = words[kind];
  return word ? word.test(code.description) : percentage !== undefined && code.ratePercent === percentage;
}
