import { systemClock, type Clock } from './clock.ts';

/** Calls back after some time of this clock; the answer cancels it. */
export function after(clock: Clock, ms: number, call: () => void): () => void {
  if (clock === systemClock) {
    const timer = setTimeout(call, Math.min(ms, 2_147_483_647));
    return () => {
      clearTimeout(timer);
    };
  }
  const stop = new AbortController();
  clock.sleep(ms, stop.signal).then(call, () => undefined);
  return () => {
    stop.abort();
  };
}
