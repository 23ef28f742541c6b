import type * as z from 'zod';
import type { AnswerShape, Api, Call } from '../../src/core/api.ts';
import { createVismaClient, staticToken, type ResourceClass } from '../../src/index.ts';

/** What one method of the exported client does when it is called. */
export interface ExportedMethod {
  /** Property of the client and method: `customers.list`. */
  readonly name: string;
  /** `METHOD /path/{name}`, as it is sent. */
  readonly operation: string;
  /** How many of its arguments fill the path. */
  readonly ids: number;
  readonly answer: AnswerShape;
  readonly paged: boolean;
  /** What a body is checked with before it is sent. */
  readonly input: z.ZodType | undefined;
}

/** A combination of other methods, not an operation. */
const combined = 'patch';

/** Calls every method of every resource of the exported client, with an API behind it that notes instead of sending. */
export function exportedMethods(): ExportedMethod[] {
  const client = createVismaClient({ auth: staticToken('none') });
  return Object.entries(client).flatMap(([resource, instance]: [string, object]) => {
    const Class = instance.constructor as ResourceClass;
    const names = Object.getOwnPropertyNames(Class.prototype).filter((name) => name !== 'constructor' && name !== combined);
    return names.map((name) => note(Class, resource, name));
  });
}

function note(Class: ResourceClass, resource: string, name: string): ExportedMethod {
  let seen: Omit<ExportedMethod, 'name'> | undefined;
  const take = (call: Call, answer: AnswerShape, paged: boolean, input?: z.ZodType): Promise<never> => {
    seen = { operation: call.operation, ids: call.ids.length, answer, paged, input };
    return new Promise(() => undefined);
  };
  const api: Pick<Api, 'call' | 'page'> = {
    call: (call, answer, input) => take(call, answer, false, input),
    page: (call, model) => take(call, model, true),
  };
  const methods = new Class(api as Api) as unknown as Record<string, (...args: unknown[]) => PromiseLike<unknown>>;
  const method = methods[name];
  // A list asks nothing until it is used.
  void method?.apply(methods, Array.from({ length: method.length }, (_, at) => ({ argument: at }))).then(undefined);
  if (!seen) throw new Error(`${resource}.${name} calls no operation.`);
  return { name: `${resource}.${name}`, ...seen };
}
