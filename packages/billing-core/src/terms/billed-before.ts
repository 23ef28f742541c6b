import { dateOf, dayOf } from '../calendar/day.ts';
import { groupBy } from '../lists/group-by.ts';
import type { Term } from '../model/items.ts';
import type { Period } from '../model/primitives.ts';
import { keyPrefix } from './term-key.ts';

/** Why a term cannot be offered as it is. */
export interface Conflict {
  /** The billed keys that stand in its way. */
  readonly billed: readonly string[];
  /** Days of a subscription's term that no billed key covers. */
  readonly open: readonly Period[];
  /** A billed key of the subscription whose days cannot be read: nobody can say what it covers. */
  readonly unreadable: boolean;
}

interface Span {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The days of a subscription's key; an impossible span where it cannot be read. */
function spanOf(key: string, days: string): Span {
  const [from, to, ...more] = days.split('..').map(dayOf);
  return from === undefined || to === undefined || more.length > 0 || to < from
    ? { key, from: NaN, to: NaN }
    : { key, from, to };
}

/** The parts of `from` to `to` that no span covers. */
function gaps(from: number, to: number, spans: readonly Span[]): Period[] {
  const open: Period[] = [];
  let next = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from > next) open.push({ from: dateOf(next), to: dateOf(span.from - 1) });
    next = Math.max(next, span.to + 1);
  }
  if (next <= to) open.push({ from: dateOf(next), to: dateOf(to) });
  return open;
}

/** What was billed of each project, as the keys of billed terms tell it. */
export class BilledTerms {
  readonly #keys: ReadonlySet<string>;
  readonly #byPrefix: ReadonlyMap<string, readonly string[]>;

  /** Indexes the ids of billed terms, so that a project's terms are compared with its own keys alone. */
  constructor(keys: readonly string[]) {
    this.#keys = new Set(keys);
    this.#byPrefix = groupBy(this.#keys, (key) => key.slice(0, key.indexOf('/') + 1));
  }

  /**
   * Whether a term was billed: not at all, altogether (under its own key, or day for day under others), or in a way that
   * only a person can settle: a part of its days, or a price that was billed in another sort (in one, then in instalments).
   */
  of(term: Term): 'open' | 'billed' | Conflict {
    if (this.#keys.has(term.id)) return 'billed';
    const prefix = keyPrefix(term.projectId);
    const keys = (this.#byPrefix.get(prefix) ?? []).map((key) => ({ key, parts: key.slice(prefix.length).split('/') }));
    const sort = term.id.slice(prefix.length).split('/')[0] ?? '';
    if (sort === 'subscription') {
      return this.#ofDays(term, keys.filter(({ parts }) => parts[0] === sort).map(({ key, parts }) => spanOf(key, parts[1] ?? '')));
    }
    const other = keys.find(({ parts: [otherSort] }) => otherSort !== sort && otherSort !== 'subscription');
    return other ? { billed: [other.key], open: [], unreadable: false } : 'open';
  }

  #ofDays({ period }: Term, spans: readonly Span[]): 'open' | 'billed' | Conflict {
    const unreadable = spans.filter(({ from }) => Number.isNaN(from));
    if (unreadable.length > 0) return { billed: unreadable.map(({ key }) => key), open: [period], unreadable: true };
    const [from = 0, to = 0] = [period.from, period.to].map(dayOf);
    const touching = spans.filter((span) => span.from <= to && from <= span.to);
    if (touching.length === 0) return 'open';
    const open = gaps(from, to, touching);
    return open.length === 0 ? 'billed' : { billed: touching.map(({ key }) => key), open, unreadable: false };
  }
}
