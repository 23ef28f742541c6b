import type { Project } from '../model/master-data.ts';
import type { TermOptions, UnbilledTerms } from '../model/terms.ts';

/** The terms of fixed prices, milestones and subscriptions that are due and not billed yet. */
export function unbilledTerms(_projects: readonly Project[], _options: TermOptions): UnbilledTerms {
  return { terms: [], skipped: [], problems: [], covered: [] };
}
