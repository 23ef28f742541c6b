// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { articleAccountCodingModel } from './schema.ts';
import type { ArticleAccountCoding } from './types.ts';

/** Codings: which account and which VAT rate an invoice row of an article gets, for each kind of sale. */
export class ArticleAccountCodingsResource extends Resource {
  /**
   * Lists the article account codings, page by page.
   *
   * `GET /articleaccountcodings`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof ArticleAccountCoding>(
    params?: ListParams<ArticleAccountCoding, K, { vatRateDate?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<ArticleAccountCoding, K>> {
    return this.pages('GET /articleaccountcodings', [], articleAccountCodingModel, params, options);
  }

  /**
   * Reads an article account coding.
   *
   * `GET /articleaccountcodings/{articleAccountCodingId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(
    articleAccountCodingId: string,
    options?: RequestOptions<{ vatRateDate?: string | undefined }>,
  ): ApiPromise<ArticleAccountCoding> {
    return this.call(
      'GET /articleaccountcodings/{articleAccountCodingId}',
      [articleAccountCodingId],
      articleAccountCodingModel,
      options,
    );
  }
}
