import type { Rate } from '../model/primitives.ts';
import type { RateExplanation } from '../model/proposal.ts';

/** A rate and the record that holds it. */
export interface FoundRate {
  readonly rate: Rate;
  readonly origin: RateExplanation['origin'];
  readonly originId?: string | undefined;
}

/** The first of several records that has a rate. */
export function firstRate(
  candidates: readonly (readonly [FoundRate['origin'], string | undefined, Rate | undefined])[],
): FoundRate | undefined {
  for (const [origin, originId, rate] of candidates) {
    if (rate !== undefined) return { rate, origin, originId };
  }
  return undefined;
}
