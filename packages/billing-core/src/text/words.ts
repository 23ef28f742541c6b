import type { ItemKind } from '../model/items.ts';
import type { LocalDate, Period } from '../model/primitives.ts';

/** The languages of the built-in texts. */
export type Language = 'nl' | 'en';

/** Words of the built-in texts. */
export interface Words {
  readonly kinds: Readonly<Record<ItemKind, string>>;
  readonly hours: string;
  readonly week: string;
  readonly until: string;
  readonly days: string;
  readonly invoice: string;
  readonly credit: string;
  readonly point: string;
}

/** The words of each language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    kinds: { time: 'Uren', expense: 'Onkosten', mileage: 'Kilometers', term: 'Termijn' },
    hours: 'uur', week: 'week', until: 't/m', days: 'dagen', invoice: 'Factuur', credit: 'Creditfactuur', point: ',',
  },
  en: {
    kinds: { time: 'Hours', expense: 'Expenses', mileage: 'Kilometres', term: 'Instalment' },
    hours: 'hours', week: 'week', until: 'to', days: 'days', invoice: 'Invoice', credit: 'Credit note', point: '.',
  },
};

/** A day as both languages print it here: 31-03-2026. */
export function dateText(date: LocalDate): string {
  return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** A span of days; one day alone when both ends are the same. */
export function periodText({ from, to }: Period, words: Words): string {
  return from === to ? dateText(from) : `${dateText(from)} ${words.until} ${dateText(to)}`;
}

/** Minutes as hours and minutes: 90 is `1:30`, -20 is `-0:20`. */
export function minutesText(minutes: number): string {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? '-' : ''}${(size - rest) / 60}:${String(rest).padStart(2, '0')}`;
}
