import * as z from 'zod';
import type { VismaClientOptions } from '../client-options.ts';
import { ApiDriftError } from '../errors/api-drift-error.ts';
import { InvalidInputError, type InvalidField } from '../errors/invalid-input-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { fillPath, operationOf } from '../http/operation.ts';
import { queryText, type Query } from '../http/query.ts';
import { parseJson, readText } from '../http/read-body.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { AnyModel, Form, Shape } from '../schemas/model.ts';
import { once } from '../schemas/once.ts';
import { problemsOf } from '../schemas/problems.ts';
import type { WithResponse } from './api-promise.ts';
import type { PageParams } from './list-params.ts';
import { Page, type PageMeta } from './page.ts';
import type { RequestOptions } from './request-options.ts';
import type { WebResponse } from './web.ts';

/** Reads an answer that is not JSON; `release` when its body has ended. */
export type StreamReader = (response: WebResponse, release: () => void) => unknown;

/** What an operation answers: a record, a list without pages, a text, a file, or nothing. */
export type AnswerShape = Shape | StreamReader | undefined;

/** One call of an operation. */
export interface Call {
  readonly operation: string;
  readonly ids: readonly unknown[];
  readonly options: RequestOptions<object> | undefined;
  readonly raw: boolean;
}

/** What every list answers. */
interface Envelope<T> {
  readonly Meta: PageMeta;
  readonly Data: readonly T[];
}

const paging = /* @__PURE__ */ once(() => z.object({ page: z.int().min(1), pageSize: z.int().min(1).max(1000) }));

/** Turns calls of methods into requests, and answers into records. */
export class Api {
  readonly #transport: Transport;
  readonly #form: Form;

  constructor(options: VismaClientOptions) {
    this.#transport = createTransport(options);
    this.#form = options.answers ?? 'lenient';
  }

  /** Options for the several requests of one method: the deadline is that of all of them together. */
  bounds(options: RequestOptions | undefined): () => RequestOptions {
    const { clock, deadlineMs } = this.#transport.settings;
    const endsAt = clock.now() + (options?.deadlineMs ?? deadlineMs);
    return () => ({ ...options, deadlineMs: endsAt - clock.now() });
  }

  /** Calls one operation. */
  async call<T>(call: Call, answer: AnswerShape, input?: z.ZodType, body?: unknown): Promise<WithResponse<T>> {
    if (input) refuse(call.operation, input, body);
    return this.#send<T>(call, (call.options?.query ?? {}) as Query, answer, body);
  }

  /** Reads one page of a list. */
  async page<T>(call: Call, model: AnyModel, params: object = {}): Promise<WithResponse<Page<T>>> {
    const { filter, orderBy, select, page = 1, pageSize = 200, ...own } = params as PageParams<object, never>;
    refuse(call.operation, paging(), { page, pageSize });
    // Filters and lists of names turn into text as they are encoded.
    const query = { ...own, $filter: filter, $orderby: orderBy, $select: select, $page: page, $pagesize: pageSize } as Query;
    // Selected records lack fields.
    const answer: Shape = { schema: (form) => model.pageSchema(select ? 'off' : form) };
    const { data, response } = await this.#send<Envelope<T>>(call, query, answer);
    // A raw answer has no data yet.
    if (call.raw) return { data: undefined as never, response };
    if (data.Meta.CurrentPage !== page) throw drift(call.operation, response, `page ${page} was asked for`);
    const next = async (at: number): Promise<Page<T>> => (await this.page<T>(call, model, { ...params, page: at })).data;
    return { data: new Page(data.Data, data.Meta, next), response };
  }

  #send<T>(call: Call, query: Query, answer: AnswerShape, body?: unknown): Promise<WithResponse<T>> {
    const { ids, options, raw } = call;
    const operation = operationOf(call.operation);
    return this.#transport.send<T>({
      operation,
      path: fillPath(operation, ids) + queryText(query),
      body: body === undefined ? undefined : JSON.stringify(body),
      options,
      streams: raw || typeof answer === 'function',
      read: (response, release) =>
        (raw ? Promise.resolve() : this.#read(call.operation, answer, response, release)) as Promise<T>,
    });
  }

  async #read(operation: string, answer: AnswerShape, response: WebResponse, release: () => void): Promise<unknown> {
    if (typeof answer === 'function') return answer(response, release);
    const text = readText(response, this.#transport.settings.maxAnswerBytes);
    // Where nothing is answered, success is known already: what is left of the body does not matter.
    if (!answer) return text.then(() => undefined, () => undefined);
    const body = parseJson(await text, response.headers.get('content-type'));
    const differences = problemsOf(answer.schema(this.#form), body);
    if (differences[0]) throw drift(operation, response, Object.values(differences[0]).join(': '), differences);
    return body;
  }
}

function drift(operation: string, { status }: WebResponse, what: string, differences: readonly InvalidField[] = []): Error {
  const ErrorClass = operation.startsWith('GET') ? ApiDriftError : OutcomeUnknownError;
  const message = `${operation}: the answer is not as documented (${what}).`;
  return new ErrorClass(message, { delivery: 'unknown', operation, status, differences });
}

/** Throws when an input does not fit. */
export function refuse(operation: string, schema: z.ZodType, input: unknown): void {
  const problems = problemsOf(schema, input);
  if (problems.length > 0) throw new InvalidInputError(problems, operation);
}
