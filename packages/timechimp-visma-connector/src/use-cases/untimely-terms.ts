import type { LocalDate, Term, TermOptions } from '@x/billing-core';
import type { ExcludedItem } from './sift-work.ts';

/**
 * Why a term is not to be billed now, also where it was chosen by its id: it fell due before its project's bill-from day,
 * or falls due after `until`. `null`: neither.
 */
export function untimely(term: Term, options: TermOptions, until: LocalDate): ExcludedItem | null {
  const { id, date, projectId } = term;
  const ref = { kind: 'term', id } as const;
  const billFrom = options.billFromPerProject?.[projectId] ?? options.billFrom;
  if (date < billFrom) {
    return { ref, reason: 'before-bill-from', message: `Due on ${date}, before the bill-from day ${billFrom}: it is taken to be billed already.` };
  }
  return date > until ? { ref, reason: 'not-due', message: `Due on ${date}, after ${until}.` } : null;
}
