import { checkOmissions, type ConformanceOptions, registerLaws } from './conformance.ts';
import type { Law } from './law.ts';
import { sourceListLaws } from './laws/source-lists.ts';
import { workLaws } from './laws/work.ts';
import type { SourceFixture } from './source-fixture.ts';

/** Every law of a `ConnectorSource`. */
export const sourceLaws: readonly Law<SourceFixture>[] = [...workLaws, ...sourceListLaws];

/**
 * Registers the laws of a `ConnectorSource` as cases of a test runner. Laws that the store does not promise by its own
 * `abilities` pass over. Throws `TypeError` when an omission names no law or gives no reason.
 */
export function sourceConformance(options: ConformanceOptions<SourceFixture>): void {
  checkOmissions(sourceLaws, options.omit);
  registerLaws('conformance of the time-tracking side', sourceLaws, options);
}
