import { type Budget, type Group, GROUPS } from './budgets.ts';
import type { Measurement } from './measure.ts';

/** A row of the results: what was measured, and what was promised. */
export interface Result extends Measurement {
  readonly unit: string;
  readonly bar: Budget['bar'];
  /** `null` where nothing was promised. */
  readonly met: boolean | null;
}

function isMet(bar: Budget['bar'], ratio: number): boolean | null {
  if (bar === null) return null;
  const [sign, value] = bar.split(' ');
  return sign === '<=' ? ratio <= Number(value) : ratio >= Number(value);
}

/** One result for every budget, in their order. Fails where one was not measured, or something that nobody asked for was. */
export function resultsOf(measurements: readonly Measurement[], groups: readonly Group[] = GROUPS): readonly Result[] {
  const open = new Map(measurements.map((one) => [one.name, one]));
  const missing: string[] = [];
  const results = groups.flatMap(({ budgets }) => budgets).flatMap(({ name, unit, bar }): Result[] => {
    const found = open.get(name);
    open.delete(name);
    if (found === undefined || [found.ours, found.reference, found.ratio, found.spread].some(Number.isNaN)) {
      missing.push(name);
      return [];
    }
    const { ours, reference, referenceName, ratio, spread } = found;
    return [{ name, unit, ours, reference, referenceName, ratio, spread, bar, met: isMet(bar, ratio) }];
  });
  if (missing.length > 0) throw new Error(`Not measured: ${missing.join('; ')}.`);
  if (open.size > 0) throw new Error(`Without a budget: ${[...open.keys()].join('; ')}.`);
  return results;
}
