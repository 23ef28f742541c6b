import type { ConnectorEvent, UseCaseName } from '../events/event.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';

/** Tells the events of one run. */
export interface Reporter {
  /** A step of the run is so far along. */
  progress(step: string, done: number, total?: number): void;
  /** What became of one item. */
  item(item: string, outcome: string, message?: string, how?: 'written' | 'adopted'): void;
  /** Something to look at. */
  warning(code: string, message: string): void;
}

/**
 * Runs a use case between its `started` and its `finished` (with the counts of its report) or `failed` event.
 * What a listener throws is swallowed: a log never stops a booking.
 */
export async function reporting<T>(
  context: ConnectorContext,
  run: { readonly useCase: UseCaseName; readonly tenantId: string; readonly preview?: boolean | undefined },
  work: (reporter: Reporter) => Promise<T>,
  counts: (result: T) => Readonly<Record<string, number>>,
): Promise<T> {
  const base = { useCase: run.useCase, tenantId: run.tenantId, runId: crypto.randomUUID() };
  const tell = (event: ConnectorEvent): void => {
    try {
      context.parts.onEvent?.(event);
    } catch {
      // See above.
    }
  };
  tell({ ...base, type: 'started', preview: run.preview === true });
  try {
    const result = await work({
      progress: (step, done, total) => {
        tell({ ...base, type: 'progress', step, done, ...(total === undefined ? {} : { total }) });
      },
      item: (item, outcome, message, how) => {
        tell({ ...base, type: 'item', item, outcome, ...(how === undefined ? {} : { how }), ...(message === undefined ? {} : { message }) });
      },
      warning: (code, message) => {
        tell({ ...base, type: 'warning', code, message });
      },
    });
    tell({ ...base, type: 'finished', counts: counts(result) });
    return result;
  } catch (failure) {
    tell({ ...base, type: 'failed', code: codeOf(failure), message: failure instanceof Error ? failure.message : 'unknown' });
    throw failure;
  }
}

/** How often each outcome occurs. */
export function countOutcomes(items: readonly { readonly outcome: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of items) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

function codeOf(failure: unknown): string {
  if (failure instanceof ConnectorError) {
    return failure.code;
  }
  const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
  return typeof code === 'string' ? code : 'unexpected';
}
