import type { ExportReason } from '../ports/export-record.ts';
import type { JsonValue } from '../ports/json.ts';

/** What is known of a call that failed: see `deliveryOf`. */
export type Delivery = 'not-sent' | 'answered' | 'unknown';

/**
 * What an error says about its call, by its property `delivery`: `not-sent` and `answered` mean that nothing was
 * changed. Everything else, an error without the property included, may have been carried out: unknown.
 */
export function deliveryOf(error: unknown): Delivery {
  const delivery = property(error, 'delivery');
  return delivery === 'not-sent' || delivery === 'answered' ? delivery : 'unknown';
}

/** Whether the answer was "conflict" (Visma's 4000): after a doubtful write it may mean that it got through. */
export function isConflict(error: unknown): boolean {
  return property(error, 'code') === 'conflict' || property(error, 'errorCode') === 4000;
}

const stopping = new Set(['authentication', 'permission', 'rate-limit', 'reconnect-required', 'aborted']);
const stoppingStatuses = new Set([401, 403, 429]);

/** Whether the next call would fail in the same way, so that a run stops instead of trying the rest. */
export function stopsRun(error: unknown): boolean {
  const code = property(error, 'code');
  const status = property(error, 'status');
  return (
    (typeof code === 'string' && stopping.has(code)) ||
    (typeof status === 'number' && stoppingStatuses.has(status)) ||
    property(error, 'name') === 'AbortError'
  );
}

/** Why a call failed, for the record: code, message and Visma's own numbers, nothing else of the error. */
export function failureOf(error: unknown, code: string): ExportReason {
  const names = ['code', 'operation', 'status', 'errorCode', 'errorId'];
  const details: Record<string, JsonValue> = { delivery: deliveryOf(error) };
  for (const name of names) {
    const value = property(error, name);
    if (typeof value === 'string' || typeof value === 'number') details[name] = value;
  }
  const fields = fieldErrorsOf(error);
  if (fields.length > 0) details['fieldErrors'] = fields;
  return { code, message: error instanceof Error ? error.message : String(error), details };
}

function fieldErrorsOf(error: unknown): JsonValue[] {
  const fields = property(error, 'fieldErrors') ?? property(error, 'fields');
  if (!Array.isArray(fields)) return [];
  return fields.map((each: unknown) => ({
    field: text(property(each, 'field') ?? property(each, 'path')),
    message: text(property(each, 'message')),
  }));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
