/** A function that computes its value at the first call and keeps it. */
export function once<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

/** The same per key. */
export function oncePer<T extends object>(make: (key: string) => T): (key: string) => T {
  const values: Record<string, T> = {};
  return (key) => (values[key] ??= make(key));
}
