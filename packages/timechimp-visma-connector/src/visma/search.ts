import { AuthenticationError, PermissionError, RateLimitError, ValidationError, VismaError } from '@x/visma-eaccounting';

/** Remembers which properties Visma refuses to filter on, per company. Losing it costs one refused call. */
export interface FilterMemory {
  /** Whether Visma refused a filter on this property before, such as `customers.ChangedUtc`. */
  isRefused(property: string): Promise<boolean>;
  /** Notes that it did. */
  rememberRefused(property: string): Promise<void>;
}

/**
 * So many values of one property go into one search. OData servers refuse a filter of more than 100 nodes by default; each
 * value takes four (property, value, `eq` and `or`), so 20 take 79 and leave room.
 */
export const valuesPerSearch = 20;

/**
 * Searches with a filter unless the property is known to be unfilterable; a 400 is remembered and answered by
 * `otherwise`, which must find at least as much.
 */
export async function searchFilter<T>(
  memory: FilterMemory,
  property: string,
  filter: string,
  search: (filter: string) => Promise<T[]>,
  otherwise: () => Promise<T[]>,
): Promise<T[]> {
  if (await memory.isRefused(property)) {
    return otherwise();
  }
  try {
    return await search(filter);
  } catch (error) {
    if (!isRefusedFilter(error)) {
      throw error;
    }
    await memory.rememberRefused(property);
    return otherwise();
  }
}

/**
 * Whether a read with a filter failed because of the filter: a 400 of Visma's own, whatever error code it carries. One that
 * concerns the connection or the company would fail without the filter too.
 */
export function isRefusedFilter(error: unknown): boolean {
  if (error instanceof AuthenticationError || error instanceof PermissionError || error instanceof RateLimitError) {
    return false;
  }
  return error instanceof ValidationError || (error instanceof VismaError && error.status === 400 && error.delivery === 'answered');
}
