/** The sum of a figure of every one of a list; zero when it is empty. */
export function totalOf<T>(list: readonly T[], figure: (one: T) => bigint): bigint {
  return list.reduce((total, one) => total + figure(one), 0n);
}
