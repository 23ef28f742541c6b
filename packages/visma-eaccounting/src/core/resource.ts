import { InvalidInputError, type InvalidField } from '../errors/invalid-input-error.ts';
import type { Api, AnswerShape, InputShape } from './api.ts';
import { ApiPromise } from './api-promise.ts';
import type { PageParams, Selected } from './list-params.ts';
import { PagePromise } from './page-promise.ts';
import type { RequestOptions } from './request-options.ts';
import type { AnyModel } from '../schemas/model.ts';

type Options = RequestOptions<object>;

/** Base of the resources: what their methods are made of. */
export abstract class Resource {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** One call. The type of the answer is that of the method: the model checks it. */
  protected call<T>(
    operation: string,
    ids: readonly unknown[],
    answer: AnswerShape,
    options: Options | undefined,
    input?: InputShape,
    body?: unknown,
  ): ApiPromise<T> {
    return new ApiPromise((raw) => this.#api.call<T>({ operation, ids, answer, options, input, body, raw }));
  }

  /** A list of many pages. */
  protected pages<T, K extends keyof T>(
    operation: string,
    ids: readonly unknown[],
    model: AnyModel,
    params: PageParams<T, K> | undefined,
    options: RequestOptions | undefined,
  ): PagePromise<Selected<T, K>> {
    return new PagePromise(operation, (raw) => this.#api.page<Selected<T, K>>({ operation, ids, model, params, options, raw }));
  }

  /** Reads a record, changes what is named and writes it back. */
  protected readModifyWrite<T>(
    read: string,
    write: string,
    ids: readonly unknown[],
    model: AnyModel,
    change: object,
    options: RequestOptions | undefined,
  ): ApiPromise<T> {
    return new ApiPromise(async (raw) => {
      const problems: readonly InvalidField[] = model.problemsOfChange(change);
      if (problems.length > 0) throw new InvalidInputError(problems, write);
      const bounds = this.#api.bounds(options);
      const record = await this.#api.call<T>({ operation: read, ids, answer: model, options: bounds(), raw: false });
      const body = { ...model.toInput(record.data as object), ...definedOnly(change) };
      return this.#api.call<T>({ operation: write, ids, answer: model, options: bounds(), body, raw });
    });
  }
}

/** An undefined field of a change is not named: it stays as it is. */
function definedOnly(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
