import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConnectorEvent, OnEvent } from '@x/timechimp-visma-connector';

/** Leads the connector's events to whoever started the run that they belong to. */
export interface Progress {
  /** For `createConnector`. */
  readonly onEvent: OnEvent;
  /** Runs the work; every event that it causes goes to the listener, those of other runs do not. */
  listen<T>(listener: (event: ConnectorEvent) => void, work: () => Promise<T>): Promise<T>;
}

/**
 * Events name the use case and the tenant but not the run, and two runs of a tenant may go on at once. They are told
 * synchronously, in the call chain of their run, so that chain tells them apart.
 */
export function createProgress(): Progress {
  const listeners = new AsyncLocalStorage<(event: ConnectorEvent) => void>();
  return {
    onEvent: (event) => listeners.getStore()?.(event),
    listen: (listener, work) => listeners.run(listener, work),
  };
}
