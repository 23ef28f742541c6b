import { compareIds, compareText } from '../identity/compare-ids.ts';
import type { SourceRef } from '../model/primitives.ts';
import type { Problem } from '../model/problem.ts';
import type { Issue } from './issue.ts';

/** Orders references by kind and id. */
export function compareSources(a: SourceRef, b: SourceRef): number {
  return compareText(a.kind, b.kind) || compareIds(a.id, b.id);
}

/** Collects problems: the same one (code, message and details) found at many sources is one problem with all of them. */
export class ProblemLog {
  readonly #found = new Map<string, { issue: Issue; sources: SourceRef[] }>();

  /** Adds an issue for some sources. */
  add(issue: Issue, sources: readonly SourceRef[]): void {
    const key = `${issue.code} ${issue.message} ${JSON.stringify(Object.entries(issue.details).sort())}`;
    const known = this.#found.get(key) ?? { issue, sources: [] };
    for (const { kind, id } of sources) known.sources.push({ kind, id });
    this.#found.set(key, known);
  }

  /** Whether an error was added. */
  get failed(): boolean {
    return [...this.#found.values()].some(({ issue }) => issue.severity === 'error');
  }

  /** All problems, by code and message; the order in which they were found has no say. */
  list(): readonly Problem[] {
    return [...this.#found.entries()]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, { issue, sources }]) => ({ ...issue, sources: sources.sort(compareSources) }));
  }
}
