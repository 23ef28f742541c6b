/** What one group measured of one row. */
export interface Measurement {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly referenceName: string;
  /** Ours by the reference; the median of pairs where it is a time. Of a speed, the reference's time by ours. */
  readonly ratio: number;
  /** The upper less the lower quartile of the ratios; 0 where figures are exact. */
  readonly spread: number;
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Half of the values lie within this. */
export function spreadOf(values: readonly number[]): number {
  return quantile(values, 0.75) - quantile(values, 0.25);
}

/** How two ways are timed. */
export interface Timing {
  readonly pairs: number;
  /** Pairs before those that count. */
  readonly warmUp: number;
  /** For runs that leave much behind: the heap is clean before each. Needs `--expose-gc`. */
  readonly cleanHeap?: boolean;
}

/**
 * Milliseconds of processor time that a run takes in this process, all threads counted: what a busy machine does
 * meanwhile does not count, our own garbage collection does.
 */
async function processorMs(run: () => unknown, cleanHeap: boolean): Promise<number> {
  if (cleanHeap) (globalThis as { readonly gc?: () => void }).gc?.();
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Two ways to do the same, timed. */
export interface Paired {
  readonly ours: number;
  readonly reference: number;
  /** Of each pair: ours by the reference. */
  readonly ratios: readonly number[];
}

/** Times both ways in turns, after some pairs to warm up; whoever goes first changes from pair to pair. */
export async function paired(ours: () => unknown, reference: () => unknown, { pairs, warmUp, cleanHeap = false }: Timing): Promise<Paired> {
  const times: (readonly [own: number, other: number])[] = [];
  for (let pair = -warmUp; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? await processorMs(ours, cleanHeap) : undefined;
    const other = await processorMs(reference, cleanHeap);
    const own = first ?? (await processorMs(ours, cleanHeap));
    if (pair >= 0) times.push([own, other]);
  }
  return {
    ours: median(times.map(([own]) => own)),
    reference: median(times.map(([, other]) => other)),
    ratios: times.map(([own, other]) => own / other),
  };
}

/** A row of times: the ratio is ours by the reference. */
export function timeRow(name: string, referenceName: string, { ours, reference, ratios }: Paired): Measurement {
  return { name, ours, reference, referenceName, ratio: median(ratios), spread: spreadOf(ratios) };
}

/** A row of speeds: the ratio is the share of the reference's speed. */
export function speedRow(name: string, referenceName: string, { ours, reference, ratios }: Paired): Measurement {
  const shares = ratios.map((ratio) => 1 / ratio);
  return { name, ours, reference, referenceName, ratio: median(shares), spread: spreadOf(shares) };
}

/** A row of exact figures; nothing by nothing is one. */
export function exactRow(name: string, ours: number, reference: number, referenceName = 'the limit'): Measurement {
  return { name, ours, reference, referenceName, ratio: ours === reference ? 1 : ours / reference, spread: 0 };
}

/** Bytes in use after a collection: without one the figure tells when the collector came by. Needs `--expose-gc`. */
export async function liveHeap(): Promise<number> {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) throw new Error('Needs --expose-gc.');
  await new Promise((resolve) => setImmediate(resolve));
  gc();
  return process.memoryUsage().heapUsed;
}

/** Bytes of one of the things that `make` makes, held `count` times. */
export async function bytesOf(count: number, make: (at: number) => object): Promise<number> {
  const before = await liveHeap();
  const held = Array.from({ length: count }, (_, at) => make(at));
  const after = await liveHeap();
  if (held.some((one) => Object.keys(one).length === 0)) throw new Error('Nothing is held.');
  return (after - before) / count;
}

/** Hands measurements over to whoever started this group; alone, it prints them. */
export function report(measurements: readonly Measurement[]): void {
  if (process.send) process.send(measurements);
  else console.table(measurements);
}
