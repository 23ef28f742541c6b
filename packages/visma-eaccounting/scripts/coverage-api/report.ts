import type { Corrections } from '../codegen/facts.ts';
import type { Coverage } from './compare.ts';
import { reasonOf } from './explain.ts';

/** What is printed, and whether all is well. */
export interface Report {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

/** Tells missing operations and unexplained differences one by one, explained ones by their reason. */
export function reportOf({ covered, missing, beyond, differences }: Coverage, corrections: Corrections): Report {
  const explained = new Map<string, string[]>();
  const unexplained: string[] = [];
  for (const difference of differences) {
    const { where, text } = difference;
    const reason = reasonOf(difference, corrections);
    if (reason === undefined) unexplained.push(`differs: ${where}: ${text}`);
    else explained.set(reason, [...(explained.get(reason) ?? []), `${where}: ${text}`]);
  }
  const total = covered.length + missing.length;
  return {
    lines: [
      ...[...explained].flatMap(([reason, places]) => [`explained, ${places.length} x: ${reason}`, ...places.slice(0, 3).map((place) => `    ${place}`), ...(places.length > 3 ? [`    ... and ${places.length - 3} more`] : [])]),
      ...beyond.map((name) => `not in the document: ${name}`),
      `${covered.length} of ${total} operations covered, ${missing.length} missing, ${unexplained.length} unexplained differences, ${differences.length - unexplained.length} explained`,
    ],
    problems: [...missing.map((name) => `missing: ${name}`), ...unexplained, ...(total === 0 ? ['the document has no operations'] : [])],
  };
}
