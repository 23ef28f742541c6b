import type { AnyModel, Shape } from '../schemas/model.ts';
import { refuse } from '../schemas/problems.ts';
import type { AnswerShape, Api } from './api.ts';
import { ApiPromise } from './api-promise.ts';
import type { PageParams, Selected } from './list-params.ts';
import { PagePromise } from './page-promise.ts';
import type { RequestOptions } from './request-options.ts';

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
    input?: Shape,
    body?: unknown,
  ): ApiPromise<T> {
    return new ApiPromise((raw) => this.#api.call<T>({ operation, ids, options, raw }, answer, input?.schema('input'), body));
  }

  /** A list of many pages. */
  protected pages<T, K extends keyof T>(
    operation: string,
    ids: readonly unknown[],
    model: AnyModel,
    params: PageParams<T, K> | undefined,
    options: RequestOptions | undefined,
  ): PagePromise<Selected<T, K>> {
    return new PagePromise(operation, options?.signal, (raw) => this.#api.page({ operation, ids, options, raw }, model, params));
  }

  /** Reads a record, changes what is named and writes it back. An undefined field of the change is not named. */
  protected readModifyWrite<T>(
    read: string,
    operation: string,
    ids: readonly unknown[],
    model: AnyModel,
    change: object,
    options: RequestOptions | undefined,
  ): ApiPromise<T> {
    return new ApiPromise(async (raw) => {
      refuse(model.schema('change'), change, operation);
      const bounds = this.#api.bounds(options);
      const { data } = await this.#api.call<object>({ operation: read, ids, options: bounds(), raw: () => false }, model);
      const named = Object.entries(change).filter(([, value]) => value !== undefined);
      const body = { ...model.toInput(data), ...Object.fromEntries(named) };
      return this.#api.call<T>({ operation, ids, options: bounds(), raw }, model, undefined, body);
    });
  }
}
