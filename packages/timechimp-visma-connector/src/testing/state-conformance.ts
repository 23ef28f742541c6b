import { checkOmissions, type ConformanceOptions, registerLaws } from './conformance.ts';
import type { Law } from './law.ts';
import { connectionLaws } from './laws/connections.ts';
import { cursorAndLeaseLaws } from './laws/cursors-and-leases.ts';
import { exportClaimLaws } from './laws/export-claims.ts';
import { exportReadLaws } from './laws/export-reads.ts';
import { exportSaveLaws } from './laws/export-saves.ts';
import { linkLaws } from './laws/links.ts';
import type { StateFixture } from './state-fixture.ts';

/** Every law of a `ConnectorState`. */
export const stateLaws: readonly Law<StateFixture>[] = [
  ...exportClaimLaws,
  ...exportSaveLaws,
  ...exportReadLaws,
  ...connectionLaws,
  ...linkLaws,
  ...cursorAndLeaseLaws,
];

/**
 * Registers the laws of a `ConnectorState` as cases of a test runner:
 * `stateConformance({ runner: { describe, it }, create: () => ({ state, reopen: () => state }) })`.
 * Throws `TypeError` when an omission names no law or gives no reason.
 */
export function stateConformance(options: ConformanceOptions<StateFixture>): void {
  checkOmissions(stateLaws, options.omit);
  registerLaws('conformance of the state', stateLaws, options);
}
