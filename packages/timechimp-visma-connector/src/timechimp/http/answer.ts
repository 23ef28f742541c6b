import type { Clock } from '../../ports/clock.ts';
import { TimeChimpError, type TimeChimpErrorCode } from '../timechimp-error.ts';
import { messageOf, redact } from './body.ts';
import type { ApiRequest } from './request.ts';
import { retryAfterMs } from './retry.ts';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
  /** The body as JSON, or undefined when it is none. */
  readonly parsed: { readonly value: unknown } | undefined;
}

/**
 * The body of a success, or the error that the answer stands for. A refusal counts as one only when TimeChimp itself
 * gave it: with an error body, or with a status that no gateway invents for a request in passing. Else the outcome of a
 * write is unknown.
 */
export function readAnswer(
  request: ApiRequest,
  answer: Answer,
  parts: { readonly secrets: readonly string[]; readonly clock: Clock },
): unknown {
  const { operation } = request;
  const { status, text, parsed } = answer;
  const write = request.method !== 'GET';
  if (status >= 200 && status < 300) {
    if (parsed !== undefined) return parsed.value;
    if (text.trim() === '') return null;
    const message = `${operation} answered ${status} with something that is not JSON.`;
    throw new TimeChimpError(write ? 'outcome-unknown' : 'api-drift', message, { delivery: 'unknown', operation, status });
  }
  const said = parsed === undefined ? undefined : messageOf(parsed.value);
  const details = {
    operation,
    status,
    retryAfterMs: status === 429 || status === 503 ? retryAfterMs(answer.headers.get('retry-after'), parts.clock.now()) : undefined,
  };
  const message = `${operation} answered ${status}${said === undefined ? '' : `: ${redact(said, parts.secrets)}`}`;
  const plain = codeByStatus[status];
  if (plain !== undefined) throw new TimeChimpError(plain, message, { ...details, delivery: 'answered' });
  if (status >= 400 && status < 500 && status !== 408 && said !== undefined) {
    throw new TimeChimpError('refused', message, { ...details, delivery: 'answered' });
  }
  if (write) throw new TimeChimpError('outcome-unknown', message, { ...details, delivery: 'unknown' });
  if (status >= 500 || status === 408) throw new TimeChimpError('server', message, { ...details, delivery: 'unknown' });
  // A read that was refused changed nothing, whoever refused it.
  throw new TimeChimpError(status >= 400 ? 'refused' : 'api-drift', message, { ...details, delivery: 'answered' });
}

const codeByStatus: Readonly<Partial<Record<number, TimeChimpErrorCode>>> = {
  401: 'authentication',
  403: 'permission',
  404: 'not-found',
  429: 'rate-limit',
};
