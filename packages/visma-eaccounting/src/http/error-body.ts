import * as z from 'zod';
import type { WebResponse } from '../core/web.ts';
import { once } from '../schemas/once.ts';
import { parseJson, readBody } from './read-body.ts';

const words = /* @__PURE__ */ once(() => z.string().optional().catch(undefined));

/** The API's own error body, in its newer form and in the older one without `Errors`. */
const errorBody = /* @__PURE__ */ once(() =>
  z.object({
    ErrorCode: z.number(),
    DeveloperErrorMessage: words(),
    ErrorId: words(),
    Errors: z.array(z.object({ Field: words(), Message: words(), ErrorCode: words(), Key: words() })).optional().catch(undefined),
  }).refine((body) => body.DeveloperErrorMessage ?? body.ErrorId),
);

/** An error answer of the API. */
export type ErrorBody = z.infer<ReturnType<typeof errorBody>>;

/**
 * Reads the body of a refusal. Undefined when it is not the API's: then something before the API has answered, and
 * nobody knows what became of the request. At most 64 KiB are read.
 */
export function readErrorBody(response: WebResponse): Promise<ErrorBody | undefined> {
  return readBody(response, 65_536, (text) => errorBody().parse(parseJson(text))).catch(() => undefined);
}
