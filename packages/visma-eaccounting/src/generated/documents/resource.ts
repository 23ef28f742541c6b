// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { documentModel } from './schema.ts';
import type { Document } from './types.ts';

/** Documents of the company. */
export class DocumentsResource extends Resource {
  /**
   * Reads a document.
   *
   * `GET /documents/{id}`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Document> {
    return this.call('GET /documents/{id}', [id], documentModel, options);
  }

  /**
   * Lists the backgrounds for printed documents, page by page.
   *
   * `GET /backgrounds`. Needs `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  listBackgrounds<K extends keyof Document>(
    params?: ListParams<Document, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Document, K>> {
    return this.pages('GET /backgrounds', [], documentModel, params, options);
  }
}
