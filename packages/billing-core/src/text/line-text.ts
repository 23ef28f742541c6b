import type { Exact } from '../decimal/exact.ts';
import { formatBetween } from '../decimal/format.ts';
import { dayOf, isoWeek } from '../calendar/day.ts';
import type { ItemKind } from '../model/items.ts';
import type { Period } from '../model/primitives.ts';
import type { Bucket } from '../proposals/bucket.ts';
import type { ReadyContext } from '../proposals/context.ts';
import type { Settings } from '../proposals/settings.ts';
import { cleanText, shorten } from './clean-text.ts';
import { fillTemplate } from './template.ts';
import { dateText, minutesText, periodText, type Words } from './words.ts';

/** What the text of a line is made from. */
export interface LineFacts {
  readonly bucket: Bucket;
  readonly period: Period;
  /** Hours, kilometres or pieces, exactly. */
  readonly quantity: Exact;
  readonly lumpSum: boolean;
}

function decimalText(value: Exact, words: Words, least = 0): string {
  return formatBetween(value, least, 6).replace('.', words.point);
}

function hoursText(quantity: Exact): string {
  return minutesText(Number((quantity.units * 60n) / quantity.per));
}

function weekText(date: string, words: Words): string {
  const { year, week } = isoWeek(dayOf(date) ?? 0);
  return `${words.week} ${week}, ${year}`;
}

/** What a name stands for that every context of a line tells. */
const OF_CONTEXT: Readonly<Partial<Record<string, (context: ReadyContext) => string | undefined>>> = {
  activity: ({ activity }) => activity?.name,
  project: ({ project }) => project?.name,
  code: ({ project }) => project?.code,
  customer: ({ customer }) => customer.name,
  employee: ({ user }) => user?.name,
  product: ({ product }) => product?.name,
  reference: ({ reference }) => reference,
};

/** What a name stands for that every entry of a line tells. */
const OF_ITEM: Readonly<Partial<Record<string, 'notes' | 'fromAddress' | 'toAddress' | 'description'>>> = {
  notes: 'notes',
  origin: 'fromAddress',
  destination: 'toAddress',
  description: 'description',
};

function valueOf(name: string, { bucket, period: { from, to }, quantity }: LineFacts, { words, policy }: Settings): string {
  const ofContext = OF_CONTEXT[name];
  const field = OF_ITEM[name];
  if (name === 'employee' && policy.text?.showEmployees !== true) return '';
  if (ofContext) return cleanText(bucket.ofContexts(ofContext) ?? '');
  if (field) return cleanText(bucket.ofEntries((item: Readonly<Partial<Record<typeof field, string | undefined>>>) => item[field]) ?? '');
  switch (name) {
    case 'date': return from === to ? dateText(from) : '';
    case 'week': {
      const week = weekText(from, words);
      return week === weekText(to, words) ? week : '';
    }
    case 'from': return dateText(from);
    case 'to': return dateText(to);
    case 'hours': return bucket.first.kind === 'time' ? hoursText(quantity) : '';
    default: return decimalText(quantity, words);
  }
}

/** What the built-in text of a grouping names, in order; any other names itself. */
const NAMES: Readonly<Partial<Record<string, readonly string[]>>> = {
  single: [],
  day: ['date'],
  ride: ['date'],
};

function builtInNames(kind: ItemKind, grouping: string): readonly string[] {
  if (kind === 'term') return ['description'];
  if (grouping === 'detailed') return ['date', kind === 'expense' ? 'product' : 'activity', 'employee', 'notes'];
  return NAMES[grouping] ?? [grouping];
}

function builtIn(facts: LineFacts, settings: Settings): string {
  const { kind } = facts.bucket.first;
  const { words } = settings;
  const value = (name: string): string => valueOf(name, facts, settings);
  const parts = builtInNames(kind, settings.grouping[kind]).map(value);
  if (kind === 'mileage') {
    const route = [value('origin'), value('destination')].filter((place) => place !== '').join(' - ');
    return [words.kinds.mileage, ...parts, route].filter((part) => part !== '').join(', ');
  }
  if (kind === 'term') parts.push(periodText(facts.period, words));
  return parts.filter((part) => part !== '').join(', ') || words.kinds[kind];
}

/** The quantity of a line printed as 1 x amount: without it nobody could recompute the line. */
function lumpSuffix(facts: LineFacts, words: Words): string {
  const { bucket, quantity, lumpSum } = facts;
  const { kind } = bucket.first;
  const { item } = bucket;
  if (item.kind === 'term' && item.proration) return ` (${item.proration.days}/${item.proration.of} ${words.days})`;
  if (!lumpSum || (kind !== 'time' && kind !== 'mileage' && quantity.units === quantity.per)) return '';
  const price = decimalText(bucket.period.price, words, 2);
  if (kind === 'time') return ` (${hoursText(quantity)} ${words.hours} x ${price})`;
  return ` (${decimalText(quantity, words)} ${kind === 'mileage' ? 'km ' : ''}x ${price})`;
}

/** A line's text, and whether it had to be shortened. The quantity of a lump sum is never cut off. */
export function lineText(facts: LineFacts, settings: Settings): { readonly text: string; readonly shortened: boolean } {
  const { kind } = facts.bucket.first;
  const template = settings.templates[kind];
  const filled = template === undefined ? builtIn(facts, settings) : cleanText(fillTemplate(template, (name) => valueOf(name, facts, settings)));
  const suffix = lumpSuffix(facts, settings.words);
  const body = filled || settings.words.kinds[kind];
  const text = shorten(body, settings.maxLength - suffix.length) + suffix;
  return { text, shortened: text !== body + suffix };
}
