import type { WebResponse } from '../core/web.ts';
import type { FieldError } from '../errors/visma-error.ts';
import { parseJson, readText } from './read-body.ts';

/** The API's own error body, in its newer and its older form. */
export interface ErrorBody {
  readonly errorCode: number;
  readonly message: string;
  readonly errorId: string | undefined;
  readonly fieldErrors: readonly FieldError[];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function fieldError(value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Field, Message, ErrorCode, Key } = value as Record<string, unknown>;
  return [{ field: text(Field), message: text(Message) ?? '', errorCode: text(ErrorCode), key: text(Key) }];
}

/**
 * Reads the body of a refusal. Undefined when it is not the API's: then something before the API has answered, and
 * nobody knows what became of the request. Its first 64 KiB decide.
 */
export async function readErrorBody(response: WebResponse): Promise<ErrorBody | undefined> {
  try {
    const body = parseJson(await readText(response, 65_536), null);
    if (typeof body !== 'object' || body === null) return undefined;
    const { ErrorCode, DeveloperErrorMessage, ErrorId, Errors } = body as Record<string, unknown>;
    if (typeof ErrorCode !== 'number' || (text(DeveloperErrorMessage) ?? text(ErrorId)) === undefined) return undefined;
    return {
      errorCode: ErrorCode,
      message: text(DeveloperErrorMessage) ?? '',
      errorId: text(ErrorId),
      fieldErrors: Array.isArray(Errors) ? Errors.flatMap(fieldError) : [],
    };
  } catch {
    return undefined;
  }
}
