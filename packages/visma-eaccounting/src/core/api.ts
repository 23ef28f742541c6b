import type { VismaClientOptions } from '../client-options.ts';
import { ApiDriftError } from '../errors/api-drift-error.ts';
import { InvalidInputError, type InvalidField } from '../errors/invalid-input-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { fillPath } from '../http/path.ts';
import { queryText } from '../http/query.ts';
import { parseJson, readText } from '../http/read-body.ts';
import { Transport } from '../http/transport.ts';
import type { AnyModel, AnswerMode, List } from '../schemas/model.ts';
import type { WithResponse } from './api-promise.ts';
import { fileAnswer } from './file-answer.ts';
import { Page, type PageMeta } from './page.ts';
import type { PageParams } from './list-params.ts';
import type { QueryValue, RequestOptions } from './request-options.ts';
import { problemsOfList, problemsOfPage } from './page-problems.ts';
import type { WebResponse } from './web.ts';

/** What an operation answers: a record, a list without pages, a file, a bare text, or nothing. */
export type AnswerShape = AnyModel | List | 'file' | 'text' | undefined;

/** What an operation is sent. */
export type InputShape = AnyModel | List | undefined;

type Options = RequestOptions<object>;

interface CallRequest {
  readonly operation: string;
  readonly ids: readonly unknown[];
  readonly answer: AnswerShape;
  readonly options: Options | undefined;
  readonly input?: InputShape;
  readonly body?: unknown;
  readonly raw: boolean;
}

interface PageRequest {
  readonly operation: string;
  readonly ids: readonly unknown[];
  readonly model: AnyModel;
  readonly params: object | undefined;
  readonly options: RequestOptions | undefined;
  readonly raw: boolean;
}

const defaultPageSize = 200;

/** Turns calls of methods into requests, and answers into records. */
export class Api {
  readonly #transport: Transport;
  readonly #mode: AnswerMode;

  constructor(options: VismaClientOptions) {
    this.#transport = new Transport(options);
    this.#mode = options.answers ?? 'lenient';
  }

  /** Options for the several requests of one method: the deadline is that of all of them together. */
  bounds(options: RequestOptions | undefined): () => RequestOptions {
    const { clock, deadlineMs } = this.#transport.settings;
    const endsAt = clock.now() + (options?.deadlineMs ?? deadlineMs);
    return () => ({ ...options, deadlineMs: endsAt - clock.now() });
  }

  /** Calls one operation. */
  async call<T>({ operation, ids, answer, options, input, body, raw }: CallRequest): Promise<WithResponse<T>> {
    const path = fillPath(operation, ids) + (options?.query ? queryText(options.query as Readonly<Record<string, QueryValue>>) : '');
    if (input) checkInput(operation, input, body);
    return this.#transport.send<T>({
      operation,
      path,
      body: body === undefined ? undefined : JSON.stringify(body),
      options,
      streams: raw || answer === 'file',
      read: (response, release) => this.#read(operation, answer, raw, response, release) as Promise<T>,
    });
  }

  /** Reads one page of a list. */
  async page<T>(request: PageRequest): Promise<WithResponse<Page<T>>> {
    const { operation, ids, model, options, raw } = request;
    const { filter, orderBy, select, page = 1, pageSize = defaultPageSize, ...own } = (request.params ?? {}) as PageParams<object, never>;
    checkPaging(operation, page, pageSize);
    const query = queryText({
      ...(own as Readonly<Record<string, QueryValue>>),
      $filter: filter?.toString(),
      $orderby: orderBy?.toString(),
      $select: select?.toString(),
      $page: page,
      $pagesize: pageSize,
    });
    return this.#transport.send<Page<T>>({
      operation,
      path: fillPath(operation, ids) + query,
      options,
      streams: raw,
      read: async (response) => {
        if (raw) return undefined as unknown as Page<T>;
        const body = await this.#json(response);
        this.#check(operation, response, problemsOfPage(model, body, this.#mode, page, select));
        const { Data, Meta } = body as { readonly Data: readonly T[]; readonly Meta: PageMeta };
        return new Page(Data, Meta, async (next) => (await this.page<T>({ ...request, params: { ...request.params, page: next } })).data);
      },
    });
  }

  async #read(operation: string, answer: AnswerShape, raw: boolean, response: WebResponse, release: () => void): Promise<unknown> {
    if (raw) return undefined;
    if (answer === 'file') return fileAnswer(response, release);
    if (answer === undefined) {
      // Success is known; what is left of the body does not matter.
      await readText(response, 65_536).catch(() => undefined);
      return undefined;
    }
    const body = await this.#json(response);
    if (answer === 'text') {
      this.#check(operation, response, typeof body === 'string' ? [] : [{ path: '', message: 'must be text' }]);
    } else {
      this.#check(operation, response, 'items' in answer ? problemsOfList(answer, body, this.#mode) : answer.problemsOfAnswer(body, this.#mode));
    }
    return body;
  }

  async #json(response: WebResponse): Promise<unknown> {
    const text = await readText(response, this.#transport.settings.maxAnswerBytes);
    return parseJson(text, response.headers.get('content-type'));
  }

  #check(operation: string, { status }: WebResponse, differences: readonly InvalidField[]): void {
    const [first] = differences;
    if (!first) return;
    const what = `${operation}: the answer is not as documented. ${first.path ? `${first.path}: ` : ''}${first.message}`;
    const details = { delivery: 'unknown', operation, status } as const;
    if (operation.startsWith('GET')) throw new ApiDriftError(what, { ...details, differences });
    throw new OutcomeUnknownError(`${what}. Whether it was carried out is not known.`, details);
  }
}

function checkInput(operation: string, input: AnyModel | List, body: unknown): void {
  const problems =
    'items' in input
      ? Array.isArray(body)
        ? body.flatMap((one: unknown, at) =>
            (input.items as AnyModel).problemsOfInput(one).map(({ path, message }) => ({ path: `[${at}]${path && `.${path}`}`, message })),
          )
        : [{ path: '', message: 'must be a list' }]
      : input.problemsOfInput(body);
  if (problems.length > 0) throw new InvalidInputError(problems, operation);
}

function checkPaging(operation: string, page: number, pageSize: number): void {
  const problems: InvalidField[] = [];
  if (!Number.isInteger(page) || page < 1) problems.push({ path: 'page', message: 'must be a whole number from 1' });
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1000) {
    problems.push({ path: 'pageSize', message: 'must be a whole number from 1 to 1000' });
  }
  if (problems.length > 0) throw new InvalidInputError(problems, operation);
}
