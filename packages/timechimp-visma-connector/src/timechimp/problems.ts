import { type ItemRef, itemKey } from '../ports/item-ref.ts';

/** What an adapter noticed in TimeChimp's data and could not express in an item. */
export type TimeChimpProblemCode =
  /** Hours are no whole minutes; the item has the nearest minute. */
  | 'hours-rounded'
  /** Hours are no whole minutes; the item is left out. */
  | 'hours-do-not-fit'
  /** A date carries a time of day or a zone; the item, the contract's rate or the project's fixed price is left out. */
  | 'date-unclear'
  /** Neither the item nor its project names a customer; the item is left out. */
  | 'no-customer'
  /** A status, method or type that is not known; the record is left out. */
  | 'unknown-value'
  /** The record does not look as expected; it is left out. */
  | 'unreadable'
  /** The project is invoiced in instalments, which no API shows; its fixed price is withheld. */
  | 'instalments-unreadable'
  /** Without a key of API v1 nobody knows whether there are instalments: see the option `fixedPricesWithoutV1`. */
  | 'instalments-unknown'
  /** TimeChimp says that the fixed price is invoiced already; it is withheld. */
  | 'fixed-price-invoiced'
  /** A subscription's frequency and amount could not be read: API v2 does not show them. */
  | 'subscription-unreadable';

/** One such thing. */
export interface TimeChimpProblem {
  readonly code: TimeChimpProblemCode;
  /** The record in TimeChimp, such as `time:12` or `project:7`. */
  readonly record: string;
  /** English, complete in itself. */
  readonly message: string;
}

/** Collects problems: each is told once while it stays the same. */
export interface ProblemReport {
  /** Notes a problem of a record. */
  add(record: ItemRef | string, code: TimeChimpProblemCode, message: string): void;
  /** What is known, oldest first; at most the last 1000. */
  list(): readonly TimeChimpProblem[];
  /** Begins to watch; the answer tells what was noticed since then, also what was known before and was met again. */
  watch(): () => readonly TimeChimpProblem[];
}

/** A report that keeps the last 1000 problems and calls `onProblem` for each new one. */
export function createProblemReport(onProblem: ((problem: TimeChimpProblem) => void) | undefined): ProblemReport {
  const problems = new Map<string, { readonly problem: TimeChimpProblem; readonly met: number }>();
  let meetings = 0;
  const since = (moment: number): readonly TimeChimpProblem[] =>
    [...problems.values()].flatMap(({ problem, met }) => (met > moment ? [problem] : []));
  return {
    add(record, code, message) {
      const name = typeof record === 'string' ? record : itemKey(record);
      const key = `${name} ${code}`;
      meetings += 1;
      const earlier = problems.get(key)?.problem;
      if (earlier?.message === message) {
        problems.set(key, { problem: earlier, met: meetings });
        return;
      }
      const problem = { code, record: name, message };
      problems.delete(key);
      problems.set(key, { problem, met: meetings });
      const [oldest] = problems.keys();
      if (problems.size > 1000 && oldest !== undefined) problems.delete(oldest);
      onProblem?.(problem);
    },
    list: () => since(0),
    watch() {
      const moment = meetings;
      return () => since(moment);
    },
  };
}
