/**
 * Visma's limit and ours. Visma takes 600 requests a minute per application and endpoint; the minute of this run is
 * shorter, so that a night of 1,000 tenants fits into one.
 */
export const limit = 600;

/** Most that all processes together may have on the way at once: so many more could arrive late in one window. */
export const mostPlaces = 20;

/** The pace for a minute of so many milliseconds: 570 in a minute on average, 10 at once after a pause. */
export function paceOf(minuteMs: number): { readonly perSecond: number; readonly burst: number } {
  return { perSecond: 570 / (minuteMs / 1000), burst: 10 };
}
