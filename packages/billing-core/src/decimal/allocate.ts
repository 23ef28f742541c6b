import { compare, exact, type Exact, subtract, sum, ZERO } from './exact.ts';

/** Cents without the part of a cent: cut towards zero, so that a value and its opposite mirror each other. */
function cut(value: Exact): bigint {
  return (value.units * 100n) / value.per;
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
  const step = left < 0n ? -1n : 1n;
  const parts = values
    .map((value, index) => ({ index, part: subtract(value, exact(cut(value), 100n)) }))
    .filter(({ part }) => compare(part, ZERO) * step >= 0n)
    .sort((a, b) => Number((compare(b.part, a.part) * step > 0n)) - Number(compare(b.part, a.part) * step < 0n) || a.index - b.index)
    .slice(0, Number(left * step));
  if (BigInt(parts.length) !== left * step) return undefined;
  for (const { index } of parts) cents[index] = (cents[index] ?? 0n) + step;
  return cents;
}

/**
 * The same in two steps: the total over the groups, then each group's cents over its values. So a group is off by less
 * than a cent, and not by one for each of its values.
 */
export function allocateInGroups(
  groups: readonly (readonly Exact[])[],
  total: bigint,
): readonly (readonly bigint[])[] | undefined {
  const cents = allocateCents(groups.map(sum), total);
  if (cents === undefined) return undefined;
  const shares = groups.map((values, index) => allocateCents(values, cents[index] ?? 0n));
  return shares.includes(undefined) ? undefined : shares.flatMap((share) => (share ? [share] : []));
}
