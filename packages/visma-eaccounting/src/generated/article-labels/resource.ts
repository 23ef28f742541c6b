// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { articleLabelModel } from './schema.ts';
import type { ArticleLabel, ArticleLabelInput } from './types.ts';

/** Article labels of the company. */
export class ArticleLabelsResource extends Resource {
  /**
   * Lists the article labels, page by page.
   *
   * `GET /articlelabels`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof ArticleLabel>(
    params?: ListParams<ArticleLabel, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<ArticleLabel, K>> {
    return this.pages('GET /articlelabels', [], articleLabelModel, params, options);
  }

  /**
   * Reads an article label.
   *
   * `GET /articlelabels/{articlelabelid}`. Needs `ea:sales` or `ea:sales_readonly`.
   */
  get(articleLabelId: string, options?: RequestOptions): ApiPromise<ArticleLabel> {
    return this.call('GET /articlelabels/{articlelabelid}', [articleLabelId], articleLabelModel, options);
  }

  /**
   * Creates an article label.
   *
   * `POST /articlelabels`. Needs `ea:sales`.
   */
  create(body: ArticleLabelInput, options?: RequestOptions): ApiPromise<ArticleLabel> {
    return this.call('POST /articlelabels', [], articleLabelModel, options, articleLabelModel, body);
  }

  /**
   * Replaces an article label: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /articlelabels/{articleLabelId}`. Needs `ea:sales`.
   */
  update(articleLabelId: string, body: ArticleLabelInput, options?: RequestOptions): ApiPromise<ArticleLabel> {
    return this.call(
      'PUT /articlelabels/{articleLabelId}',
      [articleLabelId],
      articleLabelModel,
      options,
      articleLabelModel,
      body,
    );
  }

  /**
   * Changes the named fields of one article label and keeps all others: reads it, lays the change over it and replaces
   * it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two
   * calls are lost.
   *
   * `GET /articlelabels/{articlelabelid}`, then `PUT /articlelabels/{articleLabelId}`.
   */
  patch(
    articleLabelId: string,
    change: Partial<ArticleLabelInput>,
    options?: RequestOptions,
  ): ApiPromise<ArticleLabel> {
    return this.readModifyWrite(
      'GET /articlelabels/{articlelabelid}',
      'PUT /articlelabels/{articleLabelId}',
      [articleLabelId],
      articleLabelModel,
      change,
      options,
    );
  }

  /**
   * Deletes an article label.
   *
   * `DELETE /articlelabels/{articleLabelId}`. Needs `ea:sales`.
   */
  delete(articleLabelId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /articlelabels/{articleLabelId}', [articleLabelId], undefined, options);
  }
}
