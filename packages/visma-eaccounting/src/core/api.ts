import type * as z from 'zod';
import type { VismaClientOptions } from '../client-options.ts';
import { ApiDriftError } from '../errors/api-drift-error.ts';
import type { InvalidField } from '../errors/invalid-input-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import type { AttemptScope } from '../http/attempt-scope.ts';
import { fillPath, operationOf } from '../http/operation.ts';
import { queryText, type Query } from '../http/query.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import { int } from '../schemas/leaves.ts';
import { Model, type AnyModel, type Shape } from '../schemas/model.ts';
import { problemsOf, refuse } from '../schemas/problems.ts';
import type { WithResponse } from './api-promise.ts';
import type { PageParams } from './list-params.ts';
import { Page } from './page.ts';
import type { PageAnswer } from './page-answer.ts';
import type { RequestOptions } from './request-options.ts';
import type { WebResponse } from './web.ts';

/** Reads an answer that is not JSON; `release` when its body has ended. */
export type StreamReader = (response: WebResponse, release: () => void) => unknown;

/** What a client is made of. */
export interface ApiOptions extends VismaClientOptions {
  /** Whether a value certainly fits a schema, found out faster than by zod; where it does not say so, zod is asked. */
  readonly fits?: (schema: z.ZodType, value: unknown) => boolean;
}

/** What an operation answers: a record, a list without pages, a text, a file, or nothing. */
export type AnswerShape = Shape | StreamReader | undefined;

/** One call of an operation. */
export interface Call {
  readonly operation: string;
  readonly ids: readonly unknown[];
  readonly options: RequestOptions<object> | undefined;
  /** Whether the body of the answer is left to the caller: known when the answer is there. */
  readonly raw: () => boolean;
}

const paging = /* @__PURE__ */ new Model(() => ({ page: int(1), pageSize: int(1, 1000) }));

/** Turns calls of methods into requests, and answers into records. */
export class Api {
  readonly #options: ApiOptions;
  readonly #transport: Transport;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#transport = createTransport(options);
  }

  /** Options for the several requests of one method: the deadline is that of all of them together. */
  bounds(options: RequestOptions | undefined): () => RequestOptions {
    const { clock, deadlineMs } = this.#transport.settings;
    const endsAt = clock.now() + (options?.deadlineMs ?? deadlineMs);
    return () => ({ ...options, deadlineMs: endsAt - clock.now() });
  }

  /** Calls one operation. */
  call<T>(call: Call, answer: AnswerShape, input?: z.ZodType, body?: unknown): Promise<WithResponse<T>> {
    if (input) refuse(input, body, call.operation);
    return this.#send<T>(call, call.options?.query as Query | undefined, answer, body);
  }

  /** Reads one page of a list. */
  async page<T>(call: Call, model: AnyModel, params: object = {}): Promise<WithResponse<Page<T>>> {
    const { filter, orderBy = this.#options.defaultOrderBy?.[call.operation], select, page = 1, pageSize = 200, ...own } = params as PageParams<Record<string, unknown>, string>;
    refuse(paging.schema('input'), { page, pageSize }, call.operation);
    // Filters and lists of names turn into text as they are encoded.
    const query = { ...own, $filter: filter, $orderby: orderBy, $select: select, $page: page, $pagesize: pageSize } as Query;
    // Selected records lack fields.
    const answer: Shape = { schema: (form) => model.pageSchema(select ? 'off' : form) };
    const { data, response } = await this.#send<PageAnswer<T>>(call, query, answer);
    // A raw answer has no data yet.
    if (call.raw()) return { data: undefined as never, response };
    if (data.Meta.CurrentPage !== page) throw drift(call.operation, response, `page ${page} was asked for`);
    const next = async (at: number, signal = call.options?.signal): Promise<Page<T>> =>
      (await this.page<T>({ ...call, options: { ...call.options, signal } }, model, { ...params, page: at })).data;
    return { data: new Page(data.Data, data.Meta, next), response };
  }

  #send<T>({ operation: name, ids, options, raw }: Call, query: Query | undefined, answer: AnswerShape, body?: unknown): Promise<WithResponse<T>> {
    const operation = operationOf(name);
    const path = fillPath(operation, ids);
    return this.#transport.send(
      operation,
      query ? path + queryText(query) : path,
      body === undefined ? undefined : JSON.stringify(body),
      options,
      (response, scope) => this.#read(name, raw() || answer, response, scope) as T,
    );
  }

  #read(operation: string, answer: AnswerShape | true, response: WebResponse, scope: AttemptScope): unknown {
    if (answer === true || typeof answer === 'function') {
      scope.allow(Infinity);
      return answer === true ? undefined : answer(response, () => { scope.end(); });
    }
    const { maxAnswerBytes } = this.#transport.settings;
    // Where nothing is answered, success is known already: what is left of the body does not matter.
    if (!answer) return readBody(response, maxAnswerBytes, () => undefined).catch(() => undefined);
    return readBody(response, maxAnswerBytes, (text) => {
      const body = parseJson(text, response.headers);
      const schema = answer.schema(this.#options.answers ?? 'lenient');
      const differences = this.#options.fits?.(schema, body) ? [] : problemsOf(schema, body);
      if (differences[0]) throw drift(operation, response, Object.values(differences[0]).join(': '), differences);
      return body;
    });
  }
}

function drift(operation: string, { status }: WebResponse, what: string, differences: readonly InvalidField[] = []): Error {
  const ErrorClass = operation.startsWith('GET') ? ApiDriftError : OutcomeUnknownError;
  const message = `${operation}: the answer is not as documented (${what}).`;
  return new ErrorClass(message, { delivery: 'unknown', operation, status, differences });
}
