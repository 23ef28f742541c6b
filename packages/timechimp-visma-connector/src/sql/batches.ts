/** Most elements that go into one statement. */
const batchSize = 1000;

/** The elements in batches of at most 1000, so that memory and statements stay small however many there are. */
export function* batches<T>(elements: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < elements.length; start += batchSize) yield elements.slice(start, start + batchSize);
}
