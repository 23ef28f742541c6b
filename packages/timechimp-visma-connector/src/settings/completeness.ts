import type { VatKind } from '@x/billing-core';
import type { MasterData } from '../visma/master-data.ts';
import type { Settings } from './settings.ts';
import { usedKinds } from './used-vat-kinds.ts';

/** One thing that a use case needs before it can work. */
export interface SettingNeed {
  /** Path of the setting. */
  readonly at: string;
  readonly filled: boolean;
  /** What stays impossible while it is empty. */
  readonly neededFor: string;
}

/** How complete the settings are: `percent` from 0 to 100, rounded down so that 100 means everything. */
export interface Completeness {
  readonly percent: number;
  readonly needs: readonly SettingNeed[];
}

/** VAT kinds as a person says them. */
const kindNames: Readonly<Record<VatKind, string>> = {
  'domestic-high': 'VAT at the high rate',
  'domestic-low': 'VAT at the low rate',
  'domestic-zero': 'VAT at 0 percent',
  'domestic-exempt': 'exempt turnover',
  'reverse-charge-domestic': 'reverse charge at home',
  'eu-service': 'services elsewhere in the EU',
  'outside-eu-service': 'services outside the EU',
};

/** Scores the settings. `unlinkedActivities` are activities without an article of their own. */
export function completeness(settings: Settings, masterData: MasterData, unlinkedActivities: number): Completeness {
  const { articles, accounts, pricing, vat } = settings;
  const bookedKinds = usedKinds(settings);
  const hasVatAccount = (kind: VatKind): boolean =>
    accounts.vat[kind] !== undefined ||
    masterData.vatCodes.some((code) => code.id === vat.codes[kind] && code.accounts.length > 0) ||
    settings.salesEntries.voucherVatForm === 'automatic';
  const needs: SettingNeed[] = [
    { at: 'articles.hours', filled: articles.hours !== null || unlinkedActivities === 0, neededFor: 'invoicing hours of activities without an article' },
    { at: 'articles.expenses', filled: articles.expenses !== null, neededFor: 'invoicing expenses' },
    { at: 'articles.mileage', filled: articles.mileage !== null, neededFor: 'invoicing kilometres' },
    { at: 'articles.terms', filled: articles.terms !== null, neededFor: 'invoicing fixed prices and subscriptions' },
    ...(pricing.rounding === 'exact'
      ? [{ at: 'articles.lumpSum', filled: articles.lumpSum !== null, neededFor: 'invoicing exact amounts' }]
      : []),
    { at: 'accounts.receivable', filled: accounts.receivable !== null, neededFor: 'booking sales entries' },
    { at: 'accounts.revenue', filled: accounts.revenue !== null, neededFor: 'booking rows without an article' },
    ...bookedKinds.map((kind) => ({
      at: `vat.codes.${kind}`,
      filled: vat.codes[kind] !== undefined,
      neededFor: `booking sales entries with ${kindNames[kind]}`,
    })),
    // A VAT code usually names the account of its VAT; only where it does not, one has to be chosen.
    ...bookedKinds.flatMap((kind) =>
      (kind === 'domestic-high' || kind === 'domestic-low') && vat.codes[kind] !== undefined && !hasVatAccount(kind)
        ? [{ at: `accounts.vat.${kind}`, filled: false, neededFor: `booking ${kindNames[kind]}` }]
        : [],
    ),
  ];
  const filled = needs.filter((need) => need.filled).length;
  return { percent: Math.floor((100 * filled) / needs.length), needs };
}
