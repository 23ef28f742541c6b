import { unbilledTerms, type Problem as BillingProblem, type Project } from '@x/billing-core';
import { termOptions } from '../settings/billing-policy.ts';
import { liveStates } from '../ports/export-record.ts';
import type { ItemMark } from '../ports/link-store.ts';
import type { ConnectorContext } from './context.ts';
import { addDays } from './days.ts';
import { allPages } from './pages.ts';
import { fromBilling, type Problem } from './problem.ts';
import type { Session } from './session.ts';

/** How far ahead the terms of a subscription are reckoned: enough for any that may be billed in advance. */
const horizonDays = 400;

/** Terms that nobody may bill again, by id. */
export interface TermClaims {
  /** Noted as billed, by us or before us. */
  readonly billed: readonly string[];
  /** In an export that is under way, held or in doubt: its terms are noted when it is done. */
  readonly held: readonly string[];
  /** On the ignore list: their days and prices are never billed under another id either. */
  readonly ignored: readonly string[];
}

/** Terms that take days or a price which other terms have taken already. */
export interface TakenTerms {
  /** Every day is billed under other ids. */
  readonly covered: ReadonlySet<string>;
  /** Every day is billed under other ids or on the ignore list under other ids, not all of them billed. */
  readonly ignored: ReadonlySet<string>;
  /** Billed or ignored in part, or in another sort: a person decides. The problems name what is left. */
  readonly conflicting: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** No term is claimed by anything. */
export const noClaims: TermClaims = { billed: [], held: [], ignored: [] };

/** What is billed or about to be, or never to be. An exported term is noted as billed, so that only unfinished exports are read. */
export async function termClaims({ parts }: ConnectorContext, { scope }: Session): Promise<TermClaims> {
  const { links, exports } = parts.state;
  const noted = async (kind: ItemMark['kind']): Promise<string[]> => {
    const marks = await allPages((page) => links.listMarks(scope, { kind, ...page }));
    return marks.flatMap(({ ref }) => (ref.kind === 'term' ? [ref.id] : []));
  };
  const states = liveStates.filter((state) => state !== 'exported');
  const open = await allPages((page) => exports.list(scope, { kinds: ['invoice'], states, ...page }));
  return {
    billed: await noted('billed'),
    held: open.flatMap(({ sources }) => sources.flatMap(({ ref }) => (ref.kind === 'term' ? [ref.id] : []))),
    ignored: await noted('ignored'),
  };
}

/** The options that give every term of the projects up to the horizon, due or not, except those of `claimed`. */
export function everyTerm(session: Session, claimed: readonly string[]): Parameters<typeof unbilledTerms>[1] {
  const options = termOptions(session.settings, '0001-01-01', addDays(session.today, horizonDays), claimed);
  return { ...options, billFrom: '0001-01-01', billFromPerProject: {} };
}

/**
 * Compares terms with all others that are claimed. A subscription whose start, end or frequency was changed has terms with
 * other ids for the same days: a claim on ids alone would let them be billed twice.
 */
export function takenTerms(
  projects: readonly Project[],
  session: Session,
  { billed, held, ignored }: TermClaims,
  ids: readonly string[],
): TakenTerms {
  const own = new Set(ids);
  const against = (claimed: readonly string[]): { readonly covered: readonly string[]; readonly problems: readonly BillingProblem[] } => {
    const { skipped, problems } = unbilledTerms(projects, everyTerm(session, claimed.filter((id) => !own.has(id))));
    return {
      covered: skipped.flatMap(({ term, reason }) => (reason === 'already-billed' && own.has(term.id) ? [term.id] : [])),
      problems: problems.filter(({ sources }) => sources.some(({ id }) => own.has(id))),
    };
  };
  const all = against([...billed, ...held, ...ignored]);
  const covered = new Set(ignored.length === 0 ? all.covered : against([...billed, ...held]).covered);
  return {
    covered,
    ignored: new Set(all.covered.filter((id) => !covered.has(id))),
    conflicting: new Set(all.problems.flatMap(({ sources }) => sources.map(({ id }) => id))),
    problems: all.problems.map((problem) => withIgnored(fromBilling(problem), problem, new Set(ignored))),
  };
}

/** Days that stand in the way because they are on the ignore list are not billed: the problem says so. */
function withIgnored(shown: Problem, { details }: BillingProblem, ignored: ReadonlySet<string>): Problem {
  const named = (details['billed'] ?? '').split(' ').filter((id) => ignored.has(id));
  return named.length === 0 ? shown : { ...shown, message: `${shown.message} On the ignore list: ${named.join(', ')}.` };
}
