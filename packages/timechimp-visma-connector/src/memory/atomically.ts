/**
 * Runs a whole store method in one go: nothing else can run in between, because nothing in it waits. What goes out is a
 * copy, and what it throws becomes a rejection.
 */
export function atomically<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(structuredClone(work()));
  });
}
