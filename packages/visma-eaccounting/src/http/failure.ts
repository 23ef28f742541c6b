import { ApiDriftError } from '../errors/api-drift-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { VismaError } from '../errors/visma-error.ts';
import type { AttemptScope } from './attempt-scope.ts';
import { deliveryOfFailure } from './delivery.ts';
import { BodyError } from './read-body.ts';
import { safeCause } from './redact.ts';

/** The error for anything thrown during an attempt. Errors of this package pass unchanged. */
export function errorOfFailure(failure: unknown, { operation: { name: operation, write }, sent, status }: AttemptScope, secret?: string): VismaError {
  if (failure instanceof VismaError) return failure;
  const unreadable = failure instanceof BodyError;
  // Once an answer has begun, or a middleware threw after sending, no code of the connection proves anything.
  const { delivery, code = 'no code' } = deliveryOfFailure(failure);
  const details = {
    delivery: sent ? (status === undefined ? delivery : 'unknown') : 'not-sent',
    operation,
    status,
    cause: unreadable ? failure : safeCause(failure, secret),
  } as const;
  const what = unreadable ? failure.message : sent ? `the connection failed (${code})` : 'not sent';
  const message = `${operation}: ${what}.`;
  if (write && details.delivery === 'unknown') return new OutcomeUnknownError(message, details);
  return new (unreadable ? ApiDriftError : NetworkError)(message, details);
}
