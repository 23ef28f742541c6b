import { createMemoryState } from '../../src/memory/index.ts';
import type { ConnectorState } from '../../src/ports/connector-state.ts';

/** A state with one mistake in it, and the law that is meant to find it. */
export interface BrokenState {
  readonly mistake: string;
  readonly law: string;
  readonly breakIt: (state: ConnectorState) => ConnectorState;
  /** Whether a second handle sees nothing. */
  readonly forgets?: boolean;
}

type Part<K extends keyof ConnectorState> = (inner: ConnectorState[K]) => Partial<ConnectorState[K]>;

/** A mistake in one part of the state: methods that replace its own. */
export function inPart<K extends keyof ConnectorState>(part: K, change: Part<K>): BrokenState['breakIt'] {
  return (state) => ({ ...state, [part]: { ...state[part], ...change(state[part]) } });
}

/** A mistake in the ledger of exports. */
export const inExports = (change: Part<'exports'>): BrokenState['breakIt'] => inPart('exports', change);

/** A memory state with this mistake. */
export function brokenFixture({ breakIt, forgets }: BrokenState) {
  const state = createMemoryState();
  return {
    state: breakIt(state),
    reopen: () => (forgets === true ? createMemoryState() : breakIt(state.reopen())),
  };
}
