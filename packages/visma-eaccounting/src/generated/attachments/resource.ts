// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { attachmentModel, attachmentUploadModel } from './schema.ts';
import type { Attachment, AttachmentUploadInput } from './types.ts';

/** Files for vouchers and supplier invoices. Link them with `attachmentLinks`. */
export class AttachmentsResource extends Resource {
  /**
   * Lists the attachments, page by page.
   *
   * Unless `query` says otherwise, `includeMatched` is true and `includeTemporaryUrl` is true.
   *
   * `GET /attachments`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase` or `ea:purchase_readonly`.
   */
  list<K extends keyof Attachment>(
    params?: ListParams<Attachment, K, { includeMatched?: boolean | undefined; includeTemporaryUrl?: boolean | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<Attachment, K>> {
    return this.pages('GET /attachments', [], attachmentModel, params, options);
  }

  /**
   * Reads an attachment.
   *
   * `GET /attachments/{attachmentId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase` or
   * `ea:purchase_readonly`.
   */
  get(attachmentId: string, options?: RequestOptions): ApiPromise<Attachment> {
    return this.call('GET /attachments/{attachmentId}', [attachmentId], attachmentModel, options);
  }

  /**
   * Creates an attachment.
   *
   * `POST /attachments`. Needs `ea:accounting` or `ea:purchase`.
   */
  create(body: AttachmentUploadInput, options?: RequestOptions): ApiPromise<Attachment> {
    return this.call('POST /attachments', [], attachmentModel, options, attachmentUploadModel, body);
  }

  /**
   * Deletes an attachment.
   *
   * `DELETE /attachments/{attachmentId}`. Needs `ea:accounting` or `ea:purchase`.
   */
  delete(attachmentId: string, options?: RequestOptions): ApiPromise<void> {
    return this.call('DELETE /attachments/{attachmentId}', [attachmentId], undefined, options);
  }
}
