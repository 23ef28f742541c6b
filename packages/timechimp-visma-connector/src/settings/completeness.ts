import type { Settings } from './settings.ts';

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

/** Scores the settings. `unlinkedActivities` are activities without an article of their own. */
export function completeness(settings: Settings, unlinkedActivities: number): Completeness {
  const { articles, accounts, vat } = settings;
  const bookedKinds = [...new Set(vat.rates.map((rate) => rate.vatKind))];
  const needs: SettingNeed[] = [
    { at: 'articles.hours', filled: articles.hours !== null || unlinkedActivities === 0, neededFor: 'invoicing hours of activities without an article' },
    { at: 'articles.expenses', filled: articles.expenses !== null, neededFor: 'invoicing expenses' },
    { at: 'articles.mileage', filled: articles.mileage !== null, neededFor: 'invoicing kilometres' },
    { at: 'articles.terms', filled: articles.terms !== null, neededFor: 'invoicing fixed prices and subscriptions' },
    { at: 'accounts.receivable', filled: accounts.receivable !== null, neededFor: 'booking sales entries' },
    { at: 'accounts.revenue', filled: accounts.revenue !== null, neededFor: 'booking rows without an article' },
    ...bookedKinds.map((kind) => ({
      at: `vat.codes.${kind}`,
      filled: vat.codes[kind] !== undefined,
      neededFor: `booking sales entries with VAT ${kind}`,
    })),
  ];
  const filled = needs.filter((need) => need.filled).length;
  return { percent: Math.floor((100 * filled) / needs.length), needs };
}
