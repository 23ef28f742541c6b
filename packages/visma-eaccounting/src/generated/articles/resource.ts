// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { articleModel } from './schema.ts';
import type { Article, ArticleInput } from './types.ts';

/** Articles: what invoice rows sell. An article decides the account and the VAT of its rows. */
export class ArticlesResource extends Resource {
  /**
   * Lists the articles, page by page.
   *
   * Unless `query` says otherwise, `showPricesWithTwoDecimals` is false.
   *
   * `GET /articles`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof Article>(
    params?: ListParams<Article, K, { showPricesWithTwoDecimals?: boolean | undefined; customerId?: string | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<Article, K>> {
    return this.pages('GET /articles', [], articleModel, params, options);
  }

  /**
   * Reads an article.
   *
   * Unless `query` says otherwise, `showPricesWithTwoDecimals` is false.
   *
   * `GET /articles/{articleId}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(
    articleId: string,
    options?: RequestOptions<{ showPricesWithTwoDecimals?: boolean | undefined; customerId?: string | undefined }>,
  ): ApiPromise<Article> {
    return this.call('GET /articles/{articleId}', [articleId], articleModel, options);
  }

  /**
   * Creates an article.
   *
   * `POST /articles`. Needs `ea:sales`.
   */
  create(body: ArticleInput, options?: RequestOptions): ApiPromise<Article> {
    return this.call('POST /articles', [], articleModel, options, articleModel, body);
  }

  /**
   * Replaces an article: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /articles/{articleId}`. Needs `ea:sales`.
   */
  update(articleId: string, body: ArticleInput, options?: RequestOptions): ApiPromise<Article> {
    return this.call('PUT /articles/{articleId}', [articleId], articleModel, options, articleModel, body);
  }

  /**
   * Changes the named fields of one article and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /articles/{articleId}`, then `PUT /articles/{articleId}`.
   */
  patch(articleId: string, change: Partial<ArticleInput>, options?: RequestOptions): ApiPromise<Article> {
    return this.readModifyWrite(
      'GET /articles/{articleId}',
      'PUT /articles/{articleId}',
      [articleId],
      articleModel,
      change,
      options,
    );
  }
}
