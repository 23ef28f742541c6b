import type { WebResponse } from '../core/web.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { BusinessRuleError } from '../errors/business-rule-error.ts';
import { ConflictError } from '../errors/conflict-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { PermissionError } from '../errors/permission-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { ServerError } from '../errors/server-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import type { VismaError } from '../errors/visma-error.ts';
import type { AttemptScope } from './attempt-scope.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { redact } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';

type ErrorClass = new (...args: ConstructorParameters<typeof VismaError>) => VismaError;

function classOf(status: number, body: ErrorBody | undefined): ErrorClass {
  const code = body?.ErrorCode ?? 0;
  if (status === 429 || code === 4010) return RateLimitError;
  if (status === 401 || code === 4005) return AuthenticationError;
  // 4002 stands for two things: a missing module, and a record that cannot be written.
  const noModule = code === 4002 && /no access to module/i.test(body?.DeveloperErrorMessage ?? '');
  if (status === 403 || noModule || [3003, 4003, 4004, 4006].includes(code)) return PermissionError;
  if (status === 404 || code === 3000) return NotFoundError;
  if (status === 409 || code === 4000) return ConflictError;
  return code === 2000 || code === 0 || body?.Errors?.length ? ValidationError : BusinessRuleError;
}

/**
 * The error that an answer outside 2xx stands for. Known to be refused is a 4xx with the API's own body, the rate limit,
 * and a challenge of the API's token check. All else may come from a gateway that had passed the request on.
 */
export async function errorOfAnswer(
  response: WebResponse,
  { operation: { name: operation, write } }: AttemptScope,
  now: number,
  secret?: string,
): Promise<VismaError> {
  const { status, headers } = response;
  const body = await readErrorBody(response);
  const client = status >= 400 && status < 500 && status !== 408;
  const refused = (body && client) || status === 429 || (status === 401 && headers.has('www-authenticate'));
  const said = (text: string | undefined): string => redact(text ?? '', secret);
  const words = body?.DeveloperErrorMessage;
  const message = `${operation}: ${status} ${said(words)}`;
  const details = {
    delivery: refused ? 'answered' : 'unknown',
    operation,
    status,
    errorCode: body?.ErrorCode,
    errorId: body?.ErrorId,
    fieldErrors: body?.Errors?.map(({ Field: field, Message, ErrorCode: errorCode, Key: key }) => ({
      field,
      message: said(Message),
      errorCode,
      key,
    })),
    retryAfterMs: retryAfterMs(headers.get('retry-after'), words ?? '', now),
  } as const;
  if (write && !refused) return new OutcomeUnknownError(message, details);
  // A gateway's page, or its 404: no proof that a record is gone.
  const strange = !refused && (status === 404 || /html/i.test(headers.get('content-type') ?? ''));
  return new (client && !strange ? classOf(status, body) : ServerError)(message, details);
}
