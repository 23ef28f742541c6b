const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** The protocol's times and choices, each with a default. Times in milliseconds. */
export interface ExportOptions {
  /** How long Visma may take at most to carry out a request that it has received: 15 minutes. */
  readonly maxServerDelay: number;
  /** How long a generation that was given up is watched for late documents: 7 days. */
  readonly watch: number;
  /** Timeout of one attempt of one call: the client's `timeoutMs`. 30 seconds. */
  readonly attemptTimeout: number;
  /** How many attempts the client makes at most for one write: 4. */
  readonly maxAttempts: number;
  /** How long one call may take in all, waits for the rate limit included: the client's `deadlineMs`. 3 minutes. */
  readonly callDeadline: number;
  /** What is left between the end of all attempts and the end of the lease, against clocks that differ: 30 seconds. */
  readonly margin: number;
  /** How long a worker may work on one export before another takes it: 6 minutes. */
  readonly lease: number;
  /** What happens to an export whose draft is gone and was not found as an invoice: an operator decides, or it is freed. */
  readonly onDraftMissing: 'operator' | 'free';
  /** How many exports are claimed, read again and looked up together: 50. */
  readonly batchSize: number;
  /**
   * How many exports of a batch are written at a time: 20. Enough for the pace that Visma allows as long as an export
   * takes less than two seconds; each still has its own lease, renewed directly before each of its writes.
   */
  readonly concurrency: number;
}

/** The defaults of `ExportOptions`. */
export const defaultExportOptions: ExportOptions = {
  maxServerDelay: 15 * minute,
  watch: 7 * day,
  attemptTimeout: 30 * second,
  maxAttempts: 4,
  callDeadline: 3 * minute,
  margin: 30 * second,
  lease: 6 * minute,
  onDraftMissing: 'operator',
  batchSize: 50,
  concurrency: 20,
};

/**
 * Completes the options and checks what the protocol rests on; throws `RangeError` when it does not hold:
 * the lease exceeds all attempts' timeouts together, and the whole call, each with the margin; and a generation is
 * watched for longer than Visma may take.
 */
export function exportOptions(given: Partial<ExportOptions> = {}): ExportOptions {
  const options = { ...defaultExportOptions, ...given };
  const { maxServerDelay, attemptTimeout, maxAttempts, margin, batchSize, concurrency } = options;
  const positive = [maxServerDelay, attemptTimeout, maxAttempts, margin, batchSize, concurrency];
  if (positive.some((value) => !(value > 0))) {
    throw new RangeError('Times and counts of the export protocol must be greater than 0.');
  }
  const attempts = attemptTimeout * maxAttempts;
  if (options.lease <= attempts + options.margin || options.lease <= options.callDeadline + options.margin) {
    throw new RangeError(
      `The lease (${options.lease} ms) must exceed all attempts' timeouts together (${attempts} ms) and the deadline of ` +
        `a call (${options.callDeadline} ms), each with the margin (${options.margin} ms).`,
    );
  }
  if (options.watch <= options.maxServerDelay) {
    throw new RangeError('Exports that were given up must be watched for longer than maxServerDelay.');
  }
  return options;
}

/** The latest moment at which a worker that takes a lease now may still start a write. */
export function startBefore(options: ExportOptions, leaseUntil: number): number {
  return leaseUntil - options.attemptTimeout - options.margin;
}
