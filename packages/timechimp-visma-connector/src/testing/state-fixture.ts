import type { ConnectorState } from '../ports/connector-state.ts';
import type { Closable } from './law.ts';

/** A state for one case. */
export interface StateFixture extends Closable {
  readonly state: ConnectorState;
  /**
   * A second way to the same data, as another process would have it: laws read back through it what they wrote, so that
   * a store that only remembers in its own memory is found out.
   */
  readonly reopen: () => Promise<ConnectorState> | ConnectorState;
}
