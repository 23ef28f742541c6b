import { VAT_KINDS, type VatKind } from '@x/billing-core';
import type { MasterAccount, MasterCoding, MasterData, MasterVatCode } from '../visma/master-data.ts';
import { accountOfKind } from '../visma/vat-kind-cases.ts';
import type { Settings } from './settings.ts';
import { suggestArticles } from './suggest-articles.ts';
import { isCalled } from './used-vat-kinds.ts';

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
    ...suggestRevenueByVatKind(settings, masterData),
    ...suggestVatCodes(settings, masterData),
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

/**
 * Revenue of rows that name no article, per VAT kind: the account that the coding of the article for hours uses, so that
 * turnover of another box of the VAT return does not land on the standard account.
 */
function suggestRevenueByVatKind(settings: Settings, masterData: MasterData): Suggestion[] {
  const { accounts, articles } = settings;
  if (accounts.revenue === null) {
    return [];
  }
  return VAT_KINDS.flatMap((kind) => {
    const article = masterData.articles.find((each) => each.id === (articles.byVatKind[kind]?.hours ?? articles.hours));
    const coding = masterData.codings.find((each) => each.id === article?.codingId);
    const number = coding && fitsRate(kind, coding, settings) ? accountOfKind(coding.accounts, kind, 'home') : undefined;
    const account = masterData.accounts.find((each) => each.number === number && each.isActive && !each.isBlocked);
    return account && account.number !== accounts.revenue && accounts.revenueByVatKind[kind] === undefined
      ? [{ at: `accounts.revenueByVatKind.${kind}`, value: account.number, label: `${account.number} ${account.name}`, reason: 'the account of the article for hours, for this VAT kind' }]
      : [];
  });
}

/** Where the rate decides the account, the coding has to be of that rate. */
function fitsRate(kind: VatKind, coding: MasterCoding, settings: Settings): boolean {
  const rate = settings.vat.rates.find((each) => each.vatKind === kind)?.percentage;
  return (kind !== 'domestic-high' && kind !== 'domestic-low') || coding.ratePercent === rate;
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

const purchases = /inkoop|voorbelasting|purchase|input|ingåend/i;

function fits(kind: VatKind, code: MasterVatCode, percentage: string | undefined): boolean {
  if (purchases.test(code.description)) {
    return false;
  }
  return isCalled(kind, code.description) ?? (percentage !== undefined && code.ratePercent === percentage);
}
