import type { CustomerLink } from '../ports/link-store.ts';

/** Most links that go into one statement. */
const roundSize = 1000;

/**
 * Splits a batch so that no customer of either side is named twice in a round. Within a round the order is of no
 * consequence; the rounds, one after the other, give what the links one by one would give.
 */
export function* linkRounds(links: readonly CustomerLink[]): Generator<readonly CustomerLink[]> {
  let round: CustomerLink[] = [];
  let sources = new Set<string>();
  let vismas = new Set<string>();
  for (const link of links) {
    if (round.length === roundSize || sources.has(link.sourceCustomerId) || vismas.has(link.vismaCustomerId)) {
      yield round;
      round = [];
      sources = new Set();
      vismas = new Set();
    }
    round.push(link);
    sources.add(link.sourceCustomerId);
    vismas.add(link.vismaCustomerId);
  }
  if (round.length > 0) yield round;
}
