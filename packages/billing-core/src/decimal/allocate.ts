import { groupBy } from '../lists/group-by.ts';
import { compare, exact, type Exact, subtract, sum } from './exact.ts';

/** Cents without the part of a cent: cut towards zero, so that a value and its opposite mirror each other. */
function cut(value: Exact): bigint {
  return (value.units * 100n) / value.per;
}

function signOf(value: bigint): number {
  return Number(value > 0n) - Number(value < 0n);
}

/**
 * Largest remainder: gives every exact value its whole cents so that together they are exactly `total` cents. The cents
 * that the parts of a cent leave over go to the values with the largest part, in the order given where parts are equal.
 * `undefined` when some value would have to move by more than one cent. The opposite of a list gets the opposite cents.
 */
export function allocateCents(
  values: readonly Exact[],
  total: bigint,
): readonly bigint[] | undefined {
  const cents = values.map(cut);
  const left = total - cents.reduce((all, one) => all + one, 0n);
  const signed = (value: bigint): bigint => (left < 0n ? -value : value);
  // The sort is stable: equal parts stay in the order given.
  const order = values
    .map((value, index) => ({ index, part: subtract(value, exact(cut(value), 100n)) }))
    .filter(({ part }) => signed(part.units) >= 0n)
    .sort((a, b) => signOf(signed(compare(b.part, a.part))))
    .slice(0, Number(signed(left)));
  if (BigInt(order.length) !== signed(left)) return undefined;
  for (const { index } of order) cents[index] = (cents[index] ?? 0n) + signed(1n);
  return cents;
}

/**
 * The same in two steps: the total over the groups, then each group's cents over its values. So a group is off by less
 * than a cent, and not by one for each of its values. `list` names no value twice; its cents come in its order.
 */
export function allocateInGroups<T>(
  list: readonly T[],
  groupOf: (one: T) => string,
  valueOf: (one: T) => Exact,
  total: bigint,
): readonly bigint[] | undefined {
  const groups = [...groupBy(list, groupOf).values()];
  const shares = allocateCents(groups.map((group) => sum(group.map(valueOf))), total);
  const cents = shares?.flatMap((share, index) => allocateCents((groups[index] ?? []).map(valueOf), share) ?? []);
  if (cents?.length !== list.length) return undefined;
  const centsOf = new Map(groups.flat().map((one, index) => [one, cents[index] ?? 0n]));
  return list.map((one) => centsOf.get(one) ?? 0n);
}
