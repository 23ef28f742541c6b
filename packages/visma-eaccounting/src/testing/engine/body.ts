import type { WireRequest } from '../wire/request.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';

/** The JSON body of a request; undefined when it is empty. Broken JSON is refused with 400 and 2000. */
export function readBody(request: WireRequest): unknown {
  if (request.body.trim() === '') return undefined;
  try {
    return JSON.parse(request.body) as unknown;
  } catch {
    throw new ApiRefusal(400, errorCodes.validation, 'DataModelValidationException - The request body is not valid JSON.');
  }
}
