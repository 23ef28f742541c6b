/** Throws what was found, when a condition does not hold. */
export function holds(condition: boolean, found: string): void {
  if (!condition) throw new Error(found);
}

/** Throws unless both are equal as data: same fields (absent and undefined are the same), same order of lists. */
export function equals(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [plain(actual), plain(expected)];
  holds(left === right, `${what}: expected ${short(right)}, found ${short(left)}`);
}

/** Throws unless the call rejects; `accept` may look at the error. */
export async function rejects(
  call: () => Promise<unknown>,
  what: string,
  accept: (error: unknown) => boolean = () => true,
): Promise<void> {
  let error: unknown;
  try {
    await call();
  } catch (caught) {
    error = caught;
    holds(accept(error), `${what}: it failed with ${String(error)}`);
    return;
  }
  throw new Error(`${what}: it did not fail`);
}

/** Runs so many calls at once and answers what came of them. */
export function race<T>(racers: number, run: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: racers }, (_, index) => run(index)));
}

/** A decimal text without what makes no difference: `95.00` and `95` are one amount, however a store writes it. */
export function amountOf(text: unknown): unknown {
  return typeof text !== 'string' ? text : text.replace(/^(-?\d+)\.(\d*?)0*$/, (_, whole: string, decimals: string) => (decimals === '' ? whole : `${whole}.${decimals}`));
}

/** Canonical text of data. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

function short(text: string | undefined): string {
  const shown = text ?? 'undefined';
  return shown.length > 300 ? `${shown.slice(0, 300)}...` : shown;
}
