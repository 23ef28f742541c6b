/**
 * Named leases, such as the one around a token refresh: at most one holder at a time. Time is passed in; the store
 * compares times and never reads a clock.
 */
export interface LeaseStore {
  /**
   * Takes or extends the lease. True when it was free, lapsed (its `until` is not after `now`) or held by `holder`;
   * it then belongs to `holder` until `until`. Atomic: of several racers exactly one gets true.
   */
  acquire(name: string, holder: string, now: number, until: number): Promise<boolean>;
  /** Gives the lease up if `holder` has it; otherwise does nothing. */
  release(name: string, holder: string): Promise<void>;
}
