import type { WebResponse } from '../core/web.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { BusinessRuleError } from '../errors/business-rule-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import type { Delivery } from '../errors/delivery.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { PermissionError } from '../errors/permission-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { ServerError } from '../errors/server-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import type { VismaError } from '../errors/visma-error.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { redact } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';

/** A request that was answered with something else than 2xx. */
export interface Refused {
  readonly operation: string;
  readonly write: boolean;
  readonly response: WebResponse;
  readonly secrets: readonly string[];
  readonly now: number;
}

/**
 * Known to be refused: a 4xx with the API's own body, the rate limit, and a challenge of the API's token check. All
 * else may come from a gateway that had passed the request on.
 */
function deliveryOf(status: number, body: ErrorBody | undefined, response: WebResponse): Delivery {
  if (status === 429 || (status === 401 && response.headers.has('www-authenticate'))) return 'answered';
  return body && status >= 400 && status < 500 && status !== 408 ? 'answered' : 'unknown';
}

const permission = [3003, 4003, 4004, 4006];

function classOf(status: number, body: ErrorBody | undefined): new (...args: ConstructorParameters<typeof VismaError>) => VismaError {
  const code = body?.errorCode ?? 0;
  if (status === 429 || code === 4010) return RateLimitError;
  if (status === 401 || code === 4005) return AuthenticationError;
  // 4002 stands for two things: a missing module, and a record that cannot be written.
  const noModule = code === 4002 && /no access to module|forbidden/i.test(body?.message ?? '');
  if (status === 403 || permission.includes(code) || noModule) return PermissionError;
  if (status === 404 || code === 3000) return NotFoundError;
  if (status === 409 || code === 4000) return ConflictError;
  if (code === 2000 || (status === 400 && (code === 0 || body?.fieldErrors.length))) return ValidationError;
  return BusinessRuleError;
}

/** The error that an answer outside 2xx stands for. */
export async function errorOfAnswer({ operation, write, response, secrets, now }: Refused): Promise<VismaError> {
  const { status } = response;
  const body = await readErrorBody(response);
  const delivery = deliveryOf(status, body, response);
  const said = body ? redact(body.message, secrets) : '';
  const message = `${operation}: ${status}${said && ` ${said}`}`;
  const details = {
    delivery,
    operation,
    status,
    errorCode: body?.errorCode,
    errorId: body?.errorId,
    fieldErrors: body?.fieldErrors.map((one) => ({ ...one, message: redact(one.message, secrets) })),
  };
  if (write && delivery === 'unknown') {
    return new OutcomeUnknownError(`${message}. Whether it was carried out is not known.`, details);
  }
  const fromGateway = !body && delivery === 'unknown' && /html/i.test(response.headers.get('content-type') ?? '');
  if (status < 400 || status >= 500 || status === 408 || fromGateway) return new ServerError(message, details);
  const wait = retryAfterMs(response.headers.get('retry-after'), body?.message ?? '', now);
  return new (classOf(status, body))(message, { ...details, ...(wait !== undefined && { retryAfterMs: wait }) });
}
