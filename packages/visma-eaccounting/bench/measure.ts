/** A contender: does the whole work once, or answers how often it did it. */
export type Contender = () => Promise<unknown>;

/**
 * Runs all contenders in turns and keeps the best time of each: other work on the machine disturbs all of them alike,
 * and the best run least. Milliseconds.
 */
export async function bestTimes(contenders: Readonly<Record<string, Contender>>, rounds: number): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      await run();
      const took = performance.now() - start;
      if (round >= 0) best[name] = Math.min(best[name] ?? Infinity, took);
    }
  }
  return best;
}

/** Bytes that one run allocates. Needs `--expose-gc` and room for a run without a collection. */
export async function allocated(run: Contender): Promise<number> {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) return NaN;
  await run();
  gc();
  const before = process.memoryUsage().heapUsed;
  await run();
  return process.memoryUsage().heapUsed - before;
}
