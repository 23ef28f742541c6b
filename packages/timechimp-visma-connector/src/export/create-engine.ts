import type { Clock } from '../ports/clock.ts';
import type { ExportStore } from '../ports/export-store.ts';
import type { ExportEngine } from './engine.ts';
import { exportOptions, type ExportOptions } from './options.ts';

/** What the engine stands on. */
export interface ExportEngineParts {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly options?: Partial<ExportOptions> | undefined;
}

/** Creates the engine. Throws `RangeError` when the options contradict each other. It keeps no state between calls. */
export function createExportEngine(parts: ExportEngineParts): ExportEngine {
  const options = exportOptions(parts.options);
  throw new Error(`Under construction (lease ${options.lease} ms).`);
}
