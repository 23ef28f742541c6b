import type { ExportScope } from './scope.ts';

/**
 * Small values remembered per pair: the watermark of the last import, endpoints that refuse a filter, the settings
 * version whose first sales entry was checked. Losing them costs time, never money.
 */
export interface CursorStore {
  /** The value, or null when it was never set. */
  get(scope: ExportScope, name: string): Promise<string | null>;
  /**
   * Sets the value (null removes it) when the stored one is still `expected` (null: none); true when it was set.
   * Atomic: of several racers with the same expectation at most one gets true.
   */
  set(scope: ExportScope, name: string, value: string | null, expected: string | null): Promise<boolean>;
}
