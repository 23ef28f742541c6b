/** A function that computes its value at the first call and keeps it. */
export function once<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

/** The same for each list of arguments. */
export function oncePer<Args extends readonly unknown[], T extends object>(
  make: (...args: Args) => T,
): (...args: Args) => T {
  const values: Record<string, T> = {};
  return (...args) => (values[args.join()] ??= make(...args));
}
