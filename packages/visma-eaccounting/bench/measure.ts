/** A contender: does the whole work once, or answers how often it did it. */
export type Contender = () => Promise<unknown>;

/** Processor time of this process so far, in milliseconds: other work on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs all contenders in turns and keeps the best processor time of each: whatever disturbs them disturbs all alike,
 * and the best run least. Milliseconds.
 */
export async function bestTimes(contenders: Readonly<Record<string, Contender>>, rounds: number): Promise<Record<string, number>> {
  const best: Record<string, number> = {};
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = processorMs();
      await run();
      const took = processorMs() - start;
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
