/**
 * Does `work` for every item, at most `atOnce` at a time, begun in order, and tells the results in that order too, each as
 * soon as all before it are told. When one throws, no other is begun; those under way are waited for and told, and then
 * it is thrown: what one item meets never hides what came of the others.
 */
export async function inOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
  tell: (result: R) => void,
): Promise<void> {
  const results = new Map<number, R>();
  const failures: unknown[] = [];
  let begun = 0;
  let told = 0;
  const tellNext = (): void => {
    for (let result = results.get(told); results.has(told); result = results.get(told)) {
      results.delete(told);
      told += 1;
      tell(result as R);
    }
  };
  const lane = async (): Promise<void> => {
    while (begun < items.length && failures.length === 0) {
      const index = begun;
      begun += 1;
      try {
        results.set(index, await work(items[index] as T));
      } catch (error) {
        failures.push(error);
        return;
      }
      tellNext();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  if (failures.length === 0) return;
  for (const index of [...results.keys()].sort((left, right) => left - right)) tell(results.get(index) as R);
  throw failures[0];
}
