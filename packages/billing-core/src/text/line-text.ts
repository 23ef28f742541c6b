import type { Exact } from '../decimal/exact.ts';
import { formatBetween } from '../decimal/format.ts';
import { dayOf, isoWeek } from '../calendar/day.ts';
import type { BillableItem } from '../model/items.ts';
import type { Bucket } from '../proposals/bucket.ts';
import type { ReadyContext } from '../proposals/context.ts';
import type { Settings } from '../proposals/settings.ts';
import { cleanText, shorten } from './clean-text.ts';
import { fillTemplate } from './template.ts';
import { dateText, minutesText, periodText, type Words } from './words.ts';

/** What the text of a line is made from. */
export interface LineFacts {
  readonly bucket: Bucket;
  readonly from: string;
  readonly to: string;
  /** Hours, kilometres or pieces, exactly. */
  readonly quantity: Exact;
  readonly lumpSum: boolean;
}

/** The value that all of a list share; empty where they differ. */
function shared<T>(list: Iterable<T>, read: (one: T) => string | undefined): string {
  let value: string | undefined;
  for (const one of list) {
    const next = read(one) ?? '';
    if (value !== undefined && value !== next) return '';
    value = next;
  }
  return cleanText(value ?? '');
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

function valueOf(name: string, facts: LineFacts, settings: Settings): string {
  const { bucket, from, to, quantity } = facts;
  const { words, policy } = settings;
  const ofContext = (read: (context: ReadyContext) => string | undefined): string => shared(bucket.contexts, read);
  const ofItem = (read: (item: BillableItem) => string | undefined): string => shared(bucket.items, read);
  switch (name) {
    case 'activity': return ofContext(({ activity }) => activity?.name);
    case 'project': return ofContext(({ project }) => project?.name);
    case 'code': return ofContext(({ project }) => project?.code);
    case 'customer': return ofContext(({ customer }) => customer.name);
    case 'employee': return policy.text?.showEmployees === true ? ofContext(({ user }) => user?.name) : '';
    case 'product': return ofContext(({ product }) => product?.name);
    case 'reference': return ofContext(({ reference }) => reference);
    case 'date': return from === to ? dateText(from) : '';
    case 'week': {
      const week = weekText(from, words);
      return week === weekText(to, words) ? week : '';
    }
    case 'from': return dateText(from);
    case 'to': return dateText(to);
    case 'notes': return ofItem((item) => ('notes' in item ? item.notes : undefined));
    case 'origin': return ofItem((item) => ('fromAddress' in item ? item.fromAddress : undefined));
    case 'destination': return ofItem((item) => ('toAddress' in item ? item.toAddress : undefined));
    case 'description': return ofItem((item) => ('description' in item ? item.description : undefined));
    case 'hours': return bucket.first.kind === 'time' ? hoursText(quantity) : '';
    default: return decimalText(quantity, words);
  }
}

/** What the built-in text of each grouping names, in order. */
function builtInNames(kind: BillableItem['kind'], grouping: string): readonly string[] {
  if (kind === 'term') return ['description'];
  switch (grouping) {
    case 'activity':
    case 'employee':
    case 'project':
    case 'product': return [grouping];
    case 'day': return ['date'];
    case 'week': return ['week'];
    case 'ride': return ['date'];
    case 'detailed': return ['date', kind === 'expense' ? 'product' : 'activity', 'employee', 'notes'];
    default: return [];
  }
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
  if (kind === 'term') parts.push(periodText({ from: facts.from, to: facts.to }, words));
  return parts.filter((part) => part !== '').join(', ') || words.kinds[kind];
}

/** The quantity of a line printed as 1 x amount: without it nobody could recompute the line. */
function lumpSuffix(facts: LineFacts, words: Words): string {
  const { bucket, quantity, lumpSum } = facts;
  const { kind } = bucket.first;
  const [only] = bucket.items;
  if (kind === 'term' && only?.kind === 'term' && only.proration) {
    return ` (${only.proration.days}/${only.proration.of} ${words.days})`;
  }
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
