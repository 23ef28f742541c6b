import { addDays, formatDate, parseDate } from '../calendar/local-date.ts';
import type { Term } from '../model/items.ts';
import type { Frequency } from '../model/master-data.ts';
import type { Period } from '../model/primitives.ts';
import { addPeriods } from './subscription-periods.ts';
import { keyPrefix } from './term-key.ts';

const FREQUENCIES: readonly string[] = ['Week', 'Month', 'Quarter', 'Year'] satisfies Frequency[];

function isFrequency(text: string): text is Frequency {
  return FREQUENCIES.includes(text);
}

/** The calendar period of a subscription's key. */
function periodOf(frequency: string, bucket: string): Period | undefined {
  const from = parseDate(bucket);
  if (from === undefined || !isFrequency(frequency)) return undefined;
  return { from: bucket, to: formatDate(addDays(addPeriods(from, frequency, 1), -1)) };
}

/** Billed keys by project, so that a project's terms are compared with its own keys alone. */
export class BilledKeys {
  readonly #all: ReadonlySet<string>;
  readonly #byPrefix = new Map<string, string[]>();

  /** Indexes the ids of billed terms. */
  constructor(keys: readonly string[]) {
    this.#all = new Set(keys);
    for (const key of this.#all) {
      const prefix = key.slice(0, key.indexOf('/') + 1);
      const known = this.#byPrefix.get(prefix);
      if (known) known.push(key);
      else this.#byPrefix.set(prefix, [key]);
    }
  }

  /** Whether a term is billed under its own key. */
  has(term: Term): boolean {
    return this.#all.has(term.id);
  }

  /**
   * A billed key that a term would bill again under another key: a price that was billed in another way (in one and
   * then in instalments), or a subscription period that overlaps one of another frequency.
   */
  overlapping(term: Term): string | undefined {
    const prefix = keyPrefix(term.projectId);
    const [sort, frequency] = term.id.slice(prefix.length).split('/');
    return this.#byPrefix.get(prefix)?.find((key) => {
      const [otherSort = '', otherFrequency = '', bucket = ''] = key.slice(prefix.length).split('/');
      if (sort !== 'subscription') return otherSort !== sort && otherSort !== 'subscription';
      if (otherSort !== 'subscription' || otherFrequency === frequency) return false;
      const other = periodOf(otherFrequency, bucket);
      return other !== undefined && other.from <= term.period.to && term.period.from <= other.to;
    });
  }
}
