import { ApiDriftError } from '../errors/api-drift-error.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { VismaError } from '../errors/visma-error.ts';
import { codeOfFailure, deliveryOfFailure } from './delivery.ts';
import { BodyError } from './read-body.ts';
import { safeCause } from './redact.ts';

/** Where an attempt failed. */
export interface FailedAttempt {
  readonly operation: string;
  readonly write: boolean;
  /** Whether the request had left. */
  readonly sent: boolean;
  /** Status of the answer, where there was one. */
  readonly status: number | undefined;
  readonly secrets: readonly string[];
}

const notKnown = 'Whether it was carried out is not known.';

/** The error for anything thrown during an attempt. Errors of this package pass unchanged. */
export function errorOfFailure(failure: unknown, attempt: FailedAttempt): VismaError {
  if (failure instanceof VismaError) return failure;
  const { operation, write, sent, status, secrets } = attempt;
  const cause = failure instanceof BodyError ? failure : safeCause(failure, secrets);
  if (!sent) {
    // A middleware or the rate limiter failed: nothing has left.
    return new NetworkError(`${operation}: it could not be sent.`, { delivery: 'not-sent', operation, cause });
  }
  if (failure instanceof BodyError) {
    const details = { delivery: 'unknown', operation, status, cause } as const;
    if (write) return new OutcomeUnknownError(`${operation}: ${failure.message}. ${notKnown}`, details);
    return new ApiDriftError(`${operation}: ${failure.message}.`, details);
  }
  const delivery = status === undefined ? deliveryOfFailure(failure) : 'unknown';
  const code = codeOfFailure(failure);
  const what = `${operation}: the connection failed${code === undefined ? '' : ` (${code})`}`;
  const details = { delivery, operation, status, cause } as const;
  if (write && delivery === 'unknown') return new OutcomeUnknownError(`${what}. ${notKnown}`, details);
  return new NetworkError(`${what}.`, details);
}

/** The error for a provider of access tokens that failed. */
export function errorOfToken(failure: unknown, operation: string): VismaError {
  if (failure instanceof VismaError) return failure;
  return new AuthenticationError(`${operation}: no access token could be obtained.`, {
    delivery: 'not-sent',
    operation,
    cause: safeCause(failure),
  });
}
